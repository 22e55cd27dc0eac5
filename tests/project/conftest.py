import pytest

from timeline_app.project import Project


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "test.dateline") as project:
        yield project


@pytest.fixture
def reopened():
    """Close a project and open it again; the last one is closed at the end."""
    opened = []

    def again(project):
        project.close()
        opened.append(Project.open(project.path))
        return opened[-1]

    yield again
    for project in opened:
        project.close()
