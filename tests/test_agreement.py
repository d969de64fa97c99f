"""How translations of a catalog agree: rules that need more than one entry."""

from pathlib import Path

import pytest

from handouts.catalog import Catalog, Translation, read
from handouts.checks import agreement
from handouts.problems import Position, Report, Severity
from tests.conftest import load

ROOT = Path(__file__).parent.parent
GLOSSARY = """
    marrow:
      term: bone marrow
      also: [marrow]
      definition: "The place where blood cells are made."
      claims: [well/drink]
    stem:
      term: blood-forming stem cells
      also: [blood-forming stem cell, stem cells, stem cell, HSC]
      definition: "Cells that make all blood cells."
      claims: [well/drink]
    red:
      term: red blood cells
      also: [red blood cell]
      definition: "One kind."
      claims: [well/drink]
    platelets:
      term: platelets
      definition: "A part of the blood."
      claims: [well/drink]
    transplant:
      term: stem cell transplant
      also: [transplant, HSCT]
      definition: "A treatment."
      claims: [well/drink]
"""
BLOCKS = """
    one: {{kind: paragraph, text: "{}", claims: [well/drink]}}
    two: {{kind: paragraph, text: "{}", claims: [well/drink]}}
"""


@pytest.fixture
def problems(project):
    """Return a function that checks the translations of two paragraphs and some terms, and returns the problems."""

    def problems(rule, tag, english, texts, terms=None, *, comments=()):
        blocks = BLOCKS.format(*(english if isinstance(english, tuple) else (english, "Nothing here.")))
        root = project.minimal({"seeds/glossary.yaml": GLOSSARY, "seeds/blocks/more.yaml": blocks})
        change_topic(root)
        _, found = load(root)
        given = dict(zip(("block/one", "block/two"), texts, strict=False))
        given |= {f"term/{name}": text for name, text in (terms or {}).items()}
        messages = {message.address: message.english for message in found.messages()}
        entries = {
            address: Translation(messages[address], text, False, Position("a.po", line), "", tuple(comments))
            for line, (address, text) in enumerate(given.items(), start=1)
        }
        return list(rule(Catalog(tag, entries), found))

    return problems


def change_topic(root):
    """Let no block of the project name the glossary that it had."""
    for path in (root / "seeds/blocks").glob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("term: well", "term: marrow"), encoding="utf-8")


