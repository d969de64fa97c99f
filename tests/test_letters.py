"""The rules about letters: scripts, neighbours with the same script, accents, simplified and traditional."""

import pytest

from handouts.checks import han, letters
from handouts.checks.rules import Pair
from handouts.languages import language
from tests.test_marks import GOOD, shown

RULES = (letters.other_script, letters.other_letters, letters.bare_letters, letters.other_han)

BAD = [
    ("marked-letters", "de", "Your care team is there for you.", "Ihr Team ist fuer Sie da."),
    ("marked-letters", "fr", "Ask your doctor.", "Demandez à votre medecin."),
    ("marked-letters", "es", "The blood cells grow.", "Las celulas de la sangre crecen."),
    ("script", "es", "The red cells", "Los glóbulos rојоs"),
    ("marked-letters", "es", "Take your heart pills.", "Tome las pastillas del coração."),
    ("marked-letters", "pt", "You are not alone.", "Voce nao esta sozinho."),
    ("marked-letters", "it", "Why does it happen?", "Perche succede?"),
    ("marked-letters", "pl", "You may feel tired.", "Mozesz czuc sie zmeczony."),
    ("letters", "ro", "your blood cells", "celulele şi ţesuturile dumneavoastră"),
    ("marked-letters", "ro", "Call us if you have a fever.", "Sunati-ne daca aveti febra."),
    ("script", "ru", "Drink water every day.", "Пейте вoду каждый день."),
    ("script", "ru", "Drink water every day.", "Drink lots of water."),
    ("script", "ru", "He went with me.", "Он пошёл c мной."),
    ("letters", "uk", "Drink water every day.", "Пейте воду каждый день, это важно для вас."),
    ("marked-letters", "tr", "Take your medicine for the disease.", "Hastalik icin ilacinizi alin."),
    ("marked-letters", "vi", "Call us if you have a fever.", "Hay goi cho chung toi neu quy vi bi sot."),
    ("letters", "ar", "Your medicine is strong.", "دواؤك قوی."),
    ("letters", "ar", "Your medicine is strong.", "دواؤك قـــوي."),
    ("script", "ar", "Drink water and rest well.", "Beba agua y descanse bien."),
    ("letters", "ar", "The graft", "ﺍﻟﻄﻌﻢ"),
    ("letters", "fa", "You can call us.", "شما مي‌توانيد با ما تماس بگيريد."),
    ("letters", "fa", "Your book", "كتاب شما"),
    ("letters", "ur", "This is blood.", "یه خون هے۔"),
    ("script", "he", "Drink water.", "اشرب ماء."),
    ("script", "hi", "Drink water.", "পানি পান করুন।"),
    ("script", "bn", "Drink water.", "पानी पियो।"),
    ("script", "pa", "Drink water.", "पाणी पीओ।"),
    ("script", "gu", "Drink water.", "पाणी पीवो."),
    ("script", "te", "Drink water.", "ನೀರು ಕುಡಿಯಿರಿ."),
    ("script", "th", "Drink clean water.", "ດື່ມນ້ຳສະອາດ"),
    ("letters", "th", "Two words", "เเม่"),
    ("script", "km", "Drink clean water.", "สูมดื่มน้ำ"),
    ("letters", "my", "Take the medicine.", "ေဆးကို ေသာက္ပါ။"),
    ("script", "lo", "Drink clean water.", "ดื่มน้ำสะอาด"),
    ("script", "ko", "Drink water.", "水を飲んでください。"),
    ("han", "ja", "blood cells and doctors", "血细胞和医师们"),
    ("han", "zh-Hans", "blood cells", "血細胞"),
    ("han", "zh-Hant", "blood cells", "血细胞"),
    ("marked-letters", "de", "Wash your hands often.", "Waschen Sie oft die Haende,wenn moglich."),
    ("marked-letters", "es", "Wash your hands after meals.", "Lavese las manos despues de las comidas."),
    ("marked-letters", "pt", "You may have an infection.", "Você pode ter uma infeccao."),
    ("marked-letters", "it", "You can call us.", "Puo chiamarci."),
    (
        "marked-letters",
        "ro",
        "You may feel very tired.",
        "Este posibil sa va simtiti foarte obosit, mai ales in primele saptamani dupa tratament.",
    ),
    ("script", "ru", "Wash your hands.", "Мойте pуки."),
    ("letters", "uk", "Your blood is tested.", "Вашу кровь проверят,это быстро."),
    ("marked-letters", "tr", "You may have a fever.", "Atesiniz cikabilir, doktorunuzu hemen arayin ve bekleyin."),
    ("letters", "ar", "blood cells", "خلایا الدم"),
    ("letters", "fa", "Wash your hands often.", "دست‌هاي خود را بشوييد."),
    ("letters", "ur", "The doctor will check your blood.", "ڈاكٹر آپ کے خون کا معائنہ کرے گا۔"),
    ("script", "he", "Wash your hands.", "Wash your hands today."),
    ("script", "pa", "Wash your hands.", "हाथ धोवो।"),
    ("script", "lo", "Wash your hands.", "ล้างมือ"),
    ("han", "ja", "Wash your hands.", "请洗手。"),
    ("han", "zh-Hans", "Wash your hands.", "請洗手。"),
    ("han", "zh-Hant", "Wash your hands.", "请洗手。"),
]


