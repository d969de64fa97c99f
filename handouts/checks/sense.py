"""Rules for what a translation says as a whole: that it is one, that it says all, and that it says it once."""

import math
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from handouts.checks import lengths
from handouts.checks.rules import Finding, Pair, rule
from handouts.languages import Language, language
from handouts.problems import Severity

_ENGLISH = language("en")
_BRACES = re.compile(r"\{[a-z_]+\}")
_PLACE_HELD = re.compile(
    r"TODO|TB[ACD]|[Xx]{3,}|FIXME|[Nn]/[Aa]|NULL|None|undefined|asdf\w*"
    r"|(?i:lorem ipsum.*|(?:un|not )translated|(?:no|missing|needs?) translation|translate(?: me| this)?"
    r"|translation(?: is)?(?: missing| needed| pending| here)?)"
)
# "To be translated", in whatever form and language.
_TRANSLATE = re.compile(
    "(?i:translat|tradu[cziïç]|traduir|traducir|übersetz|tłumacz|перев[ео]д|перекла|çevr[iİ]|çevir|dịch|tafsir|turjum"
    "|isalin|ترجم|תרגו|अनुवाद|অনুবাদ|ਅਨੁਵਾਦ|અનુવાદ|மொழிபெயர்|అనువా|แปล|បកប្រែ|ဘာသာပြန်|ແປ|ትርጉም|번역|翻[訳译譯])"
)
_NOTE = re.compile(r"(?<!\w)(?:TODO(?=\s*[:\]])|TBD|FIXME|XXX+|TRANSLATE)(?!\w)|(?<!\w)TODO\W*$")

