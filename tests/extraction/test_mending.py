from __future__ import annotations

import pytest

from timeline_app.extraction import mending

SAMPLES = [
    "Co-founder of Acme, Ann Roy, personally met with Bea Fox during her visit to Acme.",
    "The co-founder and former chief executive of Acme Inc. Ann Roy has died yesterday at the age of 56.",
    "Acme's worldwide vice-president of marketing for the jet, Bob Hill, indicated that this patch is available.",
    "It quoted critics like lawyer Al Yeo, and Council for Welfare campaigner Bea Hill, with Hill stating: “People "
    "fleeing war clearly need this government to make quicker decisions, but it fails them.”",
]


def heads(analysis):
    return {token.text: (token.dep, analysis.tokens[token.head].text) for token in analysis.tokens}


def test_what_would_be_no_tree_is_left_as_it_was(analyser, monkeypatch):
    text = "The bridge collapsed on Monday."
    before = heads(analyser.analyse(text))

    def in_a_ring(tokens, first, after):
        tokens[first] = tokens[first]._replace(head=first + 1)
        tokens[first + 1] = tokens[first + 1]._replace(head=first)

    monkeypatch.setattr(mending, "_mend_words", in_a_ring)
    assert heads(analyser.analyse(text)) == before


def test_who_speaks_behind_a_list_is_none_of_it(analyser):
    text = (
        "When asked about the rift between Russia and the US , Boeing Executive Vice President Scott Carson replied , "
        "`` It is over . ''"
    )
    assert heads(analyser.analyse(text))["Carson"] == ("nsubj", "replied")


@pytest.mark.parametrize("text", SAMPLES)
def test_every_sentence_is_a_tree(analyser, text):
    analysis = analyser.analyse(text)
    for sentence in analysis.sentences:
        assert mending.is_tree(analysis.tokens, sentence.first, sentence.after)


def test_a_subject_behind_a_phrase_of_place_is_the_verbs(analyser):
    text = (
        "On Friday in Pakistan, Mohammed Waseem, brother of social media personality and feminist Qandeel Baloch, was "
        "sentenced for her murder to life in prison by a court in Multan."
    )
    assert heads(analyser.analyse(text))["Waseem"] == ("nsubjpass", "sentenced")


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("In Paris, London and Rome, the firm closed its shops.", "firm", "closed"),
        ("On Friday, he left Oslo, Bergen and Narvik.", "he", "left"),
    ],
)
def test_subjects_that_are_right_stay(analyser, text, word, verb):
    assert heads(analyser.analyse(text))[word] == ("nsubj", verb)


def test_a_prefix_is_no_subject(analyser):
    found = heads(analyser.analyse("Apple co-founder Steve Jobs died on Wednesday."))
    assert found["Jobs"] == ("nsubj", "died")
    assert found["co"] == ("compound", "founder")


def test_the_dead_are_counted_and_not_the_day(analyser):
    found = heads(analyser.analyse("The BBC reported on Sunday 222 dead and 843 injured, with officials saying so."))
    assert found["222"] == ("nsubj", "dead")


@pytest.mark.parametrize(
    ("text", "count", "state"),
    [
        ("NPR reported 281 killed on Monday.", "281", "killed"),
        ("The Interior Ministry reported on Sunday 12 dead and 40 injured.", "12", "dead"),
    ],
)
def test_a_bare_count_is_who_is_dead(analyser, text, count, state):
    assert heads(analyser.analyse(text))[count] == ("nsubj", state)


def test_all_but_ten_are_ten_and_not_all(analyser):
    found = heads(analyser.analyse("The report listed 156 abusers, naming all but ten, after a court had ruled."))
    assert found["ten"] == ("dobj", "naming")


def test_the_clause_behind_a_magnitude_stands_behind_after(analyser):
    text = (
        "Rescuers on Wednesday pulled a 9-year-old girl alive from the rubble of a school in the town of Mirabad, "
        "three days after a magnitude 6.8 earthquake struck northern Karvania and killed at least 214 people."
    )
    found = heads(analyser.analyse(text))
    assert found["magnitude"] == ("compound", "earthquake")
    assert found["struck"] == ("advcl", "pulled")
    assert found["after"] == ("mark", "struck")


def test_who_found_it_was_not_found(analyser):
    analysis = analyser.analyse("Its board had ignored a warning in 2016, a parliamentary committee found in 2022.")
    assert next(token.tag for token in analysis.tokens if token.text == "found") == "VBD"