def found(tag, english, text):
    """Return the codes of the rules that report a translation."""
    pair = Pair(english, text, language(tag))
    return [rule.code for rule in RULES if list(rule.find(pair))]


@pytest.mark.parametrize("row", GOOD, ids=shown)
def test_what_is_right_is_not_reported(row):
    assert found(*row) == []


@pytest.mark.parametrize("row", BAD, ids=shown)
def test_what_is_wrong_is_reported(row):
    assert row[0] in found(*row[1:])


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in RULES])
def test_examples_of_the_manual_are_true(rule):
    assert {example.right for example in rule.examples} == {True, False}
    for example in rule.examples:
        pair = Pair(example.english, example.text, language(example.tag))
        assert bool(list(rule.find(pair))) is not example.right, example


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        pytest.param("bn", "\u09b8\u09ae\u09df\u09be", id="precomposed, which NFC takes apart"),
        pytest.param("bn", "\u09b6\u09c7\u09df\u09be\u09b0", id="the same between two vowel signs"),
        pytest.param("hi", "\u0932\u0921\u093c\u0915\u093e", id="nukta of its own"),
        pytest.param("ar", "إنّه دواءٌ قويّ", id="Arabic signs in the order of typing"),
        pytest.param("ar", "القرن الـ21 هـ", id="kashida before a number, and in a short form"),
        pytest.param("ru", "витамин C и β-блокаторы", id="Latin name, Greek sign"),
        pytest.param("ko", "조혈모세포(造血母細胞)", id="hanja in brackets"),
        pytest.param("es", "la enfermedad de Sjögren y el Dr. Gonçalves", id="names keep their letters"),
    ],
)
def test_letters_that_look_odd_and_are_right(tag, text):
    assert found(tag, "x", text) == []


@pytest.mark.parametrize(
    ("tag", "text", "code"),
    [
        pytest.param("fr", "la sante\u0301", "letters", id="accent apart"),
        pytest.param("es", "cÃ©lulas", "letters", id="wrong encoding"),
        pytest.param("de", "e\ufb00ektiv", "letters", id="ligature"),
        pytest.param("ar", "كتـــاب", "letters", id="kashida"),
        pytest.param("lo", "\u0ec0\u0ec0\u0ea1\u0ec8", "letters", id="two signs for one"),
        pytest.param("tr", "Ilaç alın", "letters", id="I for İ"),
        pytest.param("uk", "вода i сон", "script", id="a Latin i alone"),
        pytest.param("pl", "Pij wodę с сахаром", "script", id="a Cyrillic word"),
        pytest.param("zh-Hans", "これ", "script", id="kana in Chinese"),
        pytest.param("ja", "造血干细胞移植", "han", id="simplified"),
    ],
)
def test_letters_that_are_wrong(tag, text, code):
    assert code in found(tag, "x", text)


BOTH = "后里干面只台松系几余准了舍采范"


@pytest.mark.parametrize("script", ["Hans", "Hant"])
def test_characters_of_both_ways_of_writing_are_right_in_both(script):
    assert han.odd(BOTH, script) == []


def test_japanese_characters_that_chinese_has_too_are_right():
    assert han.odd("国学会体点来万与当医経験説帰気", "Jpan") == []


def test_no_character_is_in_both_tables():
    assert not han.SIMPLIFIED & han.TRADITIONAL
    assert min(len(han.SIMPLIFIED), len(han.TRADITIONAL)) > 2000


@pytest.mark.parametrize("text", ["uống nước", "xem trang sau", "Do {clinic} trao cho"])
def test_short_vietnamese_is_not_counted(text):
    assert found("vi", "x", text) == []
