-- Every text that anybody writes: the Markdown of a post, a page or a proposal, as a chain of revisions.
CREATE TABLE texts (
    id   INTEGER PRIMARY KEY,
    kind TEXT    NOT NULL CHECK (kind IN ('post', 'page', 'proposal')),
    head INTEGER NOT NULL CHECK (head >= 1)  -- number of the newest revision
) STRICT;

-- One version of a text, whole. Never changed but for redaction, which empties it and says so.
CREATE TABLE revisions (
    text_id     INTEGER NOT NULL REFERENCES texts (id),
    number      INTEGER NOT NULL CHECK (number >= 1),
    title       TEXT    NOT NULL DEFAULT '',      -- '' where the text has no title of its own
    body        TEXT    NOT NULL,
    summary     TEXT    NOT NULL DEFAULT '',      -- why it was changed, in the writer's words
    author_id   INTEGER REFERENCES members (id),  -- NULL: imported, then `author_name` says who
    author_name TEXT    NOT NULL DEFAULT '',
    at          INTEGER NOT NULL,
    sha256      TEXT    NOT NULL,                 -- of title, a line feed, and body
    added       INTEGER NOT NULL DEFAULT 0,       -- lines that came with it, for the history
    removed     INTEGER NOT NULL DEFAULT 0,       -- lines that went; a changed line counts in both
    merged_from INTEGER,                          -- the stale revision that the writer had started from
    restores    INTEGER,                          -- the older revision that this one brings back
    redacted_at INTEGER,
    redacted_by INTEGER REFERENCES members (id),
    PRIMARY KEY (text_id, number)
) STRICT;
-- What one member wrote, on the member's page and in the export of an account.
CREATE INDEX revisions_by_author ON revisions (author_id, at);

-- Derived: the newest revision as HTML. `cohort rebuild` makes it again from revisions.
CREATE TABLE rendered (
    text_id          INTEGER PRIMARY KEY REFERENCES texts (id),
    html             TEXT    NOT NULL,
    contents         TEXT    NOT NULL DEFAULT '',  -- headings, a line each: level, id and text, tab between
    renderer_version INTEGER NOT NULL
) STRICT;

-- Derived: which pages the newest revision of a text links by [[slug]], whether they exist or not.
CREATE TABLE text_links (
    text_id INTEGER NOT NULL REFERENCES texts (id),
    slug    TEXT    NOT NULL,
    PRIMARY KEY (text_id, slug)
) STRICT, WITHOUT ROWID;
-- What links here, and which texts to render again when a page appears or gets another title.
CREATE INDEX text_links_by_slug ON text_links (slug, text_id);

-- Derived: the title of whatever [[slug]] can lead to, old addresses included. The wiki tells; all may ask.
CREATE TABLE page_names (
    slug  TEXT PRIMARY KEY,
    title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What somebody is writing and has not sent yet. `place` is the path of the form's page:
-- "/forum/threads/12#reply", "/practices/seals/edit?base=4".
CREATE TABLE drafts (
    member_id INTEGER NOT NULL REFERENCES members (id),
    place     TEXT    NOT NULL,
    title     TEXT    NOT NULL DEFAULT '',
    body      TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (member_id, place)
) STRICT, WITHOUT ROWID;
-- A member's drafts, the newest first.
CREATE INDEX drafts_by_time ON drafts (member_id, at);
-- All drafts below a path that moves.
CREATE INDEX drafts_by_place ON drafts (place);
