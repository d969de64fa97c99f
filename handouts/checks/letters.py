"""Rules for the letters of a translation: those of its script, of its language, whole, and none that only look alike.

Python's own names of characters say which script a letter is of.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from handouts.checks import han
from handouts.checks.rules import Finding, Pair, rule

# The first words of the names of a script's letters, as Unicode gives them.
_NAMES = {
    **{"Latn": ("LATIN",), "Cyrl": ("CYRILLIC",), "Grek": ("GREEK",), "Arab": ("ARABIC",), "Aran": ("ARABIC",)},
    **{"Hebr": ("HEBREW",), "Deva": ("DEVANAGARI",), "Beng": ("BENGALI",), "Guru": ("GURMUKHI",)},
    **{"Gujr": ("GUJARATI",), "Taml": ("TAMIL",), "Telu": ("TELUGU",), "Thai": ("THAI",), "Khmr": ("KHMER",)},
    **{"Laoo": ("LAO",), "Mymr": ("MYANMAR",), "Ethi": ("ETHIOPIC",), "Kore": ("HANGUL",)},
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "FULLWIDTH"),
    **{"Hans": ("CJK", "BOPOMOFO", "FULLWIDTH"), "Hant": ("CJK", "BOPOMOFO", "FULLWIDTH")},
}
_KNOWN = {name for names in _NAMES.values() for name in names} | {
    *("ARMENIAN", "GEORGIAN", "KANNADA", "MALAYALAM", "ORIYA", "SINHALA", "TIBETAN", "MATHEMATICAL", "HALFWIDTH"),
    *("CHEROKEE", "COPTIC", "THAANA", "SYRIAC", "MONGOLIAN", "TIFINAGH"),
}
_WORD = re.compile(r"[^\W\d_]+")
_OUTSIDE = re.compile(r"\{[a-z_]+\}|https?://\S+|www\.\S+|\S+@\S+")
_HANJA = re.compile("[(（][\u4e00-\u9fff ]+[)）]")  # beside the same word in hangul
_LONE_LATIN = re.compile(r"(?<![\w\-‑–’'.(/])[aceopxyi](?![\w\-‑–’'.)/])")
_GREEK_SIGNS = frozenset("αβγδεκλμπσωΔΩµ")
_GREEK_WITHIN = re.compile("[a-z][αβγδεκλμπσω][a-z]")  # a sign stands at a word's beginning or end
_ENOUGH = 4  # words of Latin letters that are no name any more


@rule("script")
def other_script(pair: Pair) -> Iterator[Finding]:
    """A translation is written in the script of its language; names, units and abbreviations may be in Latin letters.

    Look-alikes from another script inside a word are found too: nobody sees them, but a search or a screen reader does.

    right: ru: HSCT is a transplant. -> HSCT — это пересадка.
    right: ar: Take 5 mg of methotrexate. -> خذ 5 mg من methotrexate.
    right: ja: stem cell -> 造血幹細胞
    right: de: beta blocker -> β-Blocker
    wrong: ru: Bone marrow makes blood. -> Костный мoзг вырабатывает кровь.
    wrong: bn: Drink water. -> पानी पिएँ।
    wrong: ar: Drink plenty of water. -> Beba mucha agua limpia hoy.
    wrong: pl: Drink water. -> Pij wodę с сахаром.
    wrong: th: Drink water. -> ດື່ມນ້ຳ
    """
    text, own = _OUTSIDE.sub(" ", pair.plain), _NAMES[pair.language.script]
    text = _HANJA.sub(" ", text) if pair.language.script == "Kore" else text
    if (text.isascii() and own == ("LATIN",)) or pair.text.casefold() == pair.english.casefold():
        return  # what is left in English is for another rule to say
    for word in _WORD.findall(text):
        if (odd := _look_alike(word)) and word not in pair.english:
            yield Finding(f"letters of two scripts in one word: '{odd}' in '{word}'", "type the word anew")
            return
    yield from _foreign_letters(pair, text, own)
    yield from _latin_instead(text, own)


def _look_alike(word: str) -> str:
    """Return the rarer of the letters of a word that mixes Latin, Cyrillic and Greek."""
    if word.isascii():
        return ""
    scripts = {name: [each for each in word if _script(each) == name] for name in ("LATIN", "CYRILLIC", "GREEK")}
    if not _GREEK_WITHIN.search(word):
        scripts["GREEK"] = [each for each in scripts["GREEK"] if each not in _GREEK_SIGNS]
    found = sorted((letters for letters in scripts.values() if letters), key=len)
    return "".join(found[0]) if len(found) > 1 else ""


def _foreign_letters(pair: Pair, text: str, own: tuple[str, ...]) -> Iterator[Finding]:
    """Find letters of scripts that are neither the language's nor Latin, and a lone Latin c that should be Cyrillic."""
    there = Counter(letter for letter in text if _script(letter) not in (*own, "LATIN", ""))
    odd = [letter for letter in there if letter not in _GREEK_SIGNS and letter not in pair.english]
    if odd:
        names = ", ".join(sorted({_script(letter).capitalize() for letter in odd}))
        yield Finding(f"letters of another script ({names}): '{''.join(odd)[:12]}'", "type them in the language's own")
    elif own == ("CYRILLIC",) and (lone := _LONE_LATIN.search(text)):
        yield Finding(f"a Latin '{lone[0]}' that stands for a Cyrillic letter", "type it anew")


