"""Texts made ready: where lines may break, what runs left to right, letters that join, markup, placeholders, escapes.

What is not seen is shown here: ~ is a space and + a place where no line may end, | one where it may, ^ joins letters,
<ltr> stands around what runs left to right, <half> around a sign set narrow.
"""

import re
import unicodedata

import pytest

from handouts import setting
from handouts.languages import language

SIGNS = {"\u00a0": "~", "\u2060": "+", "\u200b": "|", "\u200d": "^"}
ELEMENTS = {r'<span dir="ltr">(.*?)</span>': r"<ltr>\1</ltr>", r'<span class="narrow">(.)</span>': r"<half>\1</half>"}
KHMER = "ខ្ញុំចង់ផឹកទឹកស្អាតរាល់ថ្ងៃ ហើយខ្ញុំចង់ដេកលក់ស្រួលៗ។"
LAO = "ຂ້ອຍຢາກດື່ມນ້ຳສະອາດທຸກໆມື້ ແລະຂ້ອຍຢາກນອນ"
BURMESE = "ကျွန်တော်သည် သန့်ရှင်းသောရေကို နေ့တိုင်းသောက်ချင်ပါသည်။ ရေကိုသောက်ပါ။"
RTL = {"ar": "اتصل {} الآن", "fa": "تماس {} امروز", "ur": "فون {} ابھی", "he": "התקשרו {} היום", "ps": "ټلیفون {} نن"}


def made(text, tag="en", **more):
    """Make a text ready and show what is not seen."""
    html = setting.html(text, language(tag), **more)
    for element, shown in ELEMENTS.items():
        html = re.sub(element, shown, html)
    return html.translate(str.maketrans(SIGNS))


def written(html):
    """Return the text that was written, out of what was made of it."""
    return re.sub("<[^>]*>|[|+^]", "", html).replace("~", " ")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Your body needs water, each day and every night."),
        ("es", "¿Dónde está su pozo? Llámenos: «siempre»."),
        ("de", "Ihre Stammzellen wachsen im Knochenmark."),
        ("ru", "Пейте чистую воду каждый день."),
        ("vi", "Hãy uống nước sạch mỗi ngày."),
        ("hi", "हर दिन साफ पानी पिएं।"),
        ("ta", "தினமும் சுத்தமான தண்ணீர் குடியுங்கள்."),
        ("th", "ฉันอยากดื่มน้ำสะอาดทุกวัน"),
        ("am", "በየቀኑ ንጹህ ውሃ ይጠጡ።"),
        ("ar", "اشرب الماء كل يوم."),
        ("he", "שתו מים נקיים 3 פעמים."),
        ("en", "Aspirin or CAR-T cells; page 15 of 16, the 2nd one."),
        ("en", "one word of اثنين letters"),
    ],
)
def test_text_without_need_is_not_touched(tag, text):
    assert setting.html(text, language(tag)) == text


@pytest.mark.parametrize("tag", ["en", "zh-Hans", "ko", "km", "th", "hi"])
def test_left_to_right_text_gets_no_direction(tag):
    assert "dir=" not in setting.html("(555) 010-0199, 38.0 – 38.5 °C, CD19+", language(tag))


@pytest.mark.parametrize("tag", ["en", "ar", "ko", "ja", "km"])
@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("<b>", "&lt;b&gt;", id="tag"),
        pytest.param("&lt;", "&amp;lt;", id="entity"),
        pytest.param("**<b>**", "<strong>&lt;b&gt;</strong>", id="within strong"),
        pytest.param("<script>", "&lt;script&gt;", id="script"),
    ],
)
def test_html_is_text(tag, text, html):
    assert made(text, tag).replace("<ltr>", "").replace("</ltr>", "").replace("+", "") == html


def test_html_within_what_runs_left_to_right_is_text():
    assert made("نخاع A&B<C نخاع", "ar") == "نخاع <ltr>A&amp;B</ltr>&lt;<ltr>C</ltr> نخاع"
    assert made("نخاع A **&B** نخاع", "ar") == "نخاع <ltr>A</ltr> <strong>&amp;<ltr>B</ltr></strong> نخاع"
    assert made("نخاع A&**B** نخاع", "ar") == "نخاع <ltr>A&amp;<strong>B</strong></ltr> نخاع"