MARROW = {
    **{"es": "médula ósea", "fr": "moelle osseuse", "pt": "medula óssea", "de": "Knochenmark", "it": "midollo osseo"},
    **{"pl": "szpik kostny", "ro": "măduva osoasă", "ru": "костный мозг", "uk": "кістковий мозок", "tr": "kemik iliği"},
    **{"vi": "tủy xương", "tl": "utak ng buto", "ht": "mwèl zo", "so": "dhuuxa lafta", "sw": "uloto (uboho wa mfupa)"},
    **{"ar": "نخاع العظم", "fa": "مغز استخوان", "ur": "ہڈی کا گودا", "he": "מח העצם", "hi": "बोन मैरो (अस्थि मज्जा)"},
    **{"bn": "অস্থিমজ্জা", "pa": "ਬੋਨ ਮੈਰੋ", "gu": "બોન મેરો", "ta": "எலும்பு மஜ்ஜை", "te": "ఎముక మజ్జ", "th": "ไขกระดูก"},
    **{"km": "ខួរឆ្អឹង", "my": "ရိုးတွင်းခြင်ဆီ", "lo": "ໄຂກະດູກ", "am": "የአጥንት መቅኔ", "ko": "골수", "ja": "骨髄"},
    **{"zh-Hans": "骨髓", "zh-Hant": "骨髓"},
}
USED = {
    **{
        "es": "Las médulas óseas sanas",
        "fr": "Les moelles osseuses saines",
        "pt": "na medula óssea",
        "de": "Im Knochenmark",
    },
    **{
        "it": "nel midollo osseo",
        "pl": "Komórki w szpiku kostnym",
        "ro": "celulele măduvei osoase",
        "ru": "в костном мозге",
    },
    **{"uk": "клітини кісткового мозку", "tr": "kemik iliğinde", "vi": "trong tủy xương", "tl": "sa utak ng buto"},
    **{"ht": "nan mwèl zo a", "so": "ku jira dhuuxa lafta", "sw": "ndani ya uboho wa mfupa", "ar": "في نخاع عظامك"},
    **{"fa": "در مغز استخوان", "ur": "ہڈی کے گودے میں", "he": "במח העצמות", "hi": "अस्थि मज्जा में", "bn": "অস্থিমজ্জার কোষ"},
    **{"pa": "ਬੋਨ ਮੈਰੋ ਵਿੱਚ", "gu": "બોન મેરોમાં", "ta": "எலும்பு மஜ்ஜையில்", "te": "ఎముక మజ్జలో", "th": "เซลล์ในไขกระดูก"},
    **{
        "km": "ក្នុងខួរឆ្អឹង",
        "my": "ရိုးတွင်းခြင်ဆီထဲမှာ",
        "lo": "ໃນໄຂກະດູກ",
        "am": "በአጥንት መቅኔ ውስጥ",
        "ko": "골수에서",
        "ja": "骨髄の中",
    },
    **{"zh-Hans": "在骨髓里", "zh-Hant": "在骨髓中"},
}
OTHER = {
    **{"es": "La médula espinal", "fr": "La moelle épinière", "pt": "na medula espinhal", "de": "Im Rückenmark"},
    **{"it": "nel midollo spinale", "pl": "w rdzeniu kręgowym", "ro": "măduva spinării", "ru": "в спинном мозге"},
    **{
        "uk": "у спинному мозку",
        "tr": "omurilikte",
        "vi": "trong tủy sống",
        "tl": "sa gulugod",
        "ht": "nan mwèl epinyè a",
    },
    **{
        "so": "xangulaha",
        "sw": "ndani ya uti wa mgongo",
        "ar": "في الحبل الشوكي",
        "fa": "در نخاع",
        "ur": "حرام مغز میں",
    },
    **{"he": "בחוט השדרה", "hi": "रीढ़ की हड्डी में", "bn": "মেরুদণ্ডে", "pa": "ਰੀੜ੍ਹ ਦੀ ਹੱਡੀ ਵਿੱਚ", "gu": "કરોડરજ્જુમાં"},
    **{"ta": "முதுகுத் தண்டில்", "te": "వెన్నుపాములో", "th": "ในไขสันหลัง", "km": "ក្នុងឆ្អឹងខ្នង", "my": "ကျောရိုးထဲမှာ"},
    **{
        "lo": "ໃນໄຂສັນຫຼັງ",
        "am": "በህብለ ሰረሰር ውስጥ",
        "ko": "척수에서",
        "ja": "脊髄の中",
        "zh-Hans": "在脊髓里",
        "zh-Hant": "在脊髓中",
    },
}


@pytest.mark.parametrize("tag", MARROW)
def test_term_in_another_form_of_the_word_is_the_term(problems, tag):
    assert problems(agreement.glossary, tag, "In bone marrow.", [USED[tag]], {"marrow": MARROW[tag]}) == []


@pytest.mark.parametrize("tag", MARROW)
def test_other_word_than_the_glossarys_is_reported(problems, tag):
    found = problems(agreement.glossary, tag, "In bone marrow.", [OTHER[tag]], {"marrow": MARROW[tag]})
    assert [(problem.code, problem.severity, problem.position.line) for problem in found] == [
        ("glossary", Severity.WARNING, 1)
    ]
    assert MARROW[tag] in found[0].hint


@pytest.mark.parametrize(
    ("tag", "english", "text", "terms"),
    [
        pytest.param(
            "es", "Your marrow is weak.", "Su médula está débil.", {"marrow": "médula ósea"}, id="shorter name"
        ),
        pytest.param(
            "zh-Hans", "Stem cells grow.", "干细胞会生长。", {"stem": "造血干细胞"}, id="shorter name without spaces"
        ),
        pytest.param("es", "An HSCT helps.", "Un TPH ayuda.", {"transplant": "trasplante"}, id="abbreviation"),
        pytest.param(
            "de",
            "After a bone marrow test",
            "Nach der Knochenmarkuntersuchung",
            {"marrow": "Knochenmark"},
            id="within a long word",
        ),
        pytest.param(
            "es",
            "Blood-forming stem cells grow.",
            "Crecen las células madre sanas formadoras de sangre.",
            {"stem": "células madre formadoras de sangre", "red": "glóbulos rojos"},
            id="words apart",
        ),
        pytest.param("so", "A transplant", "stem cell transplant", {}, id="term that is not translated"),
    ],
)
def test_use_that_is_fine(problems, tag, english, text, terms):
    assert problems(agreement.glossary, tag, english, [text], terms) == []


