"""An article's identity and date."""

from timeline_app.model import Article, PublishedFrom, article_id
from timeline_app.model.calendar import parse_iso_day


def test_identity_is_that_of_the_text():
    assert article_id("same") == article_id("same") != article_id("other")
    assert len(article_id("lone surrogate \ud800")) == 64


def test_another_date():
    article = Article(article_id("x"), "x.txt", "x")
    assert article.published_iso == ""
    dated = article.with_published(parse_iso_day("2023-10-07"), PublishedFrom.USER, "by hand")
    assert (dated.published_iso, dated.published_from, dated.published_words) == ("2023-10-07", "user", "by hand")
    assert article.published is None