@pytest.mark.parametrize(
    ("tag", "text", "html"),
    [
        pytest.param("en", "one **two** *three*", "one <strong>two</strong> <em>three</em>", id="strong and emphasis"),
        pytest.param("en", "***a***", "<em><strong>a</strong></em>", id="both"),
        pytest.param("ar", "اشرب **الماء** *كل* يوم", "اشرب <strong>الماء</strong> <em>كل</em> يوم", id="Arabic"),
        pytest.param("hi", "**पानी** पिएं", "<strong>पानी</strong> पिएं", id="Hindi"),
        pytest.param("ko", "**물**을", "<strong>물</strong>+을", id="Korean"),
        pytest.param("zh-Hans", "您的身体需要**喝水**。", "您的身体需要<strong>+喝+水</strong>。", id="Chinese"),
        pytest.param("km", "ខ្ញុំ**ចង់**ផឹកទឹកស្អាតរាល់ថ្ងៃ", "ខ្ញុំ<strong>|ចង់</strong>|ផឹកទឹក|ស្អាតរាល់ថ្ងៃ", id="Khmer"),
    ],
)
def test_markup_becomes_elements(tag, text, html):
    assert made(text, tag) == html


def test_stars_of_a_plain_text_are_stars():
    assert made("**a** *b*", prose=False) == "**a** *b*"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ar", "اتصل (555) 010-0199 إذا زادت CAR T-cell (IL-6) عن 38.0 – 38.5 °C."),
        ("he", "מעל 38.5 °C, 5% או CD19 (WHO)"),
        ("ko", "조혈모세포 이식을 38.5 °C에서 2–3회 받습니다."),
        ("ja", "「水を飲む。」（全 3 ページ）"),
        ("zh-Hans", "（水）。体温超过 38.5 °C以上。"),
        *(("km", KHMER), ("lo", LAO), ("my", BURMESE)),
        ("pl", "woda w domu i o 10:30 u lekarza"),
    ],
)
def test_nothing_of_a_text_is_lost(tag, text):
    assert written(made(text, tag)) == text


# Placeholders


@pytest.mark.parametrize("tag", ["en", "ar", "ko", "km"])
def test_value_is_html_and_stands_where_its_placeholder_stood(tag):
    assert made("{b}, {a}", tag, values={"a": "<i>1 mg</i>", "b": "**x** & y"}).replace("+", "") == (
        "**x** & y, <i>1 mg</i>"
    )


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("en", "(555) 010-0199"),
        ("ar", "+1 555 0100"),
        ("ko", "조혈모세포"),
        ("zh-Hans", "您的身体需要喝水"),
        ("km", KHMER),
    ],
)
def test_no_rule_sees_a_value(tag, value):
    assert value in setting.html("x {a}.", language(tag), values={"a": value})


def test_placeholder_without_a_value_is_text():
    assert made("{a} {b}", values={"b": "{a}"}) == "{a} {a}"


def test_page_number_of_chinese_stays_with_what_is_around_it():
    assert made("第 {page} 页", "zh-Hans", values={"page": "1"}) == "第 +1+ 页"


# What runs left to right


@pytest.mark.parametrize("tag", RTL)
@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("(555) 010-0199", "<ltr>(555)~010-+0199</ltr>"),
        ("+1 555 0100", "<ltr>+1~555~0100</ltr>"),
        ("38.5 °C", "<ltr>38.5~°C</ltr>"),
        ("38.0 – 38.5 °C", "<ltr>38.0 – 38.5~°C</ltr>"),
        ("2–3", "<ltr>2–+3</ltr>"),
        ("HSCT **37.5** °C", "<ltr>HSCT <strong>37.5</strong>~°C</ltr>"),
        ("**37.5** °C", "<ltr><strong>37.5</strong>~°C</ltr>"),
        ("CAR T-cell", "<ltr>CAR T-cell</ltr>"),
        ("5%", "<ltr>5%</ltr>"),
        ("CD19+", "<ltr>CD19+</ltr>"),
        ("24/7", "<ltr>24/7</ltr>"),
        ("1,500", "<ltr>1,500</ltr>"),
        ("help@example.org", "<ltr>help@example.org</ltr>"),
        ("WHO", "<ltr>WHO</ltr>"),
        ("3", "3"),
        ("2026", "2026"),
        ("(WHO)", "(<ltr>WHO</ltr>)"),
        ("(38.5 °C).", "(<ltr>38.5~°C</ltr>)."),
        ("«CAR T»", "«<ltr>CAR T</ltr>»"),
        ("IL-6, CD3", "<ltr>IL-6</ltr>, <ltr>CD3</ltr>"),
        ("IL-6 (5 mg)", "<ltr>IL-6</ltr> (<ltr>5~mg</ltr>)"),
        ("**WHO** *UN*", "<ltr><strong>WHO</strong> <em>UN</em></ltr>"),
        ("**CAR T**", "<strong><ltr>CAR T</ltr></strong>"),
    ],
)
def test_what_runs_left_to_right_stands_in_one_element(tag, text, html):
    around = RTL[tag]
    assert made(around.format(text), tag) == around.format(html)


