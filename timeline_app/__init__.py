"""Dateline: articles become a timeline one can trust."""

__version__ = "0.1.0"