@pytest.mark.parametrize(
    ("tag", "english", "text", "terms"),
    [
        pytest.param("es", "Red blood cells", "Glóbulos blancos", {"red": "glóbulos rojos"}, id="white for red"),
        pytest.param("zh-Hans", "Red blood cells", "白细胞", {"red": "红细胞"}, id="white for red in Chinese"),
        pytest.param("th", "Red blood cells", "เม็ดเลือดขาว", {"red": "เม็ดเลือดแดง"}, id="white for red in Thai"),
        pytest.param("es", "Platelets help.", "Los glóbulos ayudan.", {"platelets": "plaquetas"}, id="other cells"),
        pytest.param("ar", "Platelets help.", "تساعد خلايا الدم.", {"platelets": "الصفائح الدموية"}, id="Arabic"),
    ],
)
def test_use_that_is_not(problems, tag, english, text, terms):
    assert [problem.code for problem in problems(agreement.glossary, tag, english, [text], terms)] == ["glossary"]


# "Red blood cells" as the glossary has it, as a text has it, and white ones.
RED = """
    de | rote Blutkörperchen | mit roten Blutkörperchen | mit weißen Blutkörperchen
    fr | globules rouges | un globule rouge | les globules blancs
    pl | czerwone krwinki | liczba czerwonych krwinek | białe krwinki
    ru | красные клетки крови | красных клеток крови | белых клеток крови
    tr | kırmızı kan hücreleri | kırmızı kan hücrelerinin | beyaz kan hücreleri
    ar | خلايا الدم الحمراء | وخلايا دم حمراء | خلايا الدم البيضاء
    fa | گلبول‌های قرمز | گلبول قرمز | گلبول‌های سفید
    ur | خون کے سرخ خلیے | خون کے سرخ خلیوں | خون کے سفید خلیے
    he | תאי דם אדומים | בתאי הדם האדומים | תאי דם לבנים
    hi | लाल रक्त कोशिकाएँ | लाल रक्त कोशिकाओं | सफ़ेद रक्त कोशिकाएँ
    bn | লোহিত রক্তকণিকা | লোহিত রক্তকণিকার | শ্বেত রক্তকণিকা
    te | ఎర్ర రక్త కణాలు | ఎర్ర రక్త కణాలను | తెల్ల రక్త కణాలు
    am | ቀይ የደም ሴሎች | የቀይ ደም ሴሎችን | ነጭ የደም ሴሎች
    ko | 적혈구 | 적혈구가 | 백혈구
    sw | seli nyekundu za damu | seli nyekundu ya damu | seli nyeupe za damu
    so | unugyada cascas ee dhiigga | unugyo dhiig oo cascas ah | unugyada cadcad ee dhiigga
    tl | pulang selula ng dugo | mga pulang selula ng dugo | puting selula ng dugo
    ht | globil wouj | globil wouj yo | globil blan
    vi | hồng cầu | tế bào hồng cầu | bạch cầu
    ja | 赤血球 | 赤血球が | 白血球
    th | เม็ดเลือดแดง | เซลล์เม็ดเลือดแดง | เม็ดเลือดขาว
    km | កោសិកាឈាមក្រហម | ចំនួនកោសិកាឈាមក្រហម | កោសិកាឈាមស
"""


@pytest.mark.parametrize("line", [pytest.param(line, id=line.split()[0]) for line in RED.strip().splitlines()])
def test_red_may_be_inflected_but_not_white(problems, line):
    tag, red, inflected, white = (part.strip() for part in line.split("|"))
    assert problems(agreement.glossary, tag, "Red blood cells", [inflected], {"red": red}) == []
    assert len(problems(agreement.glossary, tag, "Red blood cells", [white], {"red": red})) == 1


def test_longest_name_wins(problems):
    found = problems(
        agreement.glossary,
        "es",
        "A stem cell transplant",
        ["Un trasplante de células madre"],
        {"transplant": "trasplante de células madre", "stem": "células progenitoras"},
    )
    assert found == []


def test_further_form_is_named_in_a_comment(problems):
    comments = ["forms: tuétano, tuétanos"]
    terms = {"marrow": "médula ósea"}
    assert problems(agreement.glossary, "es", "Bone marrow", ["Los tuétanos"], terms, comments=comments) == []
    assert len(problems(agreement.glossary, "es", "Bone marrow", ["Los tuétanos"], terms)) == 1


