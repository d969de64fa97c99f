"""One file says that it is both PDF/A-2a and PDF/UA-1, in its XMP metadata.

WeasyPrint 70.0 makes the one or the other. PDF/A asks that the schema of every property it does not know be described
(ISO 19005-2, 6.6.2.3), which pdfuaid's is below. The metadata stays uncompressed, for archives like it so.
"""

import pydyf

_END = b"</rdf:RDF>"
_NAMESPACE = "http://www.aiim.org/pdfua/ns/id/"
_PDFA = "http://www.aiim.org/pdfa/ns"
_DESCRIPTIONS = f"""
<rdf:Description rdf:about="" xmlns:pdfuaid="{_NAMESPACE}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="{_PDFA}/extension/" xmlns:pdfaSchema="{_PDFA}/schema#"
 xmlns:pdfaProperty="{_PDFA}/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{_NAMESPACE}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
""".encode()


def finish(pdf: pydyf.PDF) -> None:
    """Add the identification to the metadata stream that PDF/A-2a has made."""
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and stream.extra.get("Subtype") == "/XML":
            before, end, after = stream.stream[0].rpartition(_END)
            if _NAMESPACE.encode() in before:
                continue  # the engine made it PDF/UA and not PDF/A
            stream.stream = [before + _DESCRIPTIONS + end + after]
            stream.compress = False
