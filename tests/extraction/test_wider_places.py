from __future__ import annotations

import pytest

from timeline_app.extraction.wider_places import hide_wider_places


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("A jury in Miami, Florida indicted him.", [", Florida"]),
        ("They met in Salem, Oregon, and left.", [", Oregon,"]),
        ("A judge in Paris, France found them not guilty.", [", France"]),
        ("It was flown to Toulouse, France, for the show.", [", France,"]),
        ("On Monday, a Moscow, Russia judge sentenced him.", [", Russia"]),
        ("The fire burned in Itoigawa, Japan.", [", Japan"]),
        ("A train from Oakland, California to Portland, Oregon stopped.", [", California", ", Oregon"]),
        ("Porsche, based in Stuttgart, Germany was sold.", [", Germany"]),
        ("After talks in Geneva, Iran agreed to stop.", []),
        ("In Geneva, Iran and Iraq agreed.", []),
        ("According to Reuters, Iran agreed.", []),
        ("On Monday, Russia left.", []),
        ("It won votes in Sierra Leone, Liberia, and Nigeria.", []),
        ("They went to Rome, France and Spain.", []),
        ("In New South Wales, Victoria and Tasmania it rained.", []),
    ],
)
def test_what_is_hidden(text, hidden):
    blanked, wider = hide_wider_places(text)
    assert [text[w.start : w.end] for w in wider] == hidden
    assert len(blanked) == len(text)


def test_the_state_is_put_back_beside_its_town(analyser):
    text = "A jury in Miami, Florida indicted him."
    analysis = analyser.analyse(text)
    words = {token.text: token for token in analysis.tokens}
    assert [token.text for token in analysis.tokens] == [
        "A",
        "jury",
        "in",
        "Miami",
        ",",
        "Florida",
        "indicted",
        "him",
        ".",
    ]
    assert analysis.tokens[words["jury"].head].text == "indicted"
    assert (words["Florida"].dep, analysis.tokens[words["Florida"].head].text) == ("appos", "Miami")
    assert words["Florida"].entity == "GPE"
    assert all(text[token.start : token.end] == token.text for token in analysis.tokens)


def test_a_state_of_two_words_is_one_name_beside_its_town(analyser):
    analysis = analyser.analyse("They met in Phoenix, United States on Friday.")
    words = {token.text: token for token in analysis.tokens}
    assert (words["United"].dep, analysis.tokens[words["United"].head].text) == ("compound", "States")
    assert (words["States"].dep, analysis.tokens[words["States"].head].text) == ("appos", "Phoenix")
    assert (words["United"].entity_start, words["States"].entity_start) == (True, False)