def _latin_instead(text: str, own: tuple[str, ...]) -> Iterator[Finding]:
    """Find texts in Latin letters where the language has others."""
    if own == ("LATIN",):
        return
    letters = Counter(_script(letter) for letter in text)
    words = [word for word in _WORD.findall(text) if len(word) > 1 and word.isascii() and not word.isupper()]
    mine = sum(letters[name] for name in own)
    if not any(word.islower() for word in words):
        return
    if (not mine and len(words) > 2) or (len(words) >= _ENOUGH and letters["LATIN"] > 4 * mine):
        yield Finding("written in Latin letters", "the language has a script of its own")


@cache
def _script(character: str) -> str:
    """Return the first word of a letter's name, or nothing for what is no letter or of no script."""
    if unicodedata.category(character)[0] not in "LM":
        return ""
    name = unicodedata.name(character, "").split(" ")[0]
    return name if name in _KNOWN else ""


# What the letters of a language are not, though its script has them: (language, pattern, what it is, what to write).
_PASHTO_KURDISH = "ټځڅډړږښڼېۍڕڵۆێە"
_ODD_LETTERS = {
    "ar": (rf"[یکہھےٹڈڑںۂۃ{_PASHTO_KURDISH}]", "a letter of Persian or Urdu", "Arabic has ي and ك"),
    "fa": (rf"[يىكہھےٹڈڑں{_PASHTO_KURDISH}]", "a letter of Arabic or Urdu", "Persian has ی and ک"),
    "ur": (rf"[يىكهۀە{_PASHTO_KURDISH}]", "a letter of Arabic or Persian", "Urdu has ی, ک and ہ or ھ"),
    "he": ("[ךםןףץ](?=[א-ת])", "a final letter within a word", "a space may be missing"),
    "ru": (r"[іїєґўІЇЄҐЎ]|\b(?:якщо|щоб|або|щодня|це|ви)\b", "Ukrainian or Belarusian", "this is to be Russian"),
    "uk": (r"[ыэёъўЫЭЁЪЎ]|\b(?:что|чтобы|если|или|врач|как)\b", "Russian", "Ukrainian has и, е, ї and an apostrophe"),
    "ro": ("[şţŞŢãÃ]", "a letter with a cedilla or a tilde", "Romanian has ș and ț with a comma, and ă"),
    "tr": (
        "i\u0307|\\b(?:Ilaç|Iyi|Ishal|Idrar|Iğne|Iştah|Ilik|Için|Iste|Ilk|Ikinci|Içer)",
        "a wrong i",
        "write i or İ",
    ),
    "vi": ("[ðÐ]", "an Icelandic ð", "Vietnamese has đ"),
    "th": ("เเ|\u0e4d\u0e32", "two signs that look like one", "write แ, or ำ"),
    "lo": ("ເເ|\u0ecd\u0eb2", "two signs that look like one", "write ແ, or ຳ"),
    "my": (r"(?:^|[\s(“‘၊။])\u1031|[\u1060-\u1097]", "Zawgyi, which is not Unicode", "convert it to Unicode"),
    "hi": ("अा|अो|अौ", "two signs that look like one", "write आ, ओ, औ"),
    "bn": ("অা", "two signs that look like one", "write আ"),
    "gu": ("અા|અો|અૌ", "two signs that look like one", "write આ, ઓ, ઔ"),
    "pa": ("ਅਾ", "two signs that look like one", "write ਆ"),
    "it": (
        r"\b[Ee]['’´](?=\s)|\b(?:perche|piu|puo|gia|cosi|sara|cioe)['’´](?!\w)",
        "a loose accent",
        "è",
    ),
}
_PATTERNS = {tag: (re.compile(odd), what, instead) for tag, (odd, what, instead) in _ODD_LETTERS.items()}
# In whatever language: letters in their shapes for print of long ago, kashida within a word, text read with the wrong
# encoding. FDF2, FDFA and FDFC are words that have no other form.
_PRINTED = re.compile("[\ufb00-\ufb06\ufb50-\ufdcf\ufdf0\ufdf1\ufdf3-\ufdf9\ufdfb\ufe70-\ufefc]")
_KASHIDA = re.compile("(?<=[\u0620-\u065f\u0671-\u06d3])\u0640+(?=[\u0620-\u064a\u0671-\u06d3])")
_GARBLED = re.compile("[ÃÂÐØÙ][\u0080-\u00bf]|â€|ï»¿|\ufffd|à[¤¥¦§]")
# NFC takes these apart, though every keyboard writes them (UAX 15, composition exclusions).
_UNCOMPOSED = re.compile(
    "[\u0340-\u0344\u0958-\u095f\u09dc\u09dd\u09df\u0a33\u0a36\u0a59-\u0a5b\u0a5e\ufb1d-\ufb4e\uf900-\ufaff]"
)


