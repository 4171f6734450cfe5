-- Every text that anybody writes: the Markdown of a post, a page or a proposal, as a chain of revisions 1, 2, 3 …
CREATE TABLE texts (
    id   INTEGER PRIMARY KEY,
    kind TEXT    NOT NULL CHECK (kind IN ('post', 'page', 'proposal')),
    head INTEGER NOT NULL CHECK (head >= 1)                        -- number of the newest revision
) STRICT;

-- One version of a text, whole. Never changed but for redaction, which empties it and says so.
CREATE TABLE revisions (
    text_id     INTEGER NOT NULL REFERENCES texts (id),
    number      INTEGER NOT NULL CHECK (number >= 1),
    title       TEXT    NOT NULL DEFAULT '',                       -- '' where the text has no title of its own
    body        TEXT    NOT NULL,
    summary     TEXT    NOT NULL DEFAULT '',                       -- why it was changed, in the writer's words
    author_id   INTEGER REFERENCES members (id),                   -- NULL: imported, then `author_name` says who
    author_name TEXT    NOT NULL DEFAULT '',
    at          INTEGER NOT NULL,
    sha256      TEXT    NOT NULL,                                  -- of title, a line feed, and body
    merged_from INTEGER,                                           -- the stale revision that the writer had started from
    restores    INTEGER,                                           -- the older revision that this one brings back
    redacted_at INTEGER,
    redacted_by INTEGER REFERENCES members (id),
    PRIMARY KEY (text_id, number)
) STRICT;
CREATE INDEX revisions_by_author ON revisions (author_id, at);

-- Derived: the newest revision as HTML. `cohort rebuild` makes it again from revisions.
CREATE TABLE rendered (
    text_id          INTEGER PRIMARY KEY REFERENCES texts (id),
    html             TEXT    NOT NULL,
    contents         TEXT    NOT NULL DEFAULT '',                  -- headings, a line each: level, id and text, tab between
    renderer_version INTEGER NOT NULL
) STRICT;

-- What somebody is writing and has not sent yet. `place` says where: "thread/new", "thread/12/reply", "page/seals".
CREATE TABLE drafts (
    member_id INTEGER NOT NULL REFERENCES members (id),
    place     TEXT    NOT NULL,
    title     TEXT    NOT NULL DEFAULT '',
    body      TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (member_id, place)
) STRICT, WITHOUT ROWID;
