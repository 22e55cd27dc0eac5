from __future__ import annotations

import pytest

from timeline_app.extraction.events.candidates import find_candidates
from timeline_app.extraction.events.factuality import status_of
from timeline_app.extraction.events.lexicon import lexicon

CASES = [
    ("The army attacked the town.", "attacked", "happened"),
    ("The army has attacked the town.", "attacked", "happened"),
    ("The bridge almost collapsed on Monday.", "collapsed", "denied"),
    ("The team barely survived the final.", "survived", "happened"),
    ("Boeing was allowed to bid for contracts on Monday.", "bid", "possible"),
    ("The new law allowed doctors to operate in 2013.", "operate", "happened"),
    ("The party demanded a repeat of the vote and the chairman's resignation.", "resignation", "possible"),
    ("The agency investigated the firm following two crashes in Oslo.", "crashes", "happened"),
    ("Parliament is due to vote on the bill.", "vote", "planned"),
    ("She became the first woman to win the prize.", "win", "happened"),
    ("The army is attacking the town.", "attacking", "ongoing"),
    ("The army will attack the town.", "attack", "planned"),
    ("The army is going to attack the town.", "attack", "planned"),
    ("The army may attack the town.", "attack", "possible"),
    ("The army could have attacked the town.", "attacked", "possible"),
    ("The army did not attack the town.", "attack", "denied"),
    ("The army never attacked the town.", "attacked", "denied"),
    ("The army failed to attack the town.", "attack", "denied"),
    ("The army plans to attack the town.", "attack", "planned"),
    ("The army threatened to attack the town.", "attack", "possible"),
    ("The company agreed to buy its rival.", "buy", "planned"),
    ("The company managed to buy its rival.", "buy", "happened"),
    ("The general helped free the prisoners.", "free", "happened"),
    ("If the army attacks the town, people will flee.", "attacks", "possible"),
    ("The minister denied that the army attacked the town.", "attacked", "denied"),
    ("The minister said that the army attacked the town.", "attacked", "happened"),
    ("The minister said the company would buy its rival.", "buy", "planned"),
    ("The attack killed nine people.", "attack", "happened"),
    ("A possible attack worries the town.", "attack", "possible"),
    ("The planned merger worries the unions.", "merger", "planned"),
    ("They left without signing the treaty.", "signing", "denied"),
    ("They urged the government to release the prisoners.", "release", "possible"),
]


@pytest.mark.parametrize(("sentence", "word", "factuality"), CASES)
def test_factuality(analyser, sentence, word, factuality):
    analysis, words = analyser.analyse(sentence), lexicon()
    candidate = next(c for c in find_candidates(analysis, words) if analysis.tokens[c.head].text == word)
    assert status_of(analysis, words, candidate).factuality == factuality


@pytest.mark.parametrize(
    ("sentence", "word", "sayer"),
    [
        ("The police said that two men robbed the bank.", "robbed", "police"),
        ("Two men robbed the bank, the police said.", "robbed", "police"),
        ("Two men robbed the bank, according to the police.", "robbed", "police"),
        ("Two men robbed the bank.", "robbed", None),
    ],
)
def test_who_says_so(analyser, sentence, word, sayer):
    analysis, words = analyser.analyse(sentence), lexicon()
    candidate = next(c for c in find_candidates(analysis, words) if analysis.tokens[c.head].text == word)
    by = [analysis.tokens[i].text for i in status_of(analysis, words, candidate).by]
    assert by == ([sayer] if sayer else [])