@rule("letters")
def other_letters(pair: Pair) -> Iterator[Finding]:
    r"""Letters are those of the language, not of a neighbour with the same script, and whole: é, not e and an accent.

    right: fa: You can. -> شما می\u200cتوانید.
    wrong: fa: You can. -> شما مي\u200cتوانيد.
    right: ar: medicine -> دواء كيميائي
    wrong: ar: medicine -> دواء کیمیائی
    wrong: ur: This is blood. -> یه خون ہے۔
    right: ro: your blood cells -> celulele și țesuturile
    wrong: ro: your blood cells -> celulele şi ţesuturile
    wrong: uk: Drink water. -> Пейте воду каждый день, вы это знаете.
    wrong: vi: Drink water. -> Uo\u0302\u0301ng nu\u031bo\u031b\u0301c.
    wrong: my: Call us. -> ေဆး ေသာက္ပါ။
    """
    base, text = pair.language.tag.split("-")[0], pair.plain
    odd, what, instead = _PATTERNS.get(base, (None, "", ""))
    if odd and (found := odd.search(text)):
        yield Finding(f"{what}: '{_near(text, found)}'", instead)
    for pattern, name in ((_GARBLED, "read with the wrong encoding"), (_PRINTED, "a letter in its shape for print")):
        if (found := pattern.search(text)) and found[0] not in pair.english:
            yield Finding(f"{name}: '{_near(text, found)}'", "type it anew")
    if found := _KASHIDA.search(text):
        yield Finding(f"a stretched word: '{_near(text, found)}'", "take the kashida out")
    bare = _UNCOMPOSED.sub(" ", text)  # a space, so that its neighbours do not meet
    if not bare.isascii() and len(unicodedata.normalize("NFC", bare)) < len(bare):
        yield Finding("letters and their accents stand apart", "save the file in Unicode's form NFC")


def _near(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 6) : found.end() + 6]


# Letters without which a text of so many letters is hardly ever written: one message in 3,000 or fewer, counted for
# each language in 15,000 translated messages of free programs or more.
_NEEDED = {
    "tr": (60, re.compile("[ıİşŞğĞçÇöÖüÜâî]")),
    "pl": (72, re.compile("[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]")),
    "ro": (65, re.compile("[ăâîșțĂÂÎȘȚşţ]")),
    "uk": (75, re.compile("[іїєґІЇЄҐ]")),
    "ru": (150, re.compile("[ыэъёЫЭЪЁ]")),
    "fr": (120, re.compile("[à-ÿœÀ-ß]")),
    "de": (180, re.compile("[äöüßÄÖÜ]")),
    "pt": (140, re.compile("[à-ÿÀ-ß]")),
    "es": (200, re.compile("[à-ÿÀ-ß]")),
}
# What is no word of the language until its letters have their marks.
_BARE_LINES = {
    "tr": "icin degil hastalik hastaligi ilac ilaci ilaclar saglik agri bagisiklik cunku cok lutfen yuksek dusuk "
    "hucre hucreler hucreleri iligi onemli gunu gun icinde arayin olcun",
    "pl": "sie jesli moze mozna byc bedzie rowniez komorek komorki komorka zakazenie zakazenia goraczka goraczke "
    "goraczki lekow bialaczka bialaczki bialaczke wode pielegniarka takze ktory ktora ktore dzien kazdy prosze zespol",
    "ro": "si daca fara maduva sange sangele medicatia infectie infectii cand sanatoase",
    "es": "tambien medula celula celulas globulos sintoma sintomas medico medicos infeccion informacion radiacion "
    "atencion despues rapido dia dias ningun algun podria deberia anos ninos manana pequeno numero telefono aqui "
    "linea clinica estomago vomitos cancer oseo osea organos recaida remision medicacion inyeccion transfusion higado "
    "rinon corazon todavia asi segun facil dificil razon",
    "fr": "medecin medecins tres apres etre sante medicament medicaments leucemie fievre symptome symptomes hopital "
    "deja etes bientot reponse equipe numero premiere derniere probleme problemes chimiotherapie verifier systeme "
    "meme telephone genetique derriere",
    "de": "fuer ueber koennen muessen wuerde moeglich waehrend aerztin aerzte spaeter natuerlich zurueck naechste "
    "naechsten fur uber konnen mussen moglich taglich arztin blutkorperchen leukamie leukaemie ubelkeit uebelkeit "
    "fuehlen schuetzen regelmassig",
    "pt": "nao celula celulas voce voces medico medicos tambem orgao orgaos infeccao infeccoes sao entao informacao "
    "coracao ossea apos saude remedio transfusao medicacao doenca doencas cabeca crianca criancas cancer agua estao "
    "alem possivel dificil util",
    "it": "puo piu perche cosi gia cioe poiche affinche possibilita finche qualita attivita tossicita",
}
_BARE_WORDS = {tag: frozenset(words.split()) for tag, words in _BARE_LINES.items()}
# Small letters beyond a to z; others in a word that is no name belong to a neighbour's language.
_ALPHABETS = {
    **{"es": "áéíóúüñ", "pt": "áâãàçéêíóôõúü", "fr": "àâæçéèêëîïôœùûüÿñ", "it": "àèéìíîòóùú", "de": "äöüßéèàêçñô"},
    **{"pl": "ąćęłńóśźżéà", "ro": "ăâîșțéşţã", "tr": "çğıöşüâîû", "ht": "àâçèêëîïòóôùû", "tl": "áàâéèêíìîóòôúùûñ"},
    **{"sw": "é", "so": "é"},
}
_BARE_ENDING = re.compile("(?:[ao][^aeiou]{1,2}i(?:niz|siniz)|lari(?:n|ni|niz|m)?|[ao]digi[a-z]*)$")
_TONED = re.compile("[à-ɏ\u1e00-\u1eff]")


