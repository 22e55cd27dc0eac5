"""The open project: the store, history, intake and merging, filters, search, and the pool of reading processes."""

from timeline_app.project.errors import ProjectError
from timeline_app.project.filters import MAIN, Filter
from timeline_app.project.project import Project
from timeline_app.project.readers import Outcome, ReaderPool, in_batches
from timeline_app.project.schema import APPLICATION_ID
from timeline_app.project.values import ArticleEntry, ArticleState, Change, Conflict, PassageHit, SearchHits

__all__ = [
    "APPLICATION_ID", "MAIN", "ArticleEntry", "ArticleState", "Change", "Conflict", "Filter", "Outcome",
    "PassageHit", "Project", "ProjectError", "ReaderPool", "SearchHits", "in_batches",
]  # fmt: skip