def test_strong_text_that_ends_within_a_number_is_cut_in_two():
    text = "**حرارة HSCT** 37.5 °C الآن"
    assert made(text, "ar") == "<strong>حرارة </strong><ltr><strong>HSCT</strong> 37.5~°C</ltr> الآن"


def test_digits_of_arabic_need_no_element():
    assert made("اتصل ٣ مرات", "ar") == "اتصل ٣ مرات"


# Letters that join


@pytest.mark.parametrize(
    ("tag", "text", "html"),
    [
        pytest.param("ar", "**مه**م", "<strong>مه^</strong>^م", id="within a word"),
        pytest.param("ar", "ال**ماء**", "ال^<strong>^ماء</strong>", id="behind the article"),
        pytest.param("ar", "سَ**خِّن**", "سَ^<strong>^خِّن</strong>", id="behind a vowel sign"),
        pytest.param("ur", "م**ی**ں", "م^<strong>^ی^</strong>^ں", id="on both sides"),
        pytest.param("fa", "ن*ه*", "ن^<em>^ه</em>", id="emphasis"),
        pytest.param("ar", "ا**لماء**", "ا<strong>لماء</strong>", id="not after alef"),
        pytest.param("ar", "و**الماء**", "و<strong>الماء</strong>", id="not after waw"),
        pytest.param("ar", "د**واء**", "د<strong>واء</strong>", id="not after dal"),
        pytest.param("ur", "ے**ک**", "ے<strong>ک</strong>", id="not after yeh barree"),
        pytest.param("ar", "شي**ء**", "شي<strong>ء</strong>", id="not before hamza"),
        pytest.param("ar", "**ء**ب", "<strong>ء</strong>ب", id="not after hamza"),
        pytest.param("ar", "**ماء** بارد", "<strong>ماء</strong> بارد", id="not over a space"),
        pytest.param("ar", "نخاع *م*.", "نخاع <em>م</em>.", id="not before a sign"),
        pytest.param("ar", "ب**3**", "ب<strong>3</strong>", id="not before a digit"),
        pytest.param("fa", "می\u200c**خواهم**", "می\u200c<strong>خواهم</strong>", id="not over a non-joiner"),
        pytest.param("he", "ה**מים**", "ה<strong>מים</strong>", id="not in Hebrew"),
        pytest.param("hi", "पा**नी**", "पा<strong>नी</strong>", id="not in Hindi"),
    ],
)
def test_joiners_stand_where_a_tag_cuts_letters_that_join(tag, text, html):
    assert made(text, tag) == html


# Where lines may break


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("물을 마십니다.", "물+을 마+십+니+다+.", id="between spaces"),
        pytest.param("DNA를 봅니다", "DNA+를 봅+니+다", id="a particle behind Latin letters"),
        pytest.param("12개월", "12+개+월", id="a counter behind a number"),
        pytest.param("조혈모세포이식을 위해서", "조+혈+모+세+포+이+식+을 위+해+서", id="a long word that still fits"),
        pytest.param("동종조혈모세포이식환자", "동종조혈모세포이식환자", id="a word too long for a line"),
    ],
)
def test_korean_breaks_at_spaces_only(text, html):
    assert made(text, "ko") == html


