"""What is only reported, rumoured, denied or asked is no happening; what is averted is none either."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import read

CASES = [
    ("There is no evidence that Iran attacked the ship.", "attacked", "possible"),
    ("Evidence that Iran attacked the ship was found on Monday.", "attacked", "happened"),
    ("Officials denied reports that the president had resigned.", "resigned", "denied"),
    ("The firm rejected claims that it had sold the mine.", "sold", "denied"),
    ("The claim that Apple bought Tesla was wrong.", "bought", "denied"),
    ("The news that Apple bought Tesla spread on Monday.", "bought", "happened"),
    ("Rumours that the king had died spread on Tuesday.", "died", "possible"),
    ("It is not true that Apple bought Tesla.", "bought", "denied"),
    ("It is true that Apple bought Tesla.", "bought", "happened"),
    ("It is unlikely that the firm sold the mine.", "sold", "possible"),
    ("It is unclear whether the firm sold the mine.", "sold", "possible"),
    ("Israel has not confirmed that it bombed the airport.", "bombed", "possible"),
    ("Israel confirmed that it bombed the airport.", "bombed", "happened"),
    ("Did Russia attack the port on Monday?", "attack", "possible"),
    ("Why did Russia attack the port on Monday?", "attack", "happened"),
    ("The suspect, believed to have fled to Spain, is wanted for murder.", "fled", "possible"),
    ("It was commonly hypothesized that Rome attacked Carthage.", "attacked", "possible"),
    ("Far from tormenting Ann Roy, Bea Fox praised her on Friday.", "tormenting", "denied"),
    ("Police foiled an attack on the embassy on Monday.", "attack", "denied"),
    ("The report that the firm sold last year names Maria Silva.", "sold", "happened"),
]


@pytest.mark.parametrize(("text", "word", "factuality"), CASES)
def test_worth_of_a_clause(analyser, text, word, factuality):
    reading = read(analyser, text)
    found = [e for e in reading.events if e.trigger.of(text).lower() == word.lower()]
    assert {str(e.factuality) for e in found} == {factuality}


@pytest.mark.parametrize(
    ("text", "word", "title", "edtf"),
    [
        ("Rumours that the king had died spread on Tuesday.", "died", "King reportedly dies", "[..2023-11-12]"),
        ("The attack, which killed nobody, damaged a bridge.", "killed", "Attack kills nobody", "[..2023-11-12]"),
        ("Neither Germany nor France joined the war.", "joined", "Neither Germany nor France joins war", "2023-11-12~"),
        (
            "Ann Roy would not say whether she had left.",
            "say",
            "Ann Roy does not say whether she had left",
            "2023-11-12~",
        ),
        ("No-one claimed the bombing on Friday.", "claimed", "No one claims bombing", "2023-11-10"),
        ("No one was hurt in the fire.", "hurt", "No one hurt in fire", "2023-11-12~"),
    ],
)
def test_how_it_is_told(analyser, text, word, title, edtf):
    found = next(e for e in read(analyser, text).events if word in e.trigger.of(text))
    assert found.title in {title, title.replace("joins", "join")}
    assert (found.when.edtf if found.when else None) == edtf


@pytest.mark.parametrize("text", ["The strike was averted on Monday.", "The union called off a strike on Monday."])
def test_what_is_averted_is_never_told_as_done(analyser, text):
    found = [e for e in read(analyser, text).events if e.trigger.of(text).lower() == "strike"]
    assert all(str(e.factuality) == "denied" for e in found)
