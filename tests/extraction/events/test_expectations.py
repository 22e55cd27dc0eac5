"""What is meant to take place: one row, told by what is to come and dated by when."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import event, names, read


@pytest.mark.parametrize(
    ("text", "title", "edtf"),
    [
        ("The talks are expected to take place in Oslo on 3 December.", "Talks to take place in Oslo", "2023-12-03"),
        ("The trial is scheduled to begin on 3 December.", "Trial to begin", "2023-12-03"),
        ("The vote is set to be held on 3 December.", "Vote to be held", "2023-12-03"),
        ("The first flight is expected in August.", "First flight expected", "2024-08"),
        ("Further protests are planned for 19 November.", "Further protests planned", "2023-11-19"),
        ("The minister is to visit Oslo in August.", "Minister to visit Oslo", "2024-08"),
        ("The shop will open in August or September.", "Shop to open", "[2024-08..2024-09]"),
    ],
)
def test_it_is_one_plan_on_its_own_day(analyser, text, title, edtf):
    events = read(analyser, text).events
    assert [(e.title, e.when.edtf, str(e.factuality)) for e in events] == [(title, edtf, "planned")]


def test_a_trial_that_was_due_and_put_off_is_both(analyser):
    events = read(analyser, "The trial was due to start on 3 December but was postponed.").events
    assert [(e.title, str(e.factuality)) for e in events] == [
        ("Trial to start", "planned"),
        ("Trial postponed", "happened"),
    ]


def test_what_is_not_expected_is_denied(analyser):
    (found,) = read(analyser, "A decision is not expected before June.").events
    assert (found.title, str(found.factuality)) == ("Decision not expected", "denied")


def test_who_is_expected_to_be_charged_is_told_once(analyser):
    (found,) = read(analyser, "Two people were expected to be charged on Monday.").events
    assert found.title == "Two people to be charged"


def test_a_date_that_is_ruled_out_dates_nothing(analyser):
    (found,) = read(analyser, "The plane will be delivered in 2030, and not 2025 as hoped.").events
    assert found.when.edtf == "2030"


def test_what_has_happened_is_not_dated_by_what_is_to_come(analyser):
    text = "Singapore Airlines, which will fly the jet, in July 2024, have opened a site for the first flight."
    found = next(e for e in read(analyser, text).events if e.trigger.of(text) == "opened")
    assert str(found.factuality) == "happened"
    assert found.when.edtf == "2023-11-12~"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The trial of Ann Roy began in London on Monday.", "Trial of Ann Roy begins in London"),
        ("The protests in Cairo continued on Friday.", "Protests in Cairo continue"),
        ("The talks took place in Oslo on Friday.", "Talks take place in Oslo"),
    ],
)
def test_what_takes_place_is_one_row(analyser, text, title):
    (found,) = read(analyser, text).events
    assert found.title == title


def test_a_headline_s_delay_is_of_what_is_to_come(analyser):
    text = "Engine troubles delay Airbus tour\n\nThe departure of Airbus on a tour of Asia has been delayed."
    reading = read(analyser, text)
    (found,) = [e for e in reading.events if "tour" in e.trigger.of(text)]
    assert (str(found.factuality), len(found.passages)) == ("planned", 2)


def test_a_day_to_come_is_of_the_plan_before_it(analyser):
    text = "Qantas, which will be the first to fly the jet, in July 2030, has opened an office."
    events = {e.trigger.of(text): e.when.edtf for e in read(analyser, text).events}
    assert events == {"fly": "2030-07", "opened": "2023-11-12~"}


def test_what_is_planned_is_not_of_a_day_gone_by(analyser):
    text = "The union said it would investigate the genocide of more than 500,000 people nearly four years ago."
    events = {e.trigger.of(text): e.when.edtf for e in read(analyser, text).events if e.when}
    assert (events["investigate"], events["genocide"]) == ("[2023-11-12..]", "2019")


def test_years_are_of_what_somebody_is_accused_of(analyser):
    text = "They accused De Groot of paying fake invoices to a firm owned by Henk Mulder, between 2014 and 2018."
    events = {e.trigger.of(text): e.when.edtf for e in read(analyser, text).events if e.when}
    assert (events["accused"], events["paying"]) == ("2023-11-12~", "2014/2018")


def test_what_is_ended_is_ended_on_its_day(analyser):
    (found,) = read(analyser, "Siemens stopped making phones in 2010.").events
    assert (found.when.edtf, str(found.factuality)) == ("2010", "happened")


def test_what_something_is_slated_for_is_planned_and_befalls_it(analyser):
    reading = read(analyser, "Apple showed the iPhone 4. The iPhone 4 is slated for a U.S. release on 24 June.")
    found = event(reading, "release")
    assert (str(found.factuality), found.when.edtf) == ("planned", "2024-06-24")
    assert "iPhone 4" in {name for name, _ in names(reading, found)}


def test_what_they_intend_to_launch_is_launched(analyser):
    reading = read(analyser, "Qantas will show the A380 they intend to launch in June 2030.")
    assert ("A380", "patient") in names(reading, event(reading, "launch"))


def test_a_refusal_is_one_row(analyser):
    (found,) = read(analyser, "Ann Roy refused to name the source.").events
    assert (found.title, str(found.factuality)) == ("Ann Roy refuses to name source", "happened")


def test_what_is_advised_has_not_happened(analyser):
    text = "The office issued advice that the army allow the firms to bid, and completely re-evaluate the new bids."
    found = [e for e in read(analyser, text).events if e.trigger.of(text) == "re-evaluate"]
    assert {str(e.factuality) for e in found} <= {"possible"}


def test_one_year_or_the_other(analyser):
    (found,) = read(analyser, "Maria Silva was born in 1949 or 1950.").events
    assert found.when.edtf == "[1949..1950]"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The government postponed the summit of Arab states on 6 November.", "summit"),
        ("Ann Roy's departure has been delayed.", "departure"),
        ("The firm said the plant would be shut before the tour of Asia began.", "tour"),
    ],
)
def test_what_is_put_off_or_follows_a_plan_is_still_to_come(analyser, text, word):
    reading = read(analyser, text)
    found = next(e for e in reading.events if word in e.trigger.of(text).split())
    assert (str(found.factuality), found.when.edtf) == ("planned", "[2023-11-12..]")


def test_the_day_of_a_call_is_not_that_of_its_transcript(analyser):
    text = "Ann Roy released the transcript of her July 25th call with the president."
    found = next(e for e in read(analyser, text).events if e.trigger.of(text) == "released")
    assert found.when.edtf != "2023-07-25"