@pytest.mark.parametrize(
    ("tag", "text", "html"),
    [
        pytest.param("zh-Hans", "您的身体需要水。您每天需要喝", "您的身体需要水。您每天需+要+喝", id="last three"),
        pytest.param("zh-Hant", "您的身體需要水。", "您的身體需+要+水。", id="the full stop does not count"),
        pytest.param("zh-Hans", "（您的身体需要水）", "（您的身体需+要+水）", id="nor do brackets"),
        pytest.param("zh-Hans", "请您每天喝水", "请您每天喝水", id="six characters are too few"),
    ],
)
def test_last_characters_of_chinese_stay_together(tag, text, html):
    assert made(text, tag) == html


@pytest.mark.parametrize(
    ("tag", "text", "html"),
    [
        ("km", KHMER, "ខ្ញុំ|ចង់|ផឹកទឹក|ស្អាត|រាល់ថ្ងៃ ហើយ|ខ្ញុំ|ចង់|ដេក|លក់ស្រួលៗ។"),
        ("lo", LAO, "ຂ້ອຍ|ຢາກ|ດື່ມ|ນ້ຳ|ສະ|ອາດ|ທຸກໆ|ມື້ ແລະ|ຂ້ອຍຢາກນອນ"),
        ("my", BURMESE, "ကျွန်တော်|သည် သန့်ရှင်း|သော|ရေ|ကို နေ့|တိုင်း|သောက်|ချင်|ပါသည်။ ရေ|ကို|သောက်ပါ။"),
    ],
)
def test_lines_may_break_between_words_where_no_spaces_are_written(tag, text, html):
    assert made(text, tag) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("水を飲む前に手を洗う。", "水+を飲+む前+に手+を+洗+う+。"),
        ("熱が出たら、すぐに電話する。", "熱+が出+た+ら+、す+ぐ+に電+話+す+る+。"),
    ],
)
def test_japanese_breaks_between_phrases(text, html):
    assert made(text, "ja") == html


@pytest.mark.parametrize(("tag", "text"), [("km", KHMER), ("lo", LAO), ("my", BURMESE)])
@pytest.mark.parametrize("cut", range(0, 30, 3))
def test_no_line_begins_with_a_sign(tag, text, cut):
    html = made(text[cut:] + text, tag)
    first = [html[at + 1] for at, character in enumerate(html) if character == "|"]
    assert first and all(unicodedata.category(character) == "Lo" for character in first)
    assert "\u17d2|" not in html and "\u1039|" not in html


def test_japanese_phrase_too_long_for_a_column_may_break():
    assert made("コルチコステロイドを飲む前に。", "ja").startswith("コルチコステロイド")


def test_word_that_the_dictionary_lacks_stays_whole():
    assert "ຄຳຖາມ" in made("ຂ້ອຍມີຄຳຖາມກ່ຽວກັບນ້ຳ", "lo")


@pytest.mark.parametrize(("tag", "text"), [("km", KHMER), ("ja", "水を飲む")])
def test_without_icu_the_text_stays_as_it_is(monkeypatch, tag, text):
    monkeypatch.setattr(setting.breaks, "_icu", lambda: None)
    assert made(text, tag) == text