# English words that no other language in Latin letters has.
_GRAMMAR_WORDS = (
    "the of and with them your you is are what when how which from this these those that can may after before its they "
    "their not have has been will should why who where there than then more most some any each every both but about "
    "into during while such other another could would might must does did between because without until"
)
_EVERYDAY_WORDS = (
    "day days week weeks month months year years hour hours morning night evening today food water drink eat sleep "
    "rest call ask write bring take keep look twice next visit number help pain home leaflet words know "
    "getting ready growth new old choices checks steps side effects feeling tired sick strong healthy weak "
    "early late signs sign wear soft clothes clean mouth teeth skin hair head stomach feet legs heart lungs sun smoke "
    "talk tell sit walk begin end first low high good better best worse small large "
    "safe stay go going give gives take takes get gets make makes uses help helps need needs want wants "
    "work works feel feels harm learn read close here again always never often sometimes soon now "
    "people friends family children child answers "
    "draft approved monday tuesday wednesday thursday friday saturday sunday yes hand wash hands"
)
# Of a leaflet's vocabulary, what no other language writes so; within a translation they are English that was left in.
_LEFT_WORDS = (
    "able ache allergic allergy although appetite appointment arm around asleep avoid aware back bath bathroom "
    "bed bedtime begins bite bleed bleeds blurred bowel breast breath breathe breathing bruise bruising "
    "burning called carefully catch caused causes chest chew chills cold comes common cough coughing count "
    "crowds crush cut daily damage danger dark dizzy donor dose doses drowsy dry early easily eating eggs "
    "empty enough even ever exercise eye eyes face faint fall family fast fatigue few fingers finish fish flu "
    "follow foods friend fruit full gentle getting gloves goal grow growing grows gums half happen happens "
    "hard headache heal healing healthy hear heart heavy higher hives hold hurt hurts illness immediately "
    "infection infections injection itching itchy join juice keeping kidney kidneys kills kind kinds known "
    "larger last leave leg less let life lift light limit listen liver loss lower lowers lunch lung made mask "
    "match meals meat milk missed mix mood mouthwash move muscle nausea neck need needle needed next nose numb "
    "numbness off often older onto open our out outside own painful painkiller paper pass patients people "
    "pills place plan pregnant pressure problem problems protect purpose quickly quiet raw reach ready reason "
    "red refill rest results right rinse room safe same save scarf sex shaking share shave shortness shot "
    "shots should shower shows sip sitting skip sleeping slow slowly small smell soap someone soon sore sores "
    "spread stairs start starts steps stool stop stops store stress stronger such sugar sunlight support "
    "surgery sweating swallow swelling swollen syringe table tablets taking taste team tears temperature thin "
    "thing things think thirsty through throat tightly times tired together tooth toothbrush touch toward "
    "towel travel treat treated tried trouble try tube ulcers understand unusual upset urine used useful using "
    "vaccine vegetables very vomit vomiting waiting walk walking warm warning watch ways well while white "
    "whole wider within without woman women wound wounds wrong yellow young always every everyone everything "
    "nothing something hours minutes again against feel felt kept left tells told asks asked calls went goes "
    "done doing had having were was are been being than then them us we he she his her"
)
# Some languages have taken these over, as Tagalog and Somali have.
_MEDICAL_WORDS = (
    "symptoms symptom treatment treatments relapse relapses blood bone marrow cells cell medicines disease "
    "chemotherapy immunotherapy therapy platelets platelet fever bleeding engraftment conditioning risks counts "
    "leukemia healthcare care phone nurse nurses doctors vein tissue tissues bruises trial trials clinical"
)
_GRAMMAR, _EVERYDAY = frozenset(_GRAMMAR_WORDS.split()), frozenset(_EVERYDAY_WORDS.split())
_MEDICAL = frozenset(_MEDICAL_WORDS.split())
# Taken over as they stand by no other language than Tagalog.
_ENGLISH_NAMES = [
    set(name.split())
    for name in (
        "blood test",
        "blood tests",
        "stem cell transplant",
        "follow up visits",
        "follow up visit",
        "bone marrow transplant",
        "blood count",
        "blood counts",
    )
]
_BORROWING = ("tl", "so", "sw", "ht")
_FOREIGN = _GRAMMAR & {"the", "and", "with", "your", "you", "which", "their", "they", "this", "these", "when", "what"}
_STOP = _GRAMMAR | _EVERYDAY
_SHARED = frozenset({"plan", "mix", "sip", "off", "back", "face", "table", "sugar", "room"})  # with other languages
_LEFT = (_STOP | _MEDICAL | frozenset(_LEFT_WORDS.split())) - _SHARED
_SMALL_LATIN = re.compile(r"(?<![A-Za-z\d’'@./_-])[a-z]{2,}(?:-[a-z]{2,})?(?![A-Za-z\d’'@/_]|\.\w)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLAUSE = re.compile(
    r"[,;:—–(]|\b(?:that|which|who|when|where|because|so|but|or|and|if|while|then|until|before|after)\b"
)
_OPENING, _CLOSING = "¿¡\"'“‘„«»(（「『*", ".,;:!?…\"'”’“»«)）」』*،؛؟۔।።፣፤፥၊။។、。，；！？"
# Scripts without spaces: so many letters are no chance when they stand twice in a row. Chinese repeats "一步一步" and
# verbs such as "休息休息"; Burmese repeats adverbs of two syllables.
_HAN = r"((?!一)(?!休息|讨论|討論|了解|研究|商量|活动|活動|锻炼|鍛鍊|放松|放鬆)[\u4e00-\u9fff]{2,12})\1"
_UNSPACED = {
    "Hans": re.compile(_HAN),
    "Hant": re.compile(_HAN),
    "Jpan": re.compile(r"((?!一)[\u4e00-\u9fff]{2,12}|[\u3040-\u30ff\u4e00-\u9fff]{4,16}|を)\1"),
    "Thai": re.compile(r"([\u0e01-\u0e4d]{6,40}|และ|หรือ|เพื่อ|ไม่)\1"),
    "Laoo": re.compile(r"([\u0e81-\u0ecd]{6,40}|ແລະ|ຫຼື|ເພື່ອ|ບໍ່)\1"),
    "Khmr": re.compile(r"([\u1780-\u17d3]{6,40}|និង|ឬ|ដើម្បី|មិន)\1"),
    "Mymr": re.compile(r"([\u1000-\u103f]{9,40}|နှင့်|သို့မဟုတ်)\1"),
}
# What languages repeat rightly: adverbs, "each", "sometimes", and words that end one clause and begin the next.
_REPEATED_WORDS = {
    "de": "sie, ihr",
    "fr": "nous, vous",
    "it": "via, piano, pian, piccolo, mano, poco, a poco, passo, man, così",
    "pt": "se, logo, a pouco, a gota",
    "es": "casi, luego",
    "ro": "încet, rând, foarte",
    "ru": "долго, очень",
    "uk": "дуже, довго",
    "tr": "yavaş, hemen, zaman, sık, teker, tek, ayrı, çeşit, bol, ara, yer, kat, küçük, büyük, uzun, adım, gün, "
    "hafta, ikişer, "
    "birer, bir, ince, derin, sessiz, rahat, yeni, kısa, açık, güzel, iyi, hafif, azar, parça, dilim, tane, "
    "sıra, grup, damla, yudum, günden, kolay, sıcak, hızlı, bölüm, az, çok, türlü, başka, farklı, ağır, üçer, "
    "dörder, sakin, lokma",
    "vi": "từ, dần, thường, luôn, xa, đều, mãi, ngày, ai, rất, song, vừa, lâu, nhanh, chung, riêng, hay, khăng, "
    "đôi, từng chút, từng bước, một ít, tối, sáng, chiều, khe, rưng, âm, nơi, nhà, đâu, lần, chậm",
    "ht": "piti, tou piti, dousman, vit, youn, anpil, yo, li, ti kras, tanzantan, tout, byen, kont, tikras, zò, tan",
    "sw": "pole, haraka, sana, moja, mara, kidogo, taratibu, hapa, vile, hivyo, siku, sasa, mwanzo, zima, kabisa, "
    "mbali, polepole, papo, mmoja, wawili, mbili, chini, juu, vipande, sawa, bara, fujo, tofauti, nusu",
    "so": "mar, kala, yar, kii, tartiib, dhowr, goor, xoogaa, laba, mid, meel, qaar, cad, badan, isla, tallaabo, "
    "maalin, kuwo, hal, saddex, dhan, weyn, adag, fudud, degdeg, dhib",
    "tl": "iba, isa, unti, araw, paulit, dahan, mas, kanya, sari, sunod, oras, linggo, minsan, pira, hati, madalas",
    "ar": "شيئا, قليلا, رويدا, خطوة, واحدا, جدا, يوما, قليلاً, شيئاً, رويداً, واحداً, جدًا, جداً, قليلًا, رويدًا, واحدًا",
    "fa": "کم, آرام, یکی, ذره, قطره, تک, رفته, گاه, دانه, جدا, خیلی, آهسته, قدم, لحظه, پاره, نرم, یک, دو, بسیار, "
    "جرعه, روز, دسته, زود, تکه, یواش, مرحله, کم‌, گروه",
    "ur": "آہستہ, کبھی, الگ, بار, ساتھ, تھوڑا, تھوڑی, تھوڑے, طرح, جیسے, ویسے, چھوٹے, چھوٹی, بڑے, بڑی, کون, کیا, "
    "ایک, جلدی, روز, اپنے, اپنی, جو, جہاں, کہاں, کب, دو, بیچ, کرتے, ہوتے, قدم, گرم, نئے, نئی, دھیرے, کس, جگہ, ٹھیک, "
    "صاف, پاس, کوئی, مختلف, قطرہ, جب, جوں, دن, صبح, آرام, پہلے, دور, تین, جن, گھونٹ, بہت, کچھ",
    "he": "לאט, מעט, אחד, אחת, צעד, מאוד, שלב, טיפה, שניים, יום",
    "hi": "धीरे, कभी, अलग, बार, साथ, थोड़ा, थोड़ी, थोड़े, तरह, जैसे, वैसे, छोटे, छोटी, बड़े, बड़ी, कौन, क्या, एक, "
    "जल्दी, रोज़, रोज, अपने, अपनी, जो, जहाँ, जहां, कहाँ, कहां, कब, दो, बीच, करते, होते, कदम, क़दम, गरम, गर्म, नए, "
    "नई, आहिस्ता, किस, जगह, ठीक, साफ़, साफ, पास, कोई, भिन्न, बूँद, बूंद, जब, ज्यों, दिन, सुबह, आराम, पहले, दूर, "
    "तीन, जिन, घूँट, घूंट, बहुत, कुछ, चलते, खाते, घर, हल्के, हल्का, सोते, बैठे, पल, किन",
    "bn": "কখনো, কখনও, ধীরে, আলাদা, মাঝে, বার, ছোট, বড়, সঙ্গে, সাথে, কারও, কারো, কোনো, কোন, অল্প, যে, কী, কি, কে, "
    "ঘন, একটু, নতুন, ভিন্ন, যার, নিজ, নিজের, আস্তে, দিন, দিনে, পর, এক, দুই, করতে, ধাপে, ভালো, গরম, কেউ, যেমন, যত, "
    "তত, একে, খুব, ফোঁটা, জায়গায়, রোজ, সময়ে, ক্রমে, কিছু, বারে, বিভিন্ন, যেতে, টুকরো, পাশে, হালকা, ঘরে, দূরে",
    "pa": "ਹੌਲੀ, ਕਦੇ, ਵੱਖ, ਵਾਰ, ਨਾਲ, ਥੋੜ੍ਹਾ, ਥੋੜ੍ਹੀ, ਥੋੜ੍ਹੇ, ਛੋਟੇ, ਛੋਟੀਆਂ, ਛੋਟੀ, ਜਿਵੇਂ, ਤਿਵੇਂ, ਕੀ, ਕਿਹੜੇ, ਕਿਹੜੀਆਂ, "
    "ਕੌਣ, ਇੱਕ, ਆਪਣੇ, ਆਪਣੀ, ਵੱਡੇ, ਤਰ੍ਹਾਂ, ਕਿਤੇ, ਦੋ, ਕੁਝ, ਰੋਜ਼, ਜਲਦੀ, ਨਵੇਂ, ਠੀਕ, ਕੋਲ, ਬਹੁਤ, ਵਿੱਚ, ਕਰਦੇ, ਕਿੱਥੇ, ਘੁੱਟ, "
    "ਤੁਪਕਾ, ਵੱਖਰੇ, ਵੱਖਰੀਆਂ",
    "gu": "ધીમે, ધીરે, ક્યારેક, અલગ, જુદા, જુદી, જુદાં, જુદું, વાર, સાથે, થોડું, થોડા, થોડી, થોડાં, નાના, નાની, "
    "નાનાં, જેમ, તેમ, શું, કયા, કઈ, કયાં, કોણ, એક, મોટા, મોટી, કોઈ, કેટલાક, જે, રોજ, વચ્ચે, બે, ક્યાં, ફરી, નવા, "
    "નવી, ગરમ, ટીપું, પોત, જલદી, કરતાં, ઘણી, પાસે, બહુ, ઘૂંટડો, દિવસે",
    "ta": "மெல்ல, மீண்டும், திரும்ப, வேறு, சின்ன, சிறு, பெரிய, யார், என்ன, எந்த, சிலர், சில, கொஞ்சம், நல்ல, "
    "வெவ்வேறு, விதம், அடுத்து, தொடர்ந்து, சிறிய, புதிய, படி, நாளுக்கு, பல",
    "te": "మళ్ళీ, మళ్లీ, చిన్న, పెద్ద, వేరు, కొద్ది, తరచూ, కొంచెం, నెమ్మదిగా, మెల్లగా, ఏమి, ఏ, అప్పుడు, రోజు, "
    "వేర్వేరు, ఒక్క, త్వరగా, తిరిగి, కొత్త, మంచి, పదే, ఎవరు, రకరకాల",
    "am": "ትንሽ, አልፎ, ቶሎ, ቀስ, ብዙ, አንድ, ሌላ, ደጋግሞ, ለየብቻ, ሁለት, ዋና, ብርድ, ረጅም, አጭር, ጥሩ, ቀላል, ጠዋት, ማታ, ቀን, ሌሊት, ምን, መቼ, "
    "የት, ማን, አዲስ, ትልቅ, ትላልቅ, ትንንሽ, ልዩ, ግማሽ, ቀስ በቀስ, የተለያየ, እያንዳንዱ, ጥቂት",
    "ko": "따로, 하나, 차츰, 서로, 가끔, 조금, 천천히, 한 걸음, 자주, 그때, 점점, 하루, 조금씩, 한 번",
    "my": "ဖြည်းဖြည်း, ခဏ, တစ်ခါ, များ",
    "km": "ម្ដង, បន្តិច, ម្តង",
    "lo": "ຊ້າ, ເທື່ອ",
    "th": "ค่อย, บาง, ช้า",
}
_REPEATED = {
    tag: frozenset(unicodedata.normalize("NFC", word) for word in words.split(", "))
    for tag, words in _REPEATED_WORDS.items()
}
_COMMA = re.compile("[,;،؛，、；፣၊]")
_THREE_TIMES = re.compile(r"([^\W\d_][^\s\d.,]{1,20})\1\1")
_THREE_WORDS = re.compile(r"(?<!\S)([^\W\d_]\S*)\s\1\s\1(?!\S)", re.IGNORECASE)
_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]|[“\"«„「『‘][^”\"»“」』’]*[”\"»“」』’]")