@pytest.mark.parametrize(
    ("tag", "english", "texts"),
    [
        pytest.param(
            "es", ("Drink clean water.", "drink clean water"), ("Beba agua limpia.", "beba agua limpia"), id="case"
        ),
        pytest.param(
            "es", ("They are designed.", "They are designed"), ("Están pensados", "Están pensadas"), id="gender"
        ),
        pytest.param("es", ("Ask", "ask more"), ("Pregunte", "Pida"), id="other English"),
    ],
)
def test_same_english_said_alike(problems, tag, english, texts):
    assert problems(agreement.two_ways, tag, english, texts) == []


@pytest.mark.parametrize(
    ("tag", "english", "texts"),
    [
        pytest.param("es", "Drink clean water.", ("Beba agua limpia.", "Tome agua potable."), id="es"),
        pytest.param("de", "Drink clean water.", ("Trinken Sie sauberes Wasser.", "Sauberes Wasser trinken."), id="de"),
        pytest.param("zh-Hans", "Drink clean water.", ("请喝干净的水。", "请饮用洁净水。"), id="zh-Hans"),
        pytest.param("ar", "Drink clean water.", ("اشرب ماءً نظيفًا.", "تناول مياهًا نقية."), id="ar"),
        pytest.param("es", "Do not drink it.", ("No la beba.", "La beba."), id="not"),
        pytest.param("es", "Every morning", ("Cada mañana", "Por la mañana"), id="short texts of one kind"),
    ],
)
def test_same_english_said_in_two_ways_is_reported_at_the_second(problems, tag, english, texts):
    (found,) = problems(agreement.two_ways, tag, (english, english), texts)
    assert (found.code, found.position.line) == ("translated-two-ways", 2)
    assert "block/one" in found.hint and texts[0] in found.hint


@pytest.mark.parametrize(
    ("english", "text"),
    [
        pytest.param(("Your blood counts fall.", "The blood count falls"), "Los recuentos bajan.", id="plural"),
        pytest.param(("Do not drink it.", "Don’t drink it."), "No lo beba, por favor.", id="contraction"),
        pytest.param(("What marrow does", "What bone marrow does"), "Qué hace la médula", id="another name of a term"),
        pytest.param(("Water helps.", "Food is good."), "Sí.", id="short"),
    ],
)
def test_two_texts_that_may_be_translated_alike(problems, english, text):
    assert problems(agreement.one_way, "es", english, (text, text)) == []


@pytest.mark.parametrize(
    ("tag", "english", "text"),
    [
        pytest.param("es", ("Drink clean water.", "Rest in the afternoon."), "Beba agua limpia.", id="es"),
        pytest.param("zh-Hans", ("Drink clean water.", "Rest in the afternoon."), "请喝干净的水。", id="zh-Hans"),
        pytest.param("ru", ("Take 2 tablets.", "Take 3 tablets."), "Примите 2 таблетки.", id="numbers"),
        pytest.param("hi", ("Red blood cells carry air.", "Platelets stop bleeding."), "लाल रक्त कोशिकाएँ", id="hi"),
    ],
)
def test_one_translation_of_two_texts_is_reported_at_the_second(problems, tag, english, text):
    (found,) = problems(agreement.one_way, tag, english, (text, text))
    assert (found.code, found.position.line) == ("two-texts-one-translation", 2)
    assert english[0] in found.hint


def test_the_programs_own_texts_are_left_alone(project):
    _, found = load(project.minimal())
    own = [message for message in found.messages() if message.address.startswith("interface/")]
    entries = {m.address: Translation(m.english, "Siempre el mismo texto", False, Position("a.po", 1)) for m in own}
    assert entries and list(agreement.one_way(Catalog("es", entries), found)) == []


def real():
    for root in (ROOT, ROOT / "tests/specimen"):
        for path in sorted(root.glob("locales/*/LC_MESSAGES/handouts.po")):
            yield pytest.param(root, path, id=path.relative_to(ROOT).as_posix())


@pytest.mark.parametrize(("root", "path"), list(real()))
def test_real_translations_agree(root, path):
    _, found = load(root)
    catalog = read(path, path.name, path.parts[-3], Report())
    problems = [
        *agreement.two_ways(catalog, found),
        *agreement.one_way(catalog, found),
        *agreement.glossary(catalog, found),
    ]
    assert problems == []
