-- A practice area: the shelf that a page stands on. Seeded below; a program may rename them.
CREATE TABLE areas (
    id       INTEGER PRIMARY KEY,
    slug     TEXT    NOT NULL UNIQUE CHECK (slug <> ''),
    name     TEXT    NOT NULL CHECK (name <> ''),
    sentence TEXT    NOT NULL,  -- what belongs here
    position INTEGER NOT NULL
) STRICT;

INSERT INTO areas (slug, name, sentence, position) VALUES
    ('mail-and-absentee-voting', 'Mail and absentee voting',
     'Mail ballots from packet to count: drop boxes, signatures, curing, military and overseas voters.', 1),
    ('in-person-voting', 'In-person voting',
     'Polling places and vote centers: choosing sites, check-in, lines, provisional ballots, observers.', 2),
    ('accessibility-and-language', 'Accessibility and language',
     'Every voter can come in, read, mark and cast a ballot alone: sites, machines, languages.', 3),
    ('poll-workers', 'Poll workers',
     'Finding, training, thanking and keeping the people who run the polling places.', 4),
    ('ballots-and-equipment', 'Ballots and equipment',
     'Proofing, printing, testing, seals and custody: from the first proof to the locked room.', 5),
    ('results-and-audits', 'Results and audits',
     'Election night, reconciliation, canvass, certification and the audits that follow.', 6),
    ('security-and-continuity', 'Security and continuity',
     'Keeping people, mail rooms and computers safe, and going on when something fails.', 7),
    ('voters-and-records', 'Voters and records',
     'Registration, list maintenance, notices to voters, and requests for public records.', 8),
    ('office-management', 'Office management',
     'Calendars, budgets, staff, meetings and everything that keeps a small office running.', 9);

-- A best-practice page. Its words are the chain of revisions `text_id`; title and changed_at repeat the
-- newest one for lists, and `cohort check` holds them against it.
CREATE TABLE pages (
    id               INTEGER PRIMARY KEY,
    slug             TEXT    NOT NULL UNIQUE CHECK (slug <> ''),  -- /practices/slug
    title            TEXT    NOT NULL COLLATE NOCASE CHECK (title <> ''),
    area_id          INTEGER NOT NULL REFERENCES areas (id),
    text_id          INTEGER NOT NULL UNIQUE REFERENCES texts (id),
    owner_id         INTEGER REFERENCES members (id),             -- who sees to it that it stays right
    review_by        INTEGER,                                     -- noon UTC: the same day everywhere
    reviewed_at      INTEGER,
    created_at       INTEGER NOT NULL,
    changed_at       INTEGER NOT NULL,
    withdrawn_at     INTEGER,
    withdrawn_by     INTEGER REFERENCES members (id),              -- NULL: the program itself, in an import
    withdrawn_reason TEXT    NOT NULL DEFAULT ''
) STRICT;
-- The pages of one area by title.
CREATE INDEX pages_by_area ON pages (area_id, title) WHERE withdrawn_at IS NULL;
-- What changed last, over all areas and in one, in lists and the API.
CREATE INDEX pages_by_change ON pages (changed_at) WHERE withdrawn_at IS NULL;
CREATE INDEX pages_of_area_by_change ON pages (area_id, changed_at) WHERE withdrawn_at IS NULL;
-- What an owner has to review, and what nobody reviewed in time.
CREATE INDEX pages_by_owner ON pages (owner_id, review_by) WHERE withdrawn_at IS NULL;
CREATE INDEX pages_by_review ON pages (review_by) WHERE withdrawn_at IS NULL;
-- What was withdrawn, for stewards.
CREATE INDEX pages_withdrawn ON pages (withdrawn_at) WHERE withdrawn_at IS NOT NULL;

-- An address that a page had before it was renamed; it leads on for ever.
CREATE TABLE page_redirects (
    slug    TEXT    PRIMARY KEY,
    page_id INTEGER NOT NULL REFERENCES pages (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_redirects_by_page ON page_redirects (page_id);