@rule("blank")
def blank(pair: Pair) -> Iterator[Finding]:
    """A translation says something: it isn't made of dots, dashes and marks, and no note stands in for it.

    right: de: Side effects -> Nebenwirkungen
    right: es: {page} / {pages} -> {page} / {pages}
    right: es: The whole body -> Todo el cuerpo
    right: zh-Hans: 4 to 8 -> 4–8
    wrong: de: Side effects -> —
    wrong: es: Side effects -> TODO
    wrong: ja: Side effects -> ？？？
    wrong: ar: Side effects -> translation missing
    wrong: fr: Side effects -> À traduire
    wrong: ko: Side effects -> 번역 예정
    wrong: it: Side effects -> [effetti]
    """
    english, text = _bare(pair.plain_english), _bare(pair.plain)
    if not any(map(str.isalpha, english)):
        return
    said = any(map(str.isalpha, text)) or (any(map(str.isdigit, text)) and lengths.letters(english) < 12)
    words = " ".join(re.findall(r"[\w/]+", text))
    held = _PLACE_HELD.fullmatch(words) or _NOTE.search(text)
    if not said and not _BRACES.search(pair.text):
        yield Finding(f"a translation without words: '{pair.text}'", "translate it, or leave the entry empty")
    elif (held and held[0] not in english) or _is_note(text, english):
        yield Finding(f"a note instead of a translation: '{pair.text}'", "translate it, or leave the entry empty")