@rule("marked-letters")
def bare_letters(pair: Pair) -> Iterator[Finding]:
    """Letters have the accents, dots and hooks of the language, and no others.

    right: tr: for illness -> hastalık için
    wrong: tr: for illness -> hastalik icin
    right: es: red blood cells -> los glóbulos rojos
    wrong: es: red blood cells -> los globulos rojos
    wrong: es: heart -> coração
    wrong: vi: Drink water every day. -> Uong nuoc moi ngay.
    wrong: pt: You need water. -> Voce precisa de água.
    wrong: de: for you -> fuer Sie
    """
    base, words = pair.language.tag.split("-")[0], _WORD.findall(_OUTSIDE.sub(" ", pair.plain))
    for word in words:
        if word.lower() in _BARE_WORDS.get(base, ()) and (word.islower() or word not in pair.english):
            yield Finding(f"a word without its accents or dots: '{word}'", "write it with them")
            return
    words = [word for word in words if word not in pair.english]
    if _is_bare(base, words):
        yield Finding("a text without any of the language's own letters", "write them with their accents or dots")
    own = _ALPHABETS.get(base, "")
    odd = [word for word in words if word[0].islower() and own and not set(_TONED.findall(word)) <= set(own)]
    if odd:
        yield Finding(f"a letter of another language: '{odd[0]}'", "type it anew")


def _is_bare(base: str, words: list[str]) -> bool:
    """Say whether a text is too long to have so few letters with marks; of Vietnamese words, most have some.

    In Turkish an i does not follow a, o or u in an ending; where ı lost its shape, it seems to.
    """
    if base == "tr" and "".join(words).isascii() and any(map(_BARE_ENDING.search, words)):
        return True
    if base == "vi":
        toned = sum(bool(_TONED.search(word)) for word in words)
        return len(words) > 3 and toned < (len(words) - 4) / 4 + 0.5
    if base not in _NEEDED:
        return False
    count, pattern = _NEEDED[base]
    return sum(map(len, words)) >= count and not pattern.search("".join(words))


_KANJI, _KANA = re.compile("[\u4e00-\u9fff]"), re.compile("[\u3041-\u30ff]")


@rule("han")
def other_han(pair: Pair) -> Iterator[Finding]:
    """Chinese is in simplified or in traditional characters, as its tag says; Japanese has its own.

    right: zh-Hans: blood cells -> 血细胞
    wrong: zh-Hans: blood cells -> 血細胞
    right: zh-Hant: after the empress -> 皇后之後
    wrong: zh-Hant: blood cells -> 血细胞
    right: ja: medicine -> 医学
    wrong: ja: blood cells -> 血细胞
    wrong: zh-Hans: experience -> 経験
    """
    if pair.language.script in ("Hans", "Hant", "Jpan"):
        odd = [character for character in han.odd(pair.plain, pair.language.script) if character not in pair.english]
        if odd:
            yield Finding(
                f"characters of another way of writing: '{''.join(odd)}'", "convert them, and read them again"
            )
    if pair.language.script == "Jpan" and len(_KANJI.findall(pair.plain)) > 20 and not _KANA.search(pair.plain):
        yield Finding("no kana in a long text", "is this Chinese?")