@pytest.mark.parametrize(
    ("tag", "text", "html"),
    [
        ("en", "take 5 mg now", "take 5~mg now"),
        ("en", "fever of 38.5 °C.", "fever of 38.5~°C."),
        ("ko", "38.5 °C를 넘으면", "38.5~°C+를 넘+으+면"),
        ("zh-Hans", "体温超过 38.5 °C以上需要来", "体温超过 38.5~°C以上需+要+来"),
        ("en", "wait 30 minutes", "wait 30~minutes"),
        ("es", "espere 30 minutos", "espere 30~minutos"),
        ("fr", "5 % ou 38,5 °C", "5~% ou 38,5~°C"),
        ("pt", "5 horas", "5~horas"),
        ("de", "nach 5 Stunden", "nach 5~Stunden"),
        ("it", "5 ore", "5~ore"),
        ("pl", "5 godzin", "5~godzin"),
        ("ru", "5 мг через 30 минут", "5~мг через 30~минут"),
        ("uk", "30 хвилин", "30~хвилин"),
        ("tr", "30 dakika", "30~dakika"),
        ("vi", "30 phút", "30~phút"),
        ("tl", "30 minuto", "30~minuto"),
        ("so", "30 daqiiqo", "30~daqiiqo"),
        ("sw", "kwa dakika 30 tu", "kwa dakika~30 tu"),
        ("ar", "بعد 30 دقيقة", "بعد 30~دقيقة"),
        ("ar", "بعد ٣٠ دقيقة", "بعد ٣٠~دقيقة"),
        ("fa", "۳۰ دقیقه", "۳۰~دقیقه"),
        ("he", "אחרי 30 דקות", "אחרי 30~דקות"),
        ("hi", "30 मिनट", "30~मिनट"),
        ("hi", "३० मिनट", "३०~मिनट"),
        ("bn", "৩০ মিনিট", "৩০~মিনিট"),
        ("pa", "30 ਮਿੰਟ", "30~ਮਿੰਟ"),
        ("ta", "30 நிமிடங்கள்", "30~நிமிடங்கள்"),
        ("th", "30 นาที", "30~นาที"),
        ("my", "30 မိနစ်", "30~မိနစ်"),
        ("am", "30 ደቂቃ", "30~ደቂቃ"),
        ("ht", "30 minit", "30~minit"),
        ("vi", "ngày 12 tháng 11 năm 2026", "ngày 12 tháng~11 năm~2026"),
        ("en", "**38.5** °C", "<strong>38.5</strong>~°C"),
    ],
)
def test_number_stays_with_its_unit(tag, text, html):
    assert made(text, tag) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("12–13 pills", "12–+13 pills", id="range with a dash"),
        pytest.param("12-13 pills", "12-+13 pills", id="range with a hyphen"),
        pytest.param("(555) 010-0199 now", "(555)~010-+0199 now", id="phone number"),
        pytest.param("10 000 cells", "10~000 cells", id="long number"),
    ],
)
def test_number_of_several_parts_stays_on_one_line(text, html):
    assert made(text) == html


@pytest.mark.parametrize(
    "text", ["15 mgs", "15 more", "mg 15", "one minute", "the 5-year plan", "Mon–Fri now", "(one) 15"]
)
def test_what_only_looks_like_a_unit_or_a_range_may_break(text):
    assert made(text) == text


def test_letters_behind_the_last_hyphen_do_not_stand_alone():
    assert made("Diga-me que vai lavar-se.", "pt") == "Diga-me que vai lavar-+se."
    assert made("Ela lava-o já.", "pt") == "Ela lava-o já."


@pytest.mark.parametrize(
    ("tag", "text", "html"),
    [
        pytest.param("pl", "woda w domu i las", "woda w~domu i~las", id="Polish"),
        pytest.param("ru", "дома и в лесу", "дома и~в~лесу", id="Russian"),
        pytest.param("en", "such as (a cell)", "such as (a~cell)", id="behind a bracket"),
        pytest.param("en", "drink **a cup**", "drink <strong>a~cup</strong>", id="strong"),
        pytest.param("es", "ven a las 10:30 hoy", "ven a~las~10:30 hoy", id="time of day"),
        pytest.param("hi", "विटामिन D3 लें", "विटामिन~D3 लें", id="code"),
        pytest.param("hi", "व घर", "व घर", id="not in scripts whose letters are syllables"),
        pytest.param("en", "plan B, or it", "plan B, or it", id="not before a sign"),
    ],
)
def test_small_word_stays_with_the_next_one(tag, text, html):
    assert made(text, tag) == html


@pytest.mark.parametrize(
    ("tag", "text", "html"),
    [
        pytest.param("zh-Hant", "「水」、「茶」。", "「水<half>」</half>、「茶<half>」</half>。", id="quotes"),
        pytest.param("zh-Hans", "（水）。茶", "（水<half>）</half>。茶", id="brackets"),
        pytest.param("zh-Hans", "（**水**）。", "（<strong>水</strong><half>）</half>。", id="behind strong"),
        pytest.param("zh-Hans", "水。茶", "水。茶", id="one alone"),
        pytest.param("ko", "（물）。", "（+물+）。", id="not in Korean"),
    ],
)
def test_first_of_two_full_width_signs_is_set_narrow(tag, text, html):
    assert made(text, tag) == html
