"""What a program can tell of a leaflet by three checklists for patient materials, and what it leaves to a person.

PEMAT-P: Shoemaker, Wolf and Brach, Patient Education Materials Assessment Tool, AHRQ, 2013. CCI: CDC, Clear
Communication Index, 2013. NHS: Standard for creating health content, 2022. Items go by their numbers and are told in
our own words; "ours" are questions of none of them. The bounds, constants of these modules, are our choice.
"""

from collections.abc import Callable, Iterator

from handouts.checklist import shape, trust, words
from handouts.checklist.sheet import Question, Ruling, Sheet


def _all(tool: str, *numbers: int) -> Iterator[str]:
    return (f"{tool} {number}" for number in numbers)


def _question(  # one line each in the list below
    about: str,
    rule: Callable[[Sheet], Ruling] | None = None,
    *,
    pemat: tuple[int, ...] = (),
    cci: tuple[int, ...] = (),
    nhs: tuple[int, ...] = (),
    english: bool = False,
) -> Question:
    items = (*_all("PEMAT-P", *pemat), *_all("CCI", *cci), *_all("NHS", *nhs))
    return Question(items or ("ours",), about, rule, english)


QUESTIONS = (
    _question("what the leaflet is for is plain at once", pemat=(1,)),
    _question("nothing leads away from that", pemat=(2,)),
    _question("one main message, first of all", shape.one_message, cci=(1, 2)),
    _question("a summary, and what matters most comes first", shape.summary, pemat=(11,), cci=(10,)),
    _question("key points catch the eye", shape.set_apart, pemat=(12,), cci=(3,)),
    _question("everyday words, those of the readers", pemat=(3,), cci=(7,)),
    _question("medical terms are explained", words.terms, pemat=(4,), english=True),
    _question("active voice", words.active, pemat=(5,), cci=(6,), english=True),
    _question("short, plain sentences", words.short_sentences, nhs=(5,), english=True),
    _question("numbers are clear, and what they mean is said", words.numbers, pemat=(6,), cci=(15, 16)),
    _question("nothing to calculate", words.nothing_to_calculate, pemat=(7,), cci=(17,)),
    _question("where one must calculate, it is shown how", words.only_with_figures, pemat=(24,)),
    _question("chances are told in words or a picture too", words.only_with_figures, cci=(20,)),
    _question("short sections under headings", shape.short_sections, pemat=(8,), cci=(9,)),
    _question("headings tell what follows", shape.headings, pemat=(9,)),
    _question("one thing follows from another", pemat=(10,)),
    _question("lists with bullets or numbers", shape.lists, cci=(8,)),
    _question("white space, type and contrast on the printed page", nhs=(5, 6)),
    _question("a picture for the message", shape.pictures, cci=(4,)),
    _question("pictures wherever they make it easier to understand or to act", shape.count_pictures, pemat=(15, 26)),
    _question("pictures are plain and on the subject", shape.with_pictures, pemat=(16, 18)),
    _question("pictures and tables say what they show", shape.captions, pemat=(17,), nhs=(6,)),
    _question("simple tables with short headings", shape.tables, pemat=(19,)),
    _question("how to use a table is explained", shape.with_tables, pemat=(25,)),
    _question("at least one thing that the reader can do", words.actions, pemat=(20,), cci=(5,), english=True),
    _question("the reader is spoken to", words.you, pemat=(21,), english=True),
    _question("what to do is told step by step", shape.steps, pemat=(22,), cci=(14,)),
    _question("what to do fits these readers, and why it matters is said", cci=(12, 13)),
    _question("something to use: a list, a form, a plan", shape.tools, pemat=(23,)),
    _question("what is known, and what is not", words.certainty, cci=(11,), english=True),
    _question("risks are told, and benefits beside them", cci=(18, 19)),
    _question("how to get help", trust.help_shown),
    _question("who publishes it", trust.publisher, nhs=(1,)),
    _question("when it was checked, and when it will be again", trust.dates, nhs=(1,)),
    _question("sources are recorded and named", trust.sources, nhs=(2,)),
    _question("a qualified person has approved it", trust.approved, nhs=(1, 2)),
    _question("the translation is whole", trust.whole),
    _question("the translation says what the original says", trust.faithful, nhs=(2,)),
    _question("licenses, consent and privacy are in order", nhs=(3,)),
    _question("readers had a say in it, and it was tried out with them", nhs=(4, 6)),
)
