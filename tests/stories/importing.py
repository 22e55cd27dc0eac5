"""A process that imports articles as the application does, and says what it has done; made to be killed.

python -m tests.stories.importing PROJECT FOLDER: opens the project (or makes it), imports what waits, or the folder.
Prints "read ID" after each article is in the file and "done" at the end.
"""

from __future__ import annotations

import sys
from pathlib import Path

from timeline_app.formats import find_files
from timeline_app.project import ArticleState, Project, ReaderPool, in_batches

READER = "tests.project.fake_readers:read"


def main(project_path: Path, folder: Path, reader: str = READER) -> None:
    """Import, and go on where an earlier run was cut off."""
    project = Project.open(project_path) if project_path.exists() else Project.create(project_path)
    if not project.waiting() and not project.articles():
        project.note_waiting(find_files([folder]))
    known = {entry.id for entry in project.articles()}
    print("open", flush=True)
    with ReaderPool(2, reader=reader) as pool:
        for batch in in_batches(pool.read_files(project.waiting()), most=4, seconds=0.2):
            read = [outcome for outcome in batch if outcome.reading is not None and outcome.path is not None]
            project.take_in(
                [(outcome.reading, outcome.data) for outcome in read if outcome.reading is not None],
                [outcome.path for outcome in read if outcome.path is not None],
            )
            for outcome in batch:
                if outcome.reading is None and outcome.path is not None:
                    project.note_failed(outcome.path, outcome.sentence)
            for entry in project.articles():
                if entry.state is ArticleState.READ and entry.id not in known:
                    known.add(entry.id)
                    print("read", entry.id, flush=True)
    project.close()
    print("done", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
