-- Where threads belong. The list is short and changes seldom; `position` is its order.
CREATE TABLE categories (
    id          INTEGER PRIMARY KEY,
    slug        TEXT    NOT NULL UNIQUE CHECK (slug <> ''),
    name        TEXT    NOT NULL UNIQUE CHECK (name <> ''),
    description TEXT    NOT NULL,                                  -- one sentence
    position    INTEGER NOT NULL UNIQUE,
    threads     INTEGER NOT NULL DEFAULT 0                         -- derived: those not withdrawn
) STRICT;

-- What threads are about, across categories. Members add new ones as they need them.
CREATE TABLE tags (
    id      INTEGER PRIMARY KEY,
    name    TEXT    NOT NULL UNIQUE CHECK (name <> ''),            -- in slug form
    threads INTEGER NOT NULL DEFAULT 0                             -- derived: those not withdrawn
) STRICT;
-- The page of all tags, the most used first.
CREATE INDEX tags_by_use ON tags (threads, name);

-- A question, a discussion, a story of what works, or an announcement. Its words are its opening post; `title` and `slug`
-- follow the newest revision of that post's text. What stands under "derived" can be counted again from the tables below.
CREATE TABLE threads (
    id               INTEGER PRIMARY KEY,
    kind             TEXT    NOT NULL CHECK (kind IN ('question', 'discussion', 'story', 'announcement')),
    category_id      INTEGER NOT NULL REFERENCES categories (id),
    author_id        INTEGER REFERENCES members (id),              -- NULL: imported, then `author_name` says who
    author_name      TEXT    NOT NULL DEFAULT '',
    attribution      TEXT    NOT NULL DEFAULT 'named' CHECK (attribution IN ('named', 'unnamed')),
    created_at       INTEGER NOT NULL,
    needed_by        INTEGER,                                      -- a question that cannot wait longer
    pinned           INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    locked           INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
    withdrawn_at     INTEGER,
    withdrawn_by     INTEGER REFERENCES members (id),
    withdrawn_reason TEXT    NOT NULL DEFAULT '',
    -- derived
    title            TEXT    NOT NULL CHECK (title <> ''),
    slug             TEXT    NOT NULL CHECK (slug <> ''),
    active_at        INTEGER NOT NULL,                             -- when the newest post was written
    last_post_id     INTEGER NOT NULL DEFAULT 0,
    posts            INTEGER NOT NULL DEFAULT 0,                   -- all ever written, the opening post included
    replies          INTEGER NOT NULL DEFAULT 0,                   -- not withdrawn; in a question these are its answers
    accepted         INTEGER NOT NULL DEFAULT 0                    -- accepted answers
) STRICT;
-- The forum's front page, a category and a kind, by the newest post. Withdrawn threads are in none of the lists.
CREATE INDEX threads_active ON threads (active_at, id) WHERE withdrawn_at IS NULL;
CREATE INDEX threads_active_in_category ON threads (category_id, active_at, id) WHERE withdrawn_at IS NULL;
CREATE INDEX threads_active_of_kind ON threads (kind, active_at, id) WHERE withdrawn_at IS NULL;
-- The same by the time of asking.
CREATE INDEX threads_new ON threads (created_at, id) WHERE withdrawn_at IS NULL;
CREATE INDEX threads_new_in_category ON threads (category_id, created_at, id) WHERE withdrawn_at IS NULL;
-- Questions that wait for their first answer, the longest first.
CREATE INDEX threads_unanswered ON threads (created_at, id)
    WHERE kind = 'question' AND replies = 0 AND locked = 0 AND withdrawn_at IS NULL;
-- Questions with a day, the next first.
CREATE INDEX threads_needed ON threads (needed_by, id) WHERE needed_by IS NOT NULL AND withdrawn_at IS NULL;
-- Closed ones, for whoever looks for them.
CREATE INDEX threads_locked ON threads (active_at, id) WHERE locked = 1 AND withdrawn_at IS NULL;
-- What stands above the others.
CREATE INDEX threads_pinned ON threads (category_id, active_at) WHERE pinned = 1 AND withdrawn_at IS NULL;
-- "My questions", and what became of them.
CREATE INDEX threads_by_author ON threads (author_id, active_at);

-- The tags of a thread, in the order its author gave them.
CREATE TABLE thread_tags (
    thread_id INTEGER NOT NULL REFERENCES threads (id),
    position  INTEGER NOT NULL,
    tag_id    INTEGER NOT NULL REFERENCES tags (id),
    PRIMARY KEY (thread_id, position)
) STRICT, WITHOUT ROWID;
-- The threads of a tag.
CREATE UNIQUE INDEX thread_tags_by_tag ON thread_tags (tag_id, thread_id);

