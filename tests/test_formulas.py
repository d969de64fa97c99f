"""Reading levels in other languages than English, held against values computed by hand."""

import inspect
import re

import pytest

from handouts import formulas
from handouts.formulas import FORMULAS, Counts, count, readings, why_not
from handouts.readability import level
from handouts.syllables import SPELLINGS, counter

# 100 words in 10 sentences: 10 words a sentence; 180 syllables: 1.8 a word; 500 letters; 20 words of three syllables or
# more, 5 of four or more, 40 of one; 15 of more than six letters
TEXT = Counts(words=100, sentences=10, letters=500, syllables=180, of_one=40, of_three=20, of_four=5, long=15)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        pytest.param(formulas.inflesz, 84.695, id="206.835 - 112.14 - 10"),
        pytest.param(formulas.fernandez_huerta, 88.64, id="206.84 - 108 - 10.2"),
        pytest.param(formulas.kandel_moles, 75.1, id="209 - 122.4 - 11.5"),
        pytest.param(formulas.amstad, 64.7, id="180 - 105.3 - 10"),
        pytest.param(formulas.wiener_sachtext, 5.3045, id="3.87 + 1.672 + 1.9455 - 1.308 - 0.875"),
        pytest.param(formulas.gulpease, 69, id="89 - 50 + 30"),
        pytest.param(formulas.martins, 86.405, id="248.835 - 152.28 - 10.15"),
        pytest.param(formulas.douma, 58.94, id="206.84 - 138.6 - 9.3"),
        pytest.param(formulas.fog_pl, 6, id="0.4 * (10 + 5)"),
        pytest.param(formulas.oborneva, 85.655, id="206.835 - 108.18 - 13"),
        pytest.param(formulas.atesman, 100.41, id="198.825 - 72.315 - 26.1"),
        pytest.param(formulas.lix, 25, id="10 + 15"),
    ],
)
def test_formula_on_counts_worked_by_hand(formula, value):
    assert formula(TEXT) == pytest.approx(value)


def test_every_formula_names_its_source_with_the_year():
    for formula in {each.value for several in FORMULAS.values() for each in several}:
        assert re.search(r", (19|20)\d\d\b", inspect.getdoc(formula)), formula


@pytest.mark.parametrize(
    ("tag", "text", "words", "sentences", "syllables"),
    [
        # Be-ba a-gua ca-da dí-a. Lla-me a su e-qui-po.
        pytest.param("es", "Beba agua cada día. Llame a su equipo.", 8, 2, 15, id="Spanish"),
        # l’eau est propre (the last e is not heard). Bu-vez.
        pytest.param("fr", "L’eau est propre. Buvez.", 5, 2, 5, id="French, l’eau being two words"),
        # Trin-ken Sie Was-ser. Ru-fen Sie uns an.
        pytest.param("de", "Trinken Sie Wasser. Rufen Sie uns an.", 7, 2, 10, id="German"),
        # Be-ba á-gua. É bom.
        pytest.param("pt", "Beba água. É bom.", 4, 2, 6, id="Portuguese"),
        # Pij wo-dę. Dzwoń do nas.
        pytest.param("pl", "Pij wodę. Dzwoń do nas.", 5, 2, 6, id="Polish"),
        # Пей-те во-ду. Это в ста-ка-не: в has no vowel
        pytest.param("ru", "Пейте воду. Это в стакане.", 5, 2, 9, id="Russian"),
        # Su i-çin. İ-yi o-lun.
        pytest.param("tr", "SU İÇİN. İyi olun.", 4, 2, 7, id="Turkish capitals"),
        # Drink wa-ter. Bel ons.
        pytest.param("nl", "Drink water. Bel ons.", 4, 2, 5, id="Dutch"),
    ],
)
def test_text_counted_by_hand(tag, text, words, sentences, syllables):
    counts = count(tag, [text])
    assert (counts.words, counts.sentences, counts.syllables) == (words, sentences, syllables)


def test_gulpease_of_a_sentence():
    # 5 words (l’ acqua è molto buona) in one sentence, 1 + 5 + 1 + 5 + 5 = 17 letters: 89 + (300 - 170) / 5
    assert readings("it", ["L’acqua è molto buona."])[0].value == pytest.approx(89 + 130 / 5)