def _is_note(text: str, english: str) -> bool:
    """Say whether a short text only says that it is to be translated, or stands in square brackets as a whole."""
    bracketed = re.fullmatch(r"\s*[\[［【].*[\]］】]\s*", text) and not english.strip().startswith("[")
    short = len(text.split()) < 4 and lengths.letters(text) < 24
    return bool(bracketed or (short and _TRANSLATE.search(text) and not _TRANSLATE.search(english)))


@rule("unchanged", Severity.WARNING)
def unchanged(pair: Pair) -> Iterator[Finding]:
    """A translation isn't English; what is the same in both languages may stay, as names, numbers and medicines do.

    right: es: HSCT -> HSCT
    right: fr: Transplantation -> Transplantation
    right: es: Plasma -> Plasma
    right: tl: stem cell -> stem cell
    right: so: stem cells -> unugyada asalka ah (stem cells)
    right: hi: Call +1 555 0100. -> +1 555 0100 पर फ़ोन करें।
    wrong: fr: Side effects -> Side effects
    wrong: de: Drink **water**. -> drink **water**
    wrong: hi: Leukemia -> Leukemia
    wrong: pl: Rest. Drink a glass of water. -> Proszę odpoczywać. Drink a glass of water.
    wrong: it: Take the tablets. -> Prenda the compresse.
    wrong: it: Bone marrow makes blood: your bone marrow. -> Il bone marrow produce il sangue.
    wrong: ta: Your hair may fall out. -> உங்கள் hair உதிரக்கூடும்.
    right: ta: Your hair may fall out (alopecia). -> உங்கள் முடி உதிரக்கூடும் (hair loss).
    """
    if pair.language.tag.split("-")[0] == "en":
        return
    english, text = _words(pair.plain_english), _words(pair.plain)
    if english == text:
        if _is_english(_WORD.findall(pair.plain_english), pair.language):
            yield Finding("the translation is the English text", "translate it")
    elif part := _untranslated(english, pair):
        yield Finding(f"a part is still English: '{part}'", "translate it")