-- What somebody wrote in a thread: number 1 opens it. In a question the others without `under_id` are answers, and those with
-- one are short comments on the question or on an answer. A withdrawn post stays as a tombstone.
CREATE TABLE posts (
    id               INTEGER PRIMARY KEY,
    thread_id        INTEGER NOT NULL REFERENCES threads (id),
    number           INTEGER NOT NULL CHECK (number >= 1),         -- in the order of writing
    under_id         INTEGER REFERENCES posts (id),
    text_id          INTEGER NOT NULL UNIQUE REFERENCES texts (id),
    author_id        INTEGER REFERENCES members (id),              -- NULL: imported, then `author_name` says who
    author_name      TEXT    NOT NULL DEFAULT '',
    at               INTEGER NOT NULL,
    withdrawn_at     INTEGER,
    withdrawn_by     INTEGER REFERENCES members (id),
    withdrawn_reason TEXT    NOT NULL DEFAULT '',
    -- derived
    edited_at        INTEGER,                                      -- the newest revision, where it is not the first
    votes            INTEGER NOT NULL DEFAULT 0,
    accepted         INTEGER NOT NULL DEFAULT 0,                   -- 1: an accepted answer
    comments         INTEGER NOT NULL DEFAULT 0,                   -- posts under it, withdrawn ones too
    UNIQUE (thread_id, number)
) STRICT;
-- The replies of a thread by time, and the answers of a question with the accepted and the most helpful first.
CREATE INDEX posts_by_time ON posts (thread_id, number) WHERE under_id IS NULL;
CREATE INDEX posts_by_worth ON posts (thread_id, accepted DESC, votes DESC, number) WHERE under_id IS NULL AND number > 1;
-- The comments under some answers.
CREATE INDEX posts_under ON posts (under_id, number) WHERE under_id IS NOT NULL;

-- "This helped": one a member and post.
CREATE TABLE votes (
    post_id   INTEGER NOT NULL REFERENCES posts (id),
    member_id INTEGER NOT NULL REFERENCES members (id),
    at        INTEGER NOT NULL,
    PRIMARY KEY (post_id, member_id)
) STRICT, WITHOUT ROWID;

-- Answers that the asker or the program's staff accepted. A question may have several, for different states.
CREATE TABLE acceptances (
    post_id   INTEGER PRIMARY KEY REFERENCES posts (id),
    states    TEXT    NOT NULL DEFAULT '',                         -- "OH,PA": where it is right; '' says nothing about that
    member_id INTEGER REFERENCES members (id),                     -- who accepted it; NULL: imported
    at        INTEGER NOT NULL
) STRICT;

-- How far a member has read in a thread, for the marks of what is new. May be lost without harm.
CREATE TABLE thread_reads (
    member_id INTEGER NOT NULL REFERENCES members (id),
    thread_id INTEGER NOT NULL REFERENCES threads (id),
    post_id   INTEGER NOT NULL,                                    -- the newest post seen
    PRIMARY KEY (member_id, thread_id)
) STRICT, WITHOUT ROWID;

INSERT INTO categories (slug, name, description, position) VALUES
    ('voter-registration', 'Voter registration', 'Applications, list maintenance, addresses, duplicates and what the motor vehicle office sends.', 1),
    ('mail-and-absentee-voting', 'Mail and absentee voting', 'Ballots by mail, drop boxes, signatures, cure, the Postal Service, military and overseas voters.', 2),
    ('in-person-voting', 'In-person voting', 'Polling places and vote centers, lines, check-in, early voting and provisional ballots.', 3),
    ('poll-workers', 'Poll workers', 'Finding, training, paying and keeping the people at the tables.', 4),
    ('ballots-and-tabulation', 'Ballots and tabulation', 'Ballot design and proofs, printing, logic and accuracy tests, scanners and adjudication.', 5),
    ('canvass-and-audits', 'Canvass and audits', 'Reconciliation, canvass, audits, recounts and certification.', 6),
    ('security-and-emergencies', 'Security and emergencies', 'Threats, phishing, incidents, seals, weather and power: before, during and after.', 7),
    ('accessibility-and-language', 'Accessibility and language', 'Access to every polling place and every text, for every voter, in the languages they read.', 8),
    ('voter-communication', 'Voter communication', 'Plain language, websites, the press, and answers to false claims.', 9),
    ('office-management', 'Office management', 'Staff, budget, procurement, warehouse, and handing work over.', 10),
    ('records-and-law', 'Records and law', 'Public records, retention, and what changed in the law; nothing here is legal advice.', 11),
    ('standards-and-cohort-business', 'Standards and cohort business', 'Standards in the making, ballots on them, and news of the program.', 12);

INSERT INTO tags (name) VALUES
    ('list-maintenance'), ('address-matching'), ('duplicate-records'), ('dmv-transactions'), ('online-registration'),
    ('same-day-registration'), ('provisional'), ('poll-book'), ('e-pollbook'), ('check-in'), ('vote-center'),
    ('early-voting'), ('curbside'), ('line-management'), ('wait-times'), ('site-selection'), ('site-lease'),
    ('signage'), ('uocava'), ('fpca'), ('fwab'), ('ballot-tracking'), ('signature-verification'), ('cure'),
    ('drop-box'), ('return-envelope'), ('usps'), ('postage'), ('ballot-design'), ('ballot-proofing'), ('printing'),
    ('logic-accuracy'), ('test-deck'), ('tabulator'), ('bmd'), ('adjudication'), ('write-in'), ('duplication'),
    ('reconciliation'), ('canvass'), ('certification'), ('audit'), ('rla'), ('recount'), ('chain-of-custody'),
    ('seals'), ('warehouse'), ('threat'), ('incident-response'), ('phishing'), ('power-outage'), ('weather'), ('ada'),
    ('site-survey'), ('language-access'), ('translation'), ('plain-language'), ('rumor-response'), ('media'),
    ('website'), ('public-records'), ('retention'), ('observers'), ('poll-worker-recruitment'),
    ('poll-worker-training'), ('poll-worker-pay'), ('students'), ('staffing'), ('budget'), ('procurement'),
    ('onboarding'), ('standards-draft'), ('ballot-notice');
