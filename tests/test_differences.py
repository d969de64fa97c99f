"""What has changed between two versions of a text."""

import pytest

from handouts.differences import Change, marked, parts


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        pytest.param("Take 10 mg a day.", "Take 5 mg a day.", "Take [-10-]{+5+} mg a day.", id="a word"),
        pytest.param("Drink water.", "Drink clean water.", "Drink{+ clean+} water.", id="a word more"),
        pytest.param("Call us now.", "Call us.", "Call us[- now-].", id="a word less"),
        pytest.param(
            "每天喝水。", "每天喝干净的水。", "每天喝{+干净的+}水。", id="scripts without spaces by character"
        ),
        pytest.param("كثيرًا ما", "غالبًا ما", "[-كثيرًا-]{+غالبًا+} ما", id="marks belong to their word"),
        pytest.param("same", "same", "same", id="nothing"),
        pytest.param("", "new", "{+new+}", id="all new"),
    ],
)
def test_changes_are_shown_word_by_word(before, after, shown):
    assert marked(before, after) == shown


def test_both_texts_can_be_read_from_the_parts():
    before, after = "Ask your doctor or nurse.", "Ask a nurse, or your doctor."
    found = list(parts(before, after))
    assert "".join(part.text for part in found if part.change is not Change.IN) == before
    assert "".join(part.text for part in found if part.change is not Change.OUT) == after