def _is_english(words: list[str], own: Language) -> bool:
    """Say whether words can't be those of another language."""
    known = _GRAMMAR | _EVERYDAY | (frozenset() if own.tag in _BORROWING else _MEDICAL)
    if any(word.casefold() in known for word in words) or _is_english_name(words, own):
        return True
    first, rest = words[:1], words[1:]
    named = any(not word.islower() for word in rest) or any(not word[1:].islower() for word in first)
    return own.script != "Latn" and bool(words) and not named and (bool(rest) or words[0][:1].isupper())


def _is_english_name(words: list[str], own: Language) -> bool:
    return own.tag != "tl" and {word.casefold() for word in words} in _ENGLISH_NAMES  # Tagalog borrows these whole


def _untranslated(english: list[str], pair: Pair) -> str:
    """Return what is English in a translation: a sentence, four words in a row, or one that only English has."""
    text = _words(pair.plain)
    for sentence in lengths.split(pair.plain_english):
        if len(sentence.split()) > 2 and sentence in pair.plain and _STOP.intersection(_words(sentence)):
            return sentence
    rows = {tuple(english[start : start + 4]) for start in range(len(english) - 3)}
    for start in range(len(text) - 3):
        row = text[start : start + 4]
        if tuple(row) in rows and _STOP.intersection(row):
            return " ".join(row)
    outside = _BRACKETED.sub("|", _bare(pair.plain))
    return next((word for word in _WORD.findall(outside) if word in _FOREIGN), "") or _left_in(outside, pair)


