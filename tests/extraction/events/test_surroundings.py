"""Dates of events without words of time of their own, from what stands around them."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import event, names, read


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        # The day that the opening sentences tell is the day of the news, also for the first of them.
        ("Boeing has unveiled its new jet. On Friday it showed the jet to its guests.", "unveiled", "2023-11-10~"),
        # So is one of the month before, where the first sentence tells it; not where a later one does.
        ("Ann Roy called for a vote on 20 October. Boeing upheld the protest.", "upheld", "2023-10-20~"),
        (
            "Ann Roy came. Bea Fox called for a vote on 20 October.\n\nBoeing upheld the protest.",
            "upheld",
            "2023-11-12~",
        ),
        # What is said of a death is said when it is told, in an obituary too.
        (
            "Ann Roy died on Friday. She was born in 1955. In 1976 she founded Acme. In 1984 it sold her book. In 1986 "
            "she bought Zeta. In 1996 she wrote a play. In 1998 she left. Bob Fox expressed condolences.",
            "condolences",
            "2023-11-10~",
        ),
        ("When asked about the deal, Ann Roy replied that it was over.", "replied", "2023-11-12~"),
        # "In the day" is the day the article opens with.
        (
            "Boeing unveiled its jet on Friday.\n\n" + "The jet is made of plastic and seats many. " * 12 + "\n\n"
            "Earlier in the day, Boeing received a letter from Airbus.",
            "received",
            "2023-11-10",
        ),
        # A deed is done on the day of what it is done in.
        ("In a ceremony in Toulouse, Airbus unveiled its new jet on Friday.", "ceremony", "2023-11-10"),
        ("At least 56 inmates were killed during a riot in Manaus on Friday.", "killed", "2023-11-10"),
        # How long before an arrest the shots fell is not said.
        ("Carlos Medina was arrested on Friday after shooting two people.", "shooting", "[..2023-11-12]"),
        # A year before a thing says which it is.
        ("The firm cut its costs from 2019 levels.", "cut", "2023-11-12~"),
        # What goes on since a day lasts until the article.
        (
            "Ryanair has been attempting to take over Aer Lingus since December 2022.",
            "attempting",
            "2022-12/2023-11-12",
        ),
        ("Haiti's violence has worsened since July 2021.", "worsened", "2021-07/2023-11-12"),
        ("Haiti's violence worsened in July 2021.", "worsened", "2021-07"),
        # A line without a full stop dates what it tells where it names the year.
        ("New jet flies\n\nThe jet was revealed in January 2005\n\nAirbus flew its new jet.", "revealed", "2005-01"),
        ("Police stopped the train on Friday to arrest Carlos Medina.", "arrest", "[2023-11-10..]"),
    ],
)
def test_dates_from_around(analyser, text, word, edtf):
    found = event(read(analyser, text), word)
    assert found.when is not None
    assert found.when.edtf == edtf
    assert found.when.basis


def test_what_is_dated_ahead_has_not_happened(analyser):
    reading = read(analyser, "Airbus will show the jet when it arrives on 20 November 2023.")
    assert event(reading, "arrives").factuality == "planned"


def test_two_things_said_are_two_events(analyser):
    text = (
        "Carlos Medina said that the bridge in Porto will close on Monday.\n\n"
        "Carlos Medina also said that the schools need new teachers."
    )
    reading = read(analyser, text)
    said = [e for e in reading.events if e.statement]
    assert len(said) == 2
    assert all(len(e.passages) == 1 for e in said)


def test_releases_of_different_things_are_two_events(analyser):
    text = (
        "Apple released the MacBook Air on Friday.\n\n"
        "Carlos Medina of Apple also announced the release of the iLife suite by Apple."
    )
    reading = read(analyser, text)
    assert len([e for e in reading.events if e.family == "release"]) == 2


def test_a_number_tells_that_it_is_the_same_rescue(analyser):
    text = (
        "The boat sank off Libya on Friday, and 23 were rescued by workers of an oil rig.\n\n"
        "Twenty-three people were saved, the minister said."
    )
    rescues = [e for e in read(analyser, text).events if e.family == "rescue"]
    assert len(rescues) == 1
    assert len(rescues[0].passages) == 2


def test_the_parties_settle_and_not_the_agency_that_reports_it(analyser):
    reading = read(analyser, "Reuters quoted sources as reporting the parties had also settled to pay damages.")
    assert ("Reuters", "agent") not in names(reading, event(reading, "settled"))


def test_a_keynote_is_no_possibility(analyser):
    found = event(read(analyser, "In his keynote address on Friday, Carlos Medina announced the release."), "address")
    assert found.factuality == "happened"


def test_what_a_tsunami_struck_it_befell(analyser):
    reading = read(analyser, "A tsunami struck the coast of Sulawesi on Friday.")
    assert ("Sulawesi", "patient") in names(reading, event(reading, "tsunami"))


def test_its_after_for_is_whose_gerund_it_is(analyser):
    reading = read(analyser, "Ryanair criticized Airbus for delaying its delivery of the jets.")
    assert ("Airbus", "agent") in names(reading, event(reading, "delivery"))
    assert "Ryanair" not in {name for name, _ in names(reading, event(reading, "delivery"))}
