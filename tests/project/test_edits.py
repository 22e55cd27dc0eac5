from timeline_app.project.edits import Edits
from timeline_app.project.tables import EditRow


def edit(target, field, value="1", step=1):
    return EditRow(target, field, value, step, "article", "")


def test_corrections_are_found_by_target_article_and_group():
    edits = Edits()
    for row in (edit("b", "group", '"g"'), edit("a", "group", '"g"'), edit("a", "title", '"New"')):
        edits.put(row)
    assert edits.on["a"]["title"].value == '"New"'
    assert edits.inside == {"article": {("a", "group"), ("a", "title"), ("b", "group")}}
    assert edits.grouped("g") == ["a", "b"]


def test_what_is_dropped_leaves_nothing_behind():
    edits = Edits()
    title, group = edit("a", "title"), edit("a", "group", '"g"')
    for row in (title, group):
        edits.put(row)
    edits.drop(group)
    assert edits.grouped("g") == []
    assert edits.on == {"a": {"title": title}}
    edits.drop(title)
    assert edits.on == {}
    assert edits.inside == {"article": set()}
