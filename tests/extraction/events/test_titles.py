"""Titles one by one, on sentences of our own making: whole phrases, right subjects, who is meant, what is not said."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import event, read
from timeline_app.extraction.events.fullness import DETAIL, thinned
from timeline_app.extraction.events.noun_fullness import LEAST, LITTLE


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("The court in Madrid sentenced Carlos Medina to 25 years in prison on Monday.", "sentenced",
         "Court in Madrid sentences Carlos Medina to 25 years in prison"),
        ("Lufthansa launched a campaign on Monday to persuade passengers to use the train.", "launched",
         "Lufthansa launches campaign to persuade passengers to use train"),
        ("A judge in Madrid found Lufthansa not guilty of fraud on Monday.", "found",
         "Judge in Madrid finds Lufthansa not guilty of fraud"),
        ("Lufthansa's shares rose 15 cents to 362 cents on Monday.", "rose",
         "Lufthansa's shares rise 15 cents to 362 cents"),
        ("The firm earned $2.3 million, or 68 cents a share, on Monday.", "earned", "Firm earns $2.3 million"),
        ("Lufthansa signed a deal worth US$ 7.2 billion on Monday.", "signed",
         "Lufthansa signs deal worth US$7.2 billion"),
        ("Apple released an application that limits the volume on Monday.", "released",
         "Apple releases application that limits the volume"),
        ("Germany barred Lufthansa on Monday from using the port.", "barred",
         "Germany bars Lufthansa from using port"),
        ("Talks between Germany and France broke down on Monday.", "broke",
         "Talks between Germany and France break down"),
        ("The union described the strike as a success on Monday.", "described", "Union describes strike as success"),
        ("Shares closed lower in Madrid on Monday.", "closed", "Shares close lower in Madrid"),
        ("Maria Silva asked on Monday what prompted the decision.", "asked",
         "Maria Silva asks what prompted decision"),
        ("About 8.8 ounces of the approximately six metric tons of debris entered the receptacle.", "entered",
         "About 8.8 ounces of the approximately six metric tons of debris enter receptacle"),
        ("Latvia, Estonia, Poland, Finland and Sweden joined the talks on Monday.", "joined",
         "Latvia, Estonia and others join talks"),
    ],
)  # fmt: skip
def test_nothing_is_cut_that_the_verb_needs(analyser, text, word, title):
    assert event(read(analyser, text), word).title == title


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("On Friday in Pakistan, Carlos Medina was sentenced to life in prison by a court.", "sentenced",
         "Carlos Medina sentenced to life in prison by court"),
        ("The police arrested and questioned the student on Monday.", "arrested", "Police arrest student"),
        ("The drone shot down by the army fell into the sea on Monday.", "shot", "Drone shot down by army"),
        ("Maria Silva, wife of Carlos Medina, was arrested for his murder on Monday.", "arrested",
         "Maria Silva arrested for Carlos Medina’s murder"),
        ("The prime minister, Carlos Medina, held a meeting on Monday.", "held", "Carlos Medina holds meeting"),
        ("The council opened a large new library in Madrid on Monday. Two days later the library burned down.",
         "burned", "Large new library burns down"),
    ],
)  # fmt: skip
def test_the_subject_is_who_it_is(analyser, text, word, title):
    assert event(read(analyser, text), word).title == title


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Two hundred sailors are feared drowned after a ferry sank on Monday.", "drowned",
         "Two hundred sailors feared drowned"),
        ("Police alleged on Monday that Carlos Medina drank tea laced with poison.", "drank",
         "Carlos Medina allegedly drinks tea laced with poison"),
        ("The mayor declined Carlos Medina's offer to resign on Monday.", "offer", "Carlos Medina offers to resign"),
        ("The mayor declined Carlos Medina's offer to resign on Monday.", "declined",
         "Mayor declines Carlos Medina's offer to resign"),
        ("Maria Silva took part in the vote; Carlos Medina, who lives in Madrid, did not vote on Monday.", "vote on",
         "Carlos Medina does not vote"),
    ],
)  # fmt: skip
def test_what_is_only_feared_claimed_offered_or_denied_is_told_so(analyser, text, word, title):
    reading = read(analyser, text)
    start = text.index(word)
    found = next(e for e in reading.events if e.trigger.start <= start < e.trigger.end)
    assert found.title == title


def test_the_headline_stands_as_it_is(analyser):
    text = "BBC drops programmes in strike\n\nStaff of the firm went home on Monday."
    assert "BBC drops programmes in strike" in {e.title for e in read(analyser, text).events}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Revenue gained 13% to $77.3 million on Monday.", "gained"),
        ("Paris is worried. Germany discussed this possibility with Spain on Monday.", "discussed"),
        ("The company's announcement on Monday surprised Germany.", "announcement"),
        ("Workers did a good job executing plans on Monday.", "executing"),
        ("A storm hit the coast on Monday, prompting Germany to close schools.", "storm"),
        ("Police met on Monday.", "met"),
        ("The union said that Germany should not buy the planes.", "buy"),
    ],
)
def test_titles_that_nobody_would_print_weigh_less(analyser, text, word):
    reading = read(analyser, text)
    found = [e for e in reading.events if word in e.trigger.of(text)]
    assert all(e.importance < 0.3 for e in found)


@pytest.mark.parametrize(
    ("cut", "whole", "word"),
    [
        ("In April, the blog Gizmodo published details of it online.",
         "In April, the blog Gizmodo published details online.", "published"),
        ("The dispute came up in April.", "A dispute between two firms came up in April.", "came"),
    ],
)  # fmt: skip
def test_titles_that_leave_something_open_stand_behind(analyser, cut, whole, word):
    assert event(read(analyser, cut), word).importance < 0.5 * event(read(analyser, whole), word).importance


def test_a_verb_that_needs_an_object_and_has_none_is_passive(analyser):
    found = event(
        read(analyser, "Afghan team honored for courageous achievement at competition in Washington."), "honored"
    )
    assert found.title == "Afghan team honored for courageous achievement at competition in Washington"


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Lufthansa allowed to bid for contracts", "allowed", "Lufthansa allowed to bid for contracts"),
        ("Maria Silva was allowed to leave the country.", "allowed", "Maria Silva allowed to leave country"),
        ("The court allowed Maria Silva to leave the country on Monday.", "leave", "Maria Silva leaves country"),
    ],
)  # fmt: skip
def test_what_somebody_was_allowed_to_do_is_a_decision(analyser, text, word, title):
    reading = read(analyser, text)
    found = event(reading, word)
    assert (found.title, found.factuality) == (title, "happened")
    assert word == "allowed" or not any(e.trigger.of(text) == "allowed" for e in reading.events)


def test_thinning_keeps_the_order_of_details():
    assert thinned(0.9, LEAST) > thinned(0.3, LEAST)
    assert thinned(0.9, LEAST) < DETAIL
    assert thinned(0.9, LITTLE) == pytest.approx(0.9 * LITTLE)
    assert thinned(0.9, 1.0) == pytest.approx(0.9)


def test_an_object_that_is_no_word_is_no_subject(analyser):
    text = "Steadily, we will continue erasing _ without replacing _ the line drawn in Europe by the king's boot."
    assert read(analyser, text).events
