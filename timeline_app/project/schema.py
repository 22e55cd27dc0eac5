"""The tables of a project file, and the way from older versions to this one.

Three sorts of tables:

- *content*: texts, files and readings under keys that come from themselves; written once, never changed;
- *recorded*: which articles there are, which reading of each counts, what was joined, what the user changed or
  added to the project as a whole; every change to these is recorded and can be undone;
- *the rest*: history, the import list, settings, and the words to search, which undo leaves alone.
"""

from __future__ import annotations

#: "Dtln", at byte 68 of the file: by it the system can tell a project from other SQLite files.
APPLICATION_ID = 0x44746C6E

#: Tables whose changes are recorded for undo, parents before children.
RECORDED = ("article", "telling", "naming", "edit", "own_event", "kept")

_VERSION_1 = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE text (article TEXT PRIMARY KEY, text BLOB NOT NULL, pages TEXT NOT NULL);
CREATE TABLE file (article TEXT PRIMARY KEY, data BLOB NOT NULL, packed INTEGER NOT NULL);
CREATE TABLE reading (key TEXT PRIMARY KEY, article TEXT NOT NULL, actors TEXT NOT NULL, events TEXT NOT NULL,
                      rest BLOB NOT NULL);
CREATE INDEX reading_article ON reading (article);

CREATE TABLE article (id TEXT PRIMARY KEY NOT NULL, position INTEGER NOT NULL, about TEXT NOT NULL, published INTEGER,
                      published_from TEXT NOT NULL, published_words TEXT NOT NULL, mode TEXT NOT NULL,
                      reading TEXT NOT NULL REFERENCES reading (key), stale INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE telling (event TEXT PRIMARY KEY NOT NULL, article TEXT NOT NULL REFERENCES article (id),
                      "row" TEXT NOT NULL, copy_of TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX telling_article ON telling (article);
CREATE TABLE naming (actor TEXT PRIMARY KEY NOT NULL, article TEXT NOT NULL REFERENCES article (id),
                     joined TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX naming_article ON naming (article);
CREATE TABLE edit (target TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, step INTEGER NOT NULL,
                   article TEXT NOT NULL, anchor TEXT NOT NULL, PRIMARY KEY (target, field)) WITHOUT ROWID;
CREATE TABLE own_event (id TEXT PRIMARY KEY NOT NULL, article TEXT NOT NULL, event TEXT NOT NULL,
                        anchor TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE step (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, undone INTEGER NOT NULL, run INTEGER,
                   amount INTEGER NOT NULL, rereads TEXT NOT NULL);
CREATE TABLE step_part (id INTEGER PRIMARY KEY AUTOINCREMENT, step INTEGER NOT NULL REFERENCES step (id),
                        changeset BLOB NOT NULL);
CREATE INDEX step_part_step ON step_part (step);
CREATE TABLE step_content (part INTEGER NOT NULL REFERENCES step_part (id), key TEXT NOT NULL,
                           PRIMARY KEY (key, part)) WITHOUT ROWID;
CREATE INDEX step_content_part ON step_content (part);

CREATE TABLE waiting (path BLOB PRIMARY KEY NOT NULL, run INTEGER NOT NULL, position INTEGER NOT NULL,
                      state TEXT NOT NULL, sentence TEXT NOT NULL);

CREATE TABLE paragraph (id INTEGER PRIMARY KEY, article TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL);
CREATE INDEX paragraph_article ON paragraph (article);
CREATE VIRTUAL TABLE paragraph_words USING fts5 (words, content='', contentless_delete=1,
                                                 tokenize='unicode61 remove_diacritics 2');
CREATE TABLE event_entry (id INTEGER PRIMARY KEY, event TEXT NOT NULL, reading TEXT NOT NULL);
CREATE INDEX event_entry_reading ON event_entry (reading);
CREATE VIRTUAL TABLE event_words USING fts5 (title, words, content='', contentless_delete=1,
                                             tokenize='unicode61 remove_diacritics 2');
"""

#: Relations are wanted of all articles at once; NULL where they still stand among the rest.
_VERSION_2 = "ALTER TABLE reading ADD COLUMN relations TEXT;"

#: What a person added to the project as a whole, such as named stretches of time, can be undone as well.
_VERSION_3 = """
CREATE TABLE kept (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO kept SELECT name, value FROM setting WHERE name = 'eras';
DELETE FROM setting WHERE name = 'eras';
"""

#: The script at index n brings a file from version n to version n + 1.
MIGRATIONS = (_VERSION_1, _VERSION_2, _VERSION_3)

VERSION = len(MIGRATIONS)
