from __future__ import annotations

import shutil

import pytest

from timeline_app.extraction.analyser import MODEL_NAME, Analyser, weights_fault
from timeline_app.resources import resource

TEXT = "Bridge falls\n\nThe old  bridge in Porto\nfell on Monday. “Nobody was hurt,” said Ana Sousa."


def test_offsets_are_those_of_the_text_as_read(analyser):
    analysis = analyser.analyse(TEXT)
    assert analysis.parsed
    assert all(TEXT[token.start : token.end] == token.text for token in analysis.tokens)
    assert [token.i for token in analysis.tokens] == list(range(len(analysis.tokens)))


def test_heads_and_sentences_hang_together(analyser):
    analysis = analyser.analyse(TEXT)
    for number, sentence in enumerate(analysis.sentences):
        words = analysis.words(sentence)
        assert all(word.sentence == number for word in words)
        assert all(sentence.first <= word.head < sentence.after for word in words)


def test_a_headline_is_not_glued_to_the_lead(analyser):
    analysis = analyser.analyse(TEXT)
    assert TEXT[analysis.sentences[0].start : analysis.sentences[0].end] == "Bridge falls"


def test_subtree_and_children(analyser):
    analysis = analyser.analyse("The old bridge fell.")
    fell = next(token for token in analysis.tokens if token.text == "fell")
    assert analysis.subtree(fell.i) == [0, 1, 2, 3, 4]
    assert 2 in analysis.children[fell.i]


@pytest.fixture(scope="module")
def changed_weights(tmp_path_factory):
    folder = tmp_path_factory.mktemp("weights") / MODEL_NAME
    shutil.copytree(resource("models", MODEL_NAME), folder)
    (folder / "tokenizer").write_bytes(b"something else")
    return folder


def test_changed_weights_are_not_loaded(changed_weights):
    reader = Analyser(changed_weights)
    analysis = reader.analyse("The bridge fell. Nobody was hurt.")
    assert not analysis.parsed
    assert reader.name == "rules"
    assert "has been changed (tokenizer)" in reader.notice
    assert len(analysis.sentences) == 2


def test_a_lost_file_and_lost_weights_are_named(changed_weights, tmp_path):
    (changed_weights / "tokenizer").unlink()
    assert weights_fault(changed_weights) == f"The language model {MODEL_NAME} lacks its file tokenizer."
    assert weights_fault(tmp_path / "gone") == "The language model gone is missing."


def test_the_weights_that_come_with_dateline_are_whole():
    assert weights_fault(resource("models", MODEL_NAME)) == ""