def _left_in(text: str, pair: Pair) -> str:
    """Return small English words that stand in a translation: two in a row, or one in a script that is not Latin."""
    english = pair.plain_english
    found = [word for word in _SMALL_LATIN.findall(text) if set(word.split("-")) <= _LEFT and word in english]
    if pair.language.script != "Latn":
        return found[0] if found else ""
    if pair.language.tag in _BORROWING:
        return ""
    rows = (f"{first} {second}" for first, second in pairwise(found))
    return next((row for row in rows if row in text and row in english), "")


@rule("sentences", Severity.WARNING)
def lost_or_added(pair: Pair) -> Iterator[Finding]:
    """Every sentence of the English is there and no other; two may be joined, or one made two, if nothing is lost.

    right: de: Rest. Drink water. -> Ruhen Sie sich aus. Trinken Sie Wasser.
    right: de: This is a leaflet. It does not replace advice. -> Dies ist ein Merkblatt, und es ersetzt keine Beratung.
    right: ja: Which side effects could I have, and what could help? -> どんな副作用がありますか。何が役に立ちますか。
    wrong: de: Tell your nurse at once. Do not wait until the next day. -> Sagen Sie es sofort Ihrer Pflegekraft.
    wrong: hi: Wash your hands often. Infections are dangerous now. -> अपने हाथ बार-बार धोएँ।
    wrong: es: Drink a glass of water. -> Beba un vaso de agua. Llame a su equipo médico si tiene fiebre.
    """
    english, text = lengths.sentences(pair.plain_english), lengths.sentences(pair.plain)
    longer = lengths.deviation(pair.plain_english, pair.plain, pair.language)
    if lengths.share_of(pair.language) is None:
        return
    lost, added = english.sure - text.possible, text.sure - english.possible
    if lost > 0 and longer < _lost_limit(pair, lost, english.sure):
        hint = f"the English has {english.sure} sentences, the translation {text.possible}"
        yield Finding("a sentence seems to be missing", hint)
    if added > 0 and longer > _added_limit(pair, added, english.sure):
        hint = f"the English has {english.sure} sentences, the translation {text.sure}"
        yield Finding("a sentence seems to be added", hint)


def _lost_limit(pair: Pair, lost: int, sentences: int) -> float:
    """Return the deviation under which fewer sentences say less; joined ones leave a comma or an "and".

    Thai and Lao show the ends of sentences by nothing but length.
    """
    if not pair.language.ends:
        return 1.7 * math.log(1 - 0.57 / sentences)
    limit = math.log(1 - 0.57 * min(lost, sentences - 1) / sentences)
    return limit if lengths.joints(pair.plain, pair.language) >= lost else 0.4 * limit


def _added_limit(pair: Pair, added: int, sentences: int) -> float:
    """Return the deviation above which more sentences say more; only a text with a comma or a clause is made two."""
    split = _CLAUSE.search(pair.plain_english)
    return math.log(1 + 0.5 * added / max(sentences, 2)) if split else 0.05


@rule("length", Severity.WARNING)
def too_long_or_short(pair: Pair) -> Iterator[Finding]:
    """A translation is about as long as that language usually is; short texts may differ more than long ones.

    right: fr: Ask -> Posez vos questions
    right: zh-Hans: radiation therapy -> 放疗
    wrong: de: Tell your doctor about all the medicines and teas that you take at home. -> Sagen Sie es Ihrem Arzt.
    wrong: am: Tell your doctor about all the medicines and teas that you take at home. -> ለሐኪምዎ ይንገሩ።
    wrong: vi: Eat slowly. -> Quý vị hãy ăn thật chậm, nhai kỹ và uống nhiều nước mỗi ngày cho đến khi khỏe hẳn.
    """
    longer = lengths.deviation(pair.plain_english, pair.plain, pair.language)
    if abs(longer) > lengths.bound(pair.plain_english):
        share = round(100 * math.exp(longer))
        text = f"far {'longer' if longer > 0 else 'shorter'} than this language usually is: about {share} % of that"
        yield Finding(text, "is something missing?" if longer < 0 else "is something added?")


