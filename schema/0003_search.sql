-- Derived, all of it: `cohort rebuild` makes the search tables again from what the slices own.

-- What can be found: a row a post, page, proposal or standard, with what a result shows. The low five bits of
-- the id say kind (four bits) and settled (one bit), so that ranking and counting thousands of hits reads the
-- index alone; what stands above them counts up, so that a higher id is the newer document.
CREATE TABLE search_documents (
    id          INTEGER PRIMARY KEY,
    family      TEXT    NOT NULL CHECK (family IN ('post', 'page', 'proposal', 'standard')),
    ref         INTEGER NOT NULL,                                  -- id of the post, the page, …
    kind        TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    tags        TEXT    NOT NULL,                                  -- parted by blanks
    place       TEXT    NOT NULL,                                  -- slug of the category or practice area
    address     TEXT    NOT NULL,                                  -- path of the page it opens
    author      TEXT    NOT NULL,                                  -- handle
    author_name TEXT    NOT NULL,
    state       TEXT    NOT NULL,                                  -- of the author's Center
    at          INTEGER NOT NULL,
    settled     INTEGER NOT NULL CHECK (settled IN (0, 1)),
    UNIQUE (family, ref)
) STRICT;

-- The text of a document: once as it is shown (passages: anchor, heading, text, parted by control characters),
-- once as the words that are indexed (folded, stemmed, pairs of characters where a script has no blanks).
CREATE TABLE search_texts (
    id       INTEGER PRIMARY KEY REFERENCES search_documents (id) ON DELETE CASCADE,
    title    TEXT    NOT NULL,                                     -- '' for an answer
    thread   TEXT    NOT NULL,                                     -- an answer's thread's title
    tags     TEXT    NOT NULL,
    headings TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    forms    TEXT    NOT NULL,                                     -- other spellings: dropbox for drop-box, caps_save for SAVE
    marks    TEXT    NOT NULL,                                     -- for filters: kind_question, tag_seals, state_oh
    passages TEXT    NOT NULL
) STRICT;

-- The words were made by us, so that the tokenizer only cuts at blanks; no word but a mark holds a "_".
CREATE VIRTUAL TABLE search_index USING fts5 (
    title, thread, tags, headings, body, forms, marks,
    content = 'search_texts', content_rowid = 'id', tokenize = "ascii tokenchars '&_'"
);

-- Titles alone, unstemmed, for completing what somebody types.
CREATE VIRTUAL TABLE search_titles USING fts5 (words, prefix = '1 2 3', detail = none, tokenize = "ascii tokenchars '&_'");

-- Every word that was ever indexed, as written but folded: for "did you mean" and words with an open end.
CREATE TABLE search_words (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
