"""The main events are about as many as a first look can take in, of articles as they really are."""

from timeline_app import formats
from timeline_app.extraction import Analyser, read_article
from timeline_app.project import MAIN, Filter
from timeline_app.resources import resource


def test_main_events_are_eight_to_ten_of_an_article(project):
    analyser = Analyser()
    files = [path for path in formats.find_files([resource("sample")]) if path.suffix == ".txt"]
    readings = [read_article(formats.read_file(path)[0], analyser, strict=True) for path in files]
    project.take_in([(reading, None) for reading in readings])
    main = project.events(Filter(least=MAIN))
    assert 6 <= len(main) / len(readings) <= 12, "set MAIN anew: the weights of importance have changed"
    articles = {passage.article for event in main for passage in event.passages}
    assert articles == {reading.article.id for reading in readings}, "each article has some"
