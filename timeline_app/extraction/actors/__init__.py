"""Who acts in an article: names of persons, organisations, groups, states and places, each actor's brought together."""

from timeline_app.extraction.actors.across import join_actors
from timeline_app.extraction.actors.finding import find_actors

__all__ = ["find_actors", "join_actors"]