@pytest.mark.parametrize(
    ("tag", "text", "sentences"),
    [
        ("de", "Essen Sie z. B. Brot oder ca. drei Eier.", 1),
        ("pl", "Jedz owoce, np. jabłka itd. codziennie.", 1),
        ("ru", "Овощи, фрукты и т. д. полезны. Пейте воду.", 2),
        ("de", "Der Arzt sagt: „Trinken Sie.“ Dann geht er.", 3),
        ("es", "¿Qué es? Es agua… Beba.", 3),
        ("fr", "Il dit : « Buvez. » Puis il part !", 3),
    ],
)
def test_full_stops_of_abbreviations_end_no_sentence(tag, text, sentences):
    assert count(tag, [text]).sentences == sentences


PLAIN_AND_HARD = {
    "da": (
        "Drik vand. Ring til os.",
        "Behandlingen af immunforsvarets sygdomme forudsætter regelmæssige undersøgelser.",
    ),
    "de": ("Trinken Sie Wasser. Rufen Sie an.", "Immunologische Untersuchungen erfordern regelmäßige Blutentnahmen."),
    "es": ("Beba agua. Llame hoy.", "Las complicaciones inmunológicas requieren intervenciones hospitalarias."),
    "fr": ("Buvez de l’eau. Dormez.", "Les complications immunologiques nécessitent une hospitalisation immédiate."),
    "it": ("Bevi acqua. Dormi bene.", "Le complicazioni immunologiche richiedono ospedalizzazioni immediate."),
    "nl": ("Drink water. Bel ons.", "Immunologische complicaties vereisen onmiddellijke ziekenhuisbehandeling."),
    "pl": ("Pij wodę. Śpij dobrze.", "Immunologiczne powikłania wymagają natychmiastowej hospitalizacji."),
    "pt": ("Beba água. Durma bem.", "As complicações imunológicas requerem intervenções hospitalares imediatas."),
    "ru": ("Пейте воду. Спите.", "Иммунологические осложнения требуют немедленной госпитализации."),
    "sv": ("Drick vatten. Ring oss.", "Immunologiska komplikationer förutsätter omedelbar sjukhusbehandling."),
    "tr": ("Su iç. Bizi ara.", "İmmünolojik komplikasyonlar hastaneye yatırılmanızı gerektirebilmektedir."),
}


@pytest.mark.parametrize("tag", sorted(FORMULAS))
def test_harder_text_reads_harder(tag):
    plain, hard = PLAIN_AND_HARD[tag]
    for formula, easy, difficult in zip(FORMULAS[tag], readings(tag, [plain]), readings(tag, [hard]), strict=True):
        assert (easy.value > difficult.value) is formula.high_is_easy
        assert easy.met
        assert not difficult.met
        assert easy.meaning != difficult.meaning


@pytest.mark.parametrize("tag", sorted(FORMULAS))
def test_longer_sentences_read_harder(tag):
    plain = PLAIN_AND_HARD[tag][0]
    joined = plain.replace(". ", " ", 1)
    for formula, easy, difficult in zip(FORMULAS[tag], readings(tag, [plain]), readings(tag, [joined]), strict=True):
        assert (easy.value > difficult.value) is formula.high_is_easy


@pytest.mark.parametrize(
    "formula", [each for several in FORMULAS.values() for each in several], ids=lambda each: each.name
)
def test_scale_goes_from_easy_to_hard_and_holds_the_target(formula):
    bounds = [bound for bound, _ in formula.steps]
    assert bounds == sorted(bounds, reverse=formula.high_is_easy)
    assert min(bounds) <= formula.target <= max(bounds)


@pytest.mark.parametrize(
    ("value", "meaning", "met"),
    [
        (80, "very easy", True),
        (79.9, "fairly easy", True),
        (55, "normal", True),
        (54.9, "somewhat hard", False),
        (-3, "very hard", False),
    ],
)
def test_meaning_and_target_on_either_side_of_a_bound(value, meaning, met):
    formula = formulas.Formula("INFLESZ", lambda _: value, FORMULAS["es"][0].steps, "very hard", 55, "")
    found = formula.read(TEXT)
    assert (found.meaning, found.met, found.target) == (meaning, met, "55 or more")


@pytest.mark.parametrize("tag", ["ar", "zh-Hans", "uk", "vi", "ja", "th", "he", "ro", "so"])
def test_language_without_an_accepted_formula_is_not_measured_and_says_why(tag):
    assert readings(tag, ["Text."]) == ()
    assert why_not(tag)


def test_region_and_script_of_a_tag_do_not_matter():
    assert readings("pt-BR", ["Beba água."]) == readings("pt", ["Beba água."])


@pytest.mark.parametrize("texts", [[], [""], ["123"]])
def test_text_without_words_is_not_measured(texts):
    assert readings("es", texts) == ()


