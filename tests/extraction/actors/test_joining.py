"""Which names of a text are one actor's: a text, the actor's name, and all its names as written."""

from __future__ import annotations

import pytest

ONE = [
    ("Barack Obama spoke. Later Obama left. Barack smiled.", "Barack Obama", ["Barack Obama", "Obama", "Barack"]),
    ("Judith and Natalie Raanan came home.", "Judith Raanan", ["Judith"]),
    # Of two who bear a name the name alone is neither, where a firm has it too.
    ("Halvorsen Optics was founded by Nils Halvorsen and Erik Halvorsen. Later Halvorsen made a camera.",
     "Halvorsen Optics", ["Halvorsen Optics", "Halvorsen"]),
    ("Halvorsen Optics was founded by Nils Halvorsen in 1921. Later Halvorsen left for Sweden.",
     "Nils Halvorsen", ["Nils Halvorsen", "Halvorsen"]),
    ("Laura and George W. Bush came home.", "Laura Bush", ["Laura"]),
    ("Bill and Hillary Clinton spoke.", "Bill Clinton", ["Bill"]),
    ("The US voted. America won. The U.S. cheered.", "United States", ["US", "America", "U.S."]),
    ("Massachusetts Institute of Technology grew. MIT hired.", "Massachusetts Institute of Technology",
     ["Massachusetts Institute of Technology", "MIT"]),
    ("The Union of Rational Atheists and Agnostics (UAAR) sued. The UAAR won.",
     "Union of Rational Atheists and Agnostics", ["Union of Rational Atheists and Agnostics", "UAAR", "UAAR"]),
    ("CEI (Italian Episcopal Conference) met. CEI voted.", "Italian Episcopal Conference",
     ["CEI", "Italian Episcopal Conference", "CEI"]),
    ("George W. Bush flew to Texas. George Bush spoke. Bush left.", "George W. Bush",
     ["George W. Bush", "George Bush", "Bush"]),
    ("The Church of Scientology objected. Scientology sued.", "Church of Scientology",
     ["Church of Scientology", "Scientology"]),
    ("The United Kingdom Home Office replied. The Home Office agreed.", "United Kingdom Home Office",
     ["United Kingdom Home Office", "Home Office"]),
    ("Boeing 787 orders rose. The 787 Dreamliner flew. The 787 landed.", "Boeing 787",
     ["Boeing 787", "787 Dreamliner", "787"]),
    ("Boeing unveiled its 787 Dreamliner. According to the company, the 787 Dreamliner saves fuel.", "787 Dreamliner",
     ["787 Dreamliner", "787 Dreamliner"]),
    ("Aeroflot bought 22 Boeing 787 Dreamliners. The Dreamliner flies.", "Boeing 787 Dreamliner",
     ["Boeing 787 Dreamliners", "Dreamliner"]),
    ("Boeing unveiled its 777 airliner. The 777-200LR can fly far.", "777", ["777", "777-200LR"]),
    ("The Airbus A380 left. The Airbus 380 landed. The A380 is large.", "Airbus A380",
     ["Airbus A380", "Airbus 380", "A380"]),
    ("Singapore Airlines ordered planes. SIA paid. Then SIA sold them.", "Singapore Airlines",
     ["Singapore Airlines", "SIA", "SIA"]),
    ("Boeing denied it. Boeing-Lufthansa talks went on.", "Boeing", ["Boeing", "Boeing"]),
    ("South Korea won. Korea cheered in Seoul.", "South Korea", ["South Korea", "Korea"]),
    ("Hamas’s men and Hamas’ leaders left Hamas.", "Hamas", ["Hamas", "Hamas", "Hamas"]),
    ("Volkswagen AG grew. Volkswagen Group merged. Volkswagen paid.", "Volkswagen",
     ["Volkswagen AG", "Volkswagen Group", "Volkswagen"]),
    ("Kyle Walker met Harry Kane. Walker lost to Kane.", "Harry Kane", ["Harry Kane", "Kane"]),
    ("The Inflation Reduction Act (IRA) passed. The IRA helps farmers.", "Inflation Reduction Act", None),
    ("Acme Computer grew. Acme Inc. paid. Acme left.", "Acme Inc.", ["Acme Computer", "Acme Inc.", "Acme"]),
    ("Reed International PLC grew. Reed sold a paper.", "Reed International PLC", ["Reed International PLC", "Reed"]),
    ("John Labatt Ltd. rose. Labatt named a chairman.", "John Labatt Ltd.", ["John Labatt Ltd.", "Labatt"]),
    ("Delta Air Lines grew. Delta sold a jet.", "Delta Air Lines", ["Delta Air Lines", "Delta"]),
    ("Delta Air Lines grew. Delta Force struck. Delta left.", "Delta Air Lines", ["Delta Air Lines"]),
    ("The US Interior Department agreed. The Department of the Interior signed.", "Interior Department",
     ["US Interior Department", "Department of the Interior"]),
    ("The Kenyan Ministry of Health agreed. The Health Ministry signed it.", "Ministry of Health", None),
    ("The UK RAF flew. The RAF landed.", "Royal Air Force", ["UK RAF", "RAF"]),
    ("Margalit Har-Shefi spoke. Har-Shefi left. Har-Shefi denied it.", "Margalit Har-Shefi",
     ["Margalit Har-Shefi", "Har-Shefi", "Har-Shefi"]),
    ("MOSCOW (AP) -- Talks began. They meet in Moscow.", "Moscow", ["MOSCOW", "Moscow"]),
    ("Porsche Automobil Holding SE paid. Porsche merged.", "Porsche", ["Porsche Automobil Holding SE", "Porsche"]),
    ("The Supreme Court of Cassation ruled. The Supreme Court agreed. The Court wrote it.",
     "Supreme Court of Cassation", ["Supreme Court of Cassation", "Supreme Court", "Court"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "names"), ONE)
def test_names_of_one_actor(find, text, name, names):
    found = find(text)
    if names is None:
        assert all(actor.name != "IRA" for actor in found.actors)
        return
    assert name in found.names
    assert found.words(name) == names


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Singapore grew. Singapore Airlines flew.", "Singapore", "Singapore Airlines"),
        ("Apple sued Apple Corps in London.", "Apple", "Apple Corps"),
        ("Sheffield voted. The University of Sheffield taught.", "Sheffield", "University of Sheffield"),
        ("Paris Hilton flew to Paris.", "Paris Hilton", "Paris"),
        ("Bill Clinton met Hillary Clinton.", "Bill Clinton", "Hillary Clinton"),
        ("North Korea threatened South Korea.", "North Korea", "South Korea"),
        ("The Bank of England acted. England won.", "Bank of England", "England"),
        ("The iPhone 3G sold well. The iPhone 4 sold better.", "iPhone 3G", "iPhone 4"),
        ("The Airbus A380 flew. The Airbus A350 landed.", "Airbus A380", "Airbus A350"),
        (
            "Martin Luther King Jr. wrote to Martin Luther King Sr. in May.",
            "Martin Luther King Jr.",
            "Martin Luther King Sr",
        ),
        ("President Saddam Hussein met King Hussein of Jordan.", "Saddam Hussein", "Hussein"),
        ("The Duluth News asked. Snow fell in Duluth.", "Duluth News", "Duluth"),
        ("ABC News spoke. The United States voted.", "ABC News", "United States"),
    ],
)
def test_names_of_two_actors(find, text, one, other):
    found = find(text)
    assert {one, other} <= set(found.names)


def test_other_names_are_kept_in_the_order_met(find):
    text = "Barack Obama spoke. Obama left. US President Barack Obama returned. Barack waved."
    assert find(text).actor("Barack Obama").aliases == ("Obama", "Barack")


def test_a_long_text_of_many_names_takes_no_square_of_time(find):
    text = " ".join(f"Anna Bell{i % 97}son met Carl Deer{i % 89}man in Oslo." for i in range(300))
    assert len(find(text).actors) > 5
