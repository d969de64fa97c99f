"""Reading levels, held against values computed by hand."""

import pytest

from handouts.readability import count_syllables, level, sentences_of


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        *(("a", 1), ("blood", 1), ("cell", 1), ("helped", 1), ("make", 1), ("the", 1)),
        *(("boxes", 2), ("marrow", 2), ("needed", 2), ("people", 2), ("transplant", 2), ("water", 2)),
        *(("infection", 3), ("radiation", 4)),
    ],
)
def test_syllables_of_common_words(word, syllables):
    assert count_syllables(word) == syllables


def test_grade_of_a_text_counted_by_hand():
    # 10 words, 2 sentences, 11 syllables (water 2), no word of three syllables or more
    found = level(["The cat sat on the mat. It had some water."], [])
    assert (found.words, found.sentences) == (10, 2)
    assert found.flesch_kincaid == pytest.approx(0.39 * 10 / 2 + 11.8 * 11 / 10 - 15.59)
    assert found.smog == pytest.approx(3.1291)


def test_long_words_raise_smog():
    # 1 sentence with 2 words of three syllables: 1.0430 * sqrt(2 * 30 / 1) + 3.1291
    assert level(["An infection needs radiation."], []).smog == pytest.approx(1.0430 * 60**0.5 + 3.1291)


def test_terms_of_the_glossary_count_as_words_but_not_by_their_syllables():
    # 3 words in 1 sentence; of the 2 words that count ("is", "bad") each has one syllable
    found = level(["Leukemia is bad."], ["leukemia"])
    assert found.words == 3
    assert found.flesch_kincaid == pytest.approx(0.39 * 3 + 11.8 * 2 / 2 - 15.59)
    assert found.smog == pytest.approx(3.1291)


def test_longest_term_is_taken_first():
    assert level(["Blood-forming stem cells radiate."], ["stem cells", "blood-forming stem cells"]).words == 4


def test_each_text_ends_a_sentence():
    assert level(["when you wake up", "with each meal"], []).sentences == 2


@pytest.mark.parametrize("texts", [[], [""], ["..."], ["123"]])
def test_text_without_words_has_no_grade(texts):
    assert level(texts, []).flesch_kincaid == 0


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        pytest.param("One two. Three!", [2, 1], id="ends of sentences"),
        pytest.param("It can lead to: pain", [4, 1], id="a colon ends one"),
        pytest.param("At 38.0 degrees call", [3], id="a number's point does not"),
        pytest.param("Don’t use T-cells", [3], id="apostrophe and hyphen stay inside"),
    ],
)
def test_words_of_each_sentence(text, lengths):
    assert [len(words) for words in sentences_of(text)] == lengths


def test_harder_text_reads_at_a_higher_grade():
    plain = level(["Drink water. Call us."], [])
    hard = level(["Immunological complications necessitate immediate hospitalization."], [])
    assert plain.flesch_kincaid < hard.flesch_kincaid
    assert plain.smog < hard.smog


@pytest.mark.parametrize("word", ["I", "mg", "b"])
def test_word_has_a_syllable_whatever_its_letters(word):
    assert count_syllables(word.lower()) == 1