@rule("doubled-word", Severity.WARNING)
def doubled_word(pair: Pair) -> Iterator[Finding]:
    """No word, row of words or sentence stands twice in a row, but where the language does so.

    right: fr: Wash your hands before you rest. -> Lavez-vous les mains avant de vous reposer.
    right: de: If you take them -> Wenn Sie sie einnehmen
    right: de: the cells that the donor gives -> die Zellen, die die Spenderin gibt
    right: sw: Walk slowly. -> Tembea pole pole.
    right: tr: sometimes -> zaman zaman
    right: zh-Hans: little by little -> 一步一步
    right: hi: different kinds -> अलग अलग प्रकार
    wrong: es: the blood of the donor -> la sangre del del donante
    wrong: ru: blood and bones -> кровь и и кости
    wrong: fr: in the blood -> dans le dans le sang
    wrong: bn: in the blood -> রক্তে রক্তে
    wrong: zh-Hans: Stem cells grow. -> 干细胞干细胞会生长。
    wrong: ko: Drink water. -> 물을 드세요. 물을 드세요.
    """
    if _doubled(pair.plain_english, _ENGLISH):
        return
    if found := _doubled(pair.plain, pair.language):
        yield Finding(f"twice in a row: '{found}'", "take one out")


def _doubled(text: str, own: Language) -> str:
    sentences = [_words(sentence) for sentence in lengths.split(text)]
    for first, second in pairwise(sentences):
        if first == second and len("".join(first)) > 3:
            return " ".join(first)
    words = text.split()
    return _doubled_words(words, own) or _doubled_clause(text) or _thrice(text, own) or _doubled_letters(text, own)


def _doubled_clause(text: str) -> str:
    """Find a clause of three words or more, or of four characters of a script without spaces, that follows itself."""
    clauses = [_words(clause) for clause in _COMMA.split(text)]
    for first, second in pairwise(clauses):
        long = len(first) > 2 or (len(first) == 1 and len(first[0]) > 3 and ord(first[0][0]) > 0xE00)
        if long and first == second[: len(first)]:
            return " ".join(first)
        if len(second) > 2 and first[-len(second) :] == second:
            return " ".join(second)
    return ""


def _thrice(text: str, own: Language) -> str:
    """Find what stands three times in a row, which no language does rightly."""
    pattern = _THREE_TIMES if own.script in _UNSPACED else _THREE_WORDS
    found = pattern.search(text)
    return found[1] if found else ""


def _doubled_words(words: list[str], own: Language) -> str:
    """Find one to five words that stand twice with nothing but a space between."""
    for size in range(1, 6):
        for start in range(len(words) - 2 * size + 1):
            first, second = words[start : start + size], words[start + size : start + 2 * size]
            if _same(first, second) and not _rightly(first, words[start - 1 : start], own):
                return " ".join(first)
    return ""


def _same(first: list[str], second: list[str]) -> bool:
    """Compare rows of words, punctuation around the whole left out."""
    left, right = " ".join(first).lstrip(_OPENING), " ".join(second).rstrip(_CLOSING)
    alike = left == right or (left[:1].lower() + left[1:] == right and len(left) > 3)
    return alike and any(map(str.isalpha, left)) and not _BRACES.search(left)


def _rightly(words: list[str], before: list[str], own: Language) -> bool:
    """Say whether the language repeats such words, as many do for "slowly", "sometimes" or "each"."""
    word, tag = _composed(" ".join(words)).casefold(), own.tag.split("-")[0]
    relative = tag == "de" and word in ("der", "die", "das", "den", "dem") and "".join(before).endswith(",")
    return relative or word in _REPEATED.get(tag, frozenset())


def _doubled_letters(text: str, own: Language) -> str:
    """Find what stands twice in a row in a script without spaces."""
    pattern = _UNSPACED.get(own.script)
    found = pattern.search(text) if pattern else None
    return found[1] if found else ""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _bare(text: str) -> str:
    return _BRACES.sub("", text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