def test_english_grades_as_readings():
    found = formulas.english(level(["The cat sat on the mat. It had some water."], []), 7)
    assert [(each.formula, each.meaning, each.target, each.met) for each in found] == [
        ("Flesch-Kincaid", "US school grade 1", "7 or less", True),
        ("SMOG", "US school grade 3", "7 or less", True),
    ]


# Counted by hand, as dictionaries divide them or, in French, as they are spoken.
SYLLABLES = {
    "es": "el 1 agua 2 día 2 leucemia 3 cuidado 3 quimioterapia 5 médula 3 ósea 3 células 3 madre 2 trasplante 3 "
    "ahora 3 muy 1 y 1 ayuda 3 ruido 2 después 2 también 2 oír 2 actúa 3 sangre 2 guía 2 cigüeña 3 equipo 3 hueso 2 "
    "infección 3 quién 1 usted 2 enfermedad 4 tratamiento 4 inmunológico 6 hoy 1 aún 2 riesgo 2 náuseas 3 seguir 2",
    "pt": "água 2 família 3 leucemia 4 coração 3 mães 1 você 2 muito 2 dia 2 rio 2 saúde 3 ciência 3 período 4 aos 1 "
    "sangue 2 quando 2 que 1 médico 3 quimioterapia 7 remissões 3 meio 2 baixa 2 viu 1 saiu 2 células 3 seus 1 não 1 "
    "infecção 3 equipe 3 cuidado 3 imunológico 6 náusea 3 língua 2 óssea 3 doença 3 põe 1 sua 2",
    "pl": "woda 2 szpik 1 kostny 2 białaczka 3 leczenie 3 chemia 2 chemioterapia 5 krew 1 komórki 3 pacjent 2 lekarz 2 "
    "przeszczep 2 zakażenie 4 trzeci 2 ręce 2 immunoterapia 6 dzień 1 się 1 niebieski 3 radio 2 zespół 2 życie 2 w 0",
    "de": "Wasser 2 Patient 3 Leukämie 3 Knochenmark 3 Blut 1 Blutkörperchen 4 Infektion 4 über 2 Ihre 2 Ihr 1 neue 2 "
    "Behandlung 3 Stammzellen 3 bauen 2 Zelle 2 Krankheit 2 Ärzte 2 Operation 5 quälen 2 Fieber 2 Medikamente 5 See 1 "
    "Immunsystem 4 Chemotherapie 5 Ei 1 Haar 1 aktuell 3 Spender 2 Übelkeit 3 Transplantation 5 Arzt 1 Übung 2 Eier 2",
    "fr": "eau 1 table 1 école 2 leucémie 3 hôpital 3 chimiothérapie 5 une 1 elle 1 moelle 1 osseuse 2 greffe 1 "
    "infection 3 aider 2 sang 1 cellules 2 maïs 2 médecin 3 question 2 équipe 2 fièvre 1 malade 2 réaction 3 vie 1 "
    "traitement 3 jour 1 votre 1 langue 1 guérir 2 créée 2 née 1 donneur 2 immunitaire 4 noyau 2 le 1 théâtre 2 "
    "poésie 3 Noël 2 les 1 globules 2 piéton 2 variété 3 lumière 2 l 0 qu 0 de 1",
    "nl": "water 2 ziekenhuis 3 leukemie 3 over 2 infectie 3 bloed 1 beenmerg 2 cellen 2 dokter 2 vraag 1 moe 1 "
    "behandeling 4 kanker 2 nieuwe 2 huis 1 chemotherapie 5 theater 3 stamcellen 3 misselijk 3 mooi 1 patiënt 3 tijd 1",
    "ru": "вода 2 лейкоз 2 костный 2 мозг 1 химиотерапия 7 кровь 1 её 2 лечение 4 в 0",
    "tr": "su 1 lösemi 3 kemik 2 iliği 3 tedavi 3 hastalık 3 saat 2 doktorunuz 4",
}


@pytest.mark.parametrize("language", sorted(SYLLABLES))
def test_syllables_of_words_counted_by_hand(language):
    counted, words = counter(language), SYLLABLES[language].split()
    wrong = {
        word: counted(word.lower())
        for word, by_hand in zip(words[::2], words[1::2], strict=True)
        if counted(word.lower()) != int(by_hand)
    }
    assert wrong == {}


def test_syllables_are_counted_wherever_a_formula_asks_for_them():
    asks = {language for language, several in FORMULAS.items() if {each.name for each in several} - {"LIX", "Gulpease"}}
    assert asks | {"en"} == set(SPELLINGS)


@pytest.mark.xfail(reason="known to be one too few: Fa-mi-li-e", strict=True)
def test_german_loan_words_in_ie():
    assert counter("de")("familie") == 4
