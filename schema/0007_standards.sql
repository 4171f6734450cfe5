-- A standard in the making. Its words are the chain of revisions `text_id`: title and one Markdown text of statement,
-- clauses, reasons and evidence (standards/proposals/proposal_text.hpp). `title` and `changed_at` repeat the newest
-- revision for lists, and `stage` the last change of stage in the ledger; `cohort check` holds them against both.
CREATE TABLE proposals (
    id                  INTEGER PRIMARY KEY,
    title               TEXT    NOT NULL CHECK (title <> ''),
    text_id             INTEGER NOT NULL UNIQUE REFERENCES texts (id),
    stage               TEXT    NOT NULL CHECK (stage IN ('idea', 'draft', 'consultation', 'ballot',
                                                          'adopted', 'not_adopted', 'withdrawn')),
    next_clause         INTEGER NOT NULL DEFAULT 1,            -- number of the next clause id: ids are never used twice
    consultation_closes INTEGER,                               -- the first second in which no comment is taken
    revises_id          INTEGER REFERENCES standards (id),     -- NULL: a new standard
    created_at          INTEGER NOT NULL,
    changed_at          INTEGER NOT NULL
) STRICT;
-- The proposals of one stage, what changed last first.
CREATE INDEX proposals_by_stage ON proposals (stage, changed_at);
CREATE INDEX proposals_by_change ON proposals (changed_at);
-- The revisions of a standard in the making.
CREATE INDEX proposals_by_standard ON proposals (revises_id) WHERE revises_id IS NOT NULL;

-- Who stands behind a proposal; the first is who began it. None of them certifies its ballot.
CREATE TABLE proposal_authors (
    proposal_id INTEGER NOT NULL REFERENCES proposals (id),
    member_id   INTEGER NOT NULL REFERENCES members (id),
    position    INTEGER NOT NULL,
    PRIMARY KEY (proposal_id, member_id)
) STRICT, WITHOUT ROWID;
-- What a member proposed.
CREATE INDEX proposal_authors_by_member ON proposal_authors (member_id);

-- A Center that wants an idea to become a draft.
CREATE TABLE endorsements (
    proposal_id INTEGER NOT NULL REFERENCES proposals (id),
    center_id   INTEGER NOT NULL REFERENCES centers (id),
    member_id   INTEGER NOT NULL REFERENCES members (id),      -- who said so for the Center
    at          INTEGER NOT NULL,
    PRIMARY KEY (proposal_id, center_id)
) STRICT, WITHOUT ROWID;

-- What somebody says on a proposal in its consultation: on the whole or on one clause, perhaps with another wording
-- for that clause (an amendment). Part of the public record: never changed after it was sent; who wrote it may take
-- it back while it is open. `html` is derived: `cohort rebuild` makes it again.
CREATE TABLE comments (
    id                 INTEGER PRIMARY KEY,
    proposal_id        INTEGER NOT NULL REFERENCES proposals (id),
    clause             TEXT    NOT NULL DEFAULT '',            -- "c3"; '': the whole
    revision           INTEGER NOT NULL,                       -- of the text that was read
    author_id          INTEGER NOT NULL REFERENCES members (id),
    body               TEXT    NOT NULL CHECK (body <> ''),
    html               TEXT    NOT NULL,
    amendment          TEXT    NOT NULL DEFAULT '',            -- the clause as it should be, heading and all; '': none
    at                 INTEGER NOT NULL,
    withdrawn_at       INTEGER,
    disposition        TEXT CHECK (disposition IN ('accepted', 'accepted_in_part', 'declined', 'out_of_scope')),
    disposition_reason TEXT    NOT NULL DEFAULT '',
    disposed_by        INTEGER REFERENCES members (id),
    disposed_at        INTEGER,
    CHECK ((disposition IS NULL) = (disposed_at IS NULL)),
    CHECK (disposition IS NULL OR disposition_reason <> '')
) STRICT;
-- The comments of a proposal in their order.
CREATE INDEX comments_by_proposal ON comments (proposal_id, id);
-- Whether one is still open: then no ballot opens.
CREATE INDEX comments_open ON comments (proposal_id) WHERE disposition IS NULL AND withdrawn_at IS NULL;

-- Every act on a proposal and on its ballots, in order, each row holding the hash of the one before
-- (standards/ledger.hpp). Rows are only ever added. The timeline of a proposal is read from here.
CREATE TABLE ledger_entries (
    proposal_id INTEGER NOT NULL REFERENCES proposals (id),
    sequence    INTEGER NOT NULL CHECK (sequence >= 1),
    at          INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    actor       TEXT    NOT NULL,                              -- a member's handle, or 'program'
    body        TEXT    NOT NULL,                              -- canonical JSON (RFC 8785)
    previous    TEXT    NOT NULL,
    hash        TEXT    NOT NULL,
    PRIMARY KEY (proposal_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledger_keeps_rows BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER ledger_keeps_text BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

-- The vote on one exact revision of a proposal. All but the last five columns is fixed at the opening.
CREATE TABLE ballots (
    id                   INTEGER PRIMARY KEY,
    proposal_id          INTEGER NOT NULL REFERENCES proposals (id),
    revision             INTEGER NOT NULL,
    sha256               TEXT    NOT NULL,                     -- of title, a line feed, and text: as in revisions
    electorate           TEXT    NOT NULL CHECK (electorate IN ('centers', 'members')),
    secrecy              TEXT    NOT NULL CHECK (secrecy IN ('open', 'secret')),
    opens                INTEGER NOT NULL,
    closes               INTEGER NOT NULL CHECK (closes > opens), -- the first second in which no vote is taken
    quorum_numerator     INTEGER NOT NULL CHECK (quorum_numerator >= 0),
    quorum_denominator   INTEGER NOT NULL CHECK (quorum_denominator >= 1),
    quorum_boundary      TEXT    NOT NULL CHECK (quorum_boundary IN ('at_least', 'more_than')),
    approval_numerator   INTEGER NOT NULL CHECK (approval_numerator >= 0),
    approval_denominator INTEGER NOT NULL CHECK (approval_denominator >= 1),
    approval_boundary    TEXT    NOT NULL CHECK (approval_boundary IN ('at_least', 'more_than')),
    opened_by            INTEGER NOT NULL REFERENCES members (id),
    settled_at           INTEGER,                              -- when the program wrote the result down, as of `closes`
    outcome              TEXT CHECK (outcome IN ('adopted', 'not_adopted')),
    certified_at         INTEGER,                              -- when the second person certified
    voided_at            INTEGER,
    voided_reason        TEXT    NOT NULL DEFAULT ''
) STRICT;
-- The ballots of a proposal.
CREATE INDEX ballots_by_proposal ON ballots (proposal_id, id);
-- What is to be settled when its time comes, and what waits for votes.
CREATE INDEX ballots_unsettled ON ballots (closes) WHERE settled_at IS NULL AND voided_at IS NULL;
-- What waits for two people to certify it.
CREATE INDEX ballots_uncertified ON ballots (closes) WHERE settled_at IS NOT NULL AND certified_at IS NULL
    AND voided_at IS NULL;
-- All of them, the newest first.
CREATE INDEX ballots_by_close ON ballots (closes);

-- The electorate, frozen at the opening: one seat a Center, or one a member. Who speaks for a Center's seat is the
-- Center's own affair and may change: see center_delegates.
CREATE TABLE ballot_seats (
    ballot_id INTEGER NOT NULL REFERENCES ballots (id),
    seat      INTEGER NOT NULL,                                -- 1, 2, 3 … by name
    center_id INTEGER REFERENCES centers (id),
    member_id INTEGER REFERENCES members (id),
    name      TEXT    NOT NULL,                                -- as it was at the opening
    took_part INTEGER NOT NULL DEFAULT 0 CHECK (took_part IN (0, 1)), -- whether a vote was taken; never which
    PRIMARY KEY (ballot_id, seat),
    CHECK ((center_id IS NULL) <> (member_id IS NULL))
) STRICT, WITHOUT ROWID;
-- The seats of a Center and of a member, in ballots that wait for them.
CREATE INDEX ballot_seats_by_center ON ballot_seats (center_id, ballot_id) WHERE center_id IS NOT NULL;
CREATE INDEX ballot_seats_by_member ON ballot_seats (member_id, ballot_id) WHERE member_id IS NOT NULL;

-- What a seat of an open (roll call) ballot voted last.
CREATE TABLE roll_call_votes (
    ballot_id INTEGER NOT NULL REFERENCES ballots (id),
    seat      INTEGER NOT NULL,
    member_id INTEGER NOT NULL REFERENCES members (id),        -- who cast it
    at        INTEGER NOT NULL,
    choice    TEXT    NOT NULL CHECK (choice IN ('approve', 'approve_with_comments', 'decline', 'abstain', 'recuse')),
    reason    TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (ballot_id, seat)
) STRICT, WITHOUT ROWID;

-- What a seat of a secret ballot voted last, while it is open: encrypted under the ballot's key, which lies in a file of
-- its own and is destroyed at the close. All rows are equally long. What may remain of them in free pages, in the
-- write-ahead log or in backups cannot be read without that key.
CREATE TABLE sealed_votes (
    ballot_id INTEGER NOT NULL REFERENCES ballots (id),
    seat      INTEGER NOT NULL,
    sealed    TEXT    NOT NULL,                                -- AES-256-GCM (base/sealed.hpp), as base64url
    PRIMARY KEY (ballot_id, seat)
) STRICT, WITHOUT ROWID;

-- The votes of a secret ballot after its close, entered all at once in the order of their trackers: no seat, no time.
CREATE TABLE secret_votes (
    ballot_id INTEGER NOT NULL REFERENCES ballots (id),
    tracker   TEXT    NOT NULL CHECK (length(tracker) = 32),
    choice    TEXT    NOT NULL CHECK (choice IN ('approve', 'approve_with_comments', 'decline', 'abstain', 'recuse')),
    reason    TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (ballot_id, tracker)
) STRICT, WITHOUT ROWID;

-- An adopted standard: its number and where it stands. What it says is in its versions.
CREATE TABLE standards (
    id             INTEGER PRIMARY KEY,
    number         TEXT    NOT NULL UNIQUE CHECK (number LIKE 'CE-____-__%'),  -- CE-2027-01
    status         TEXT    NOT NULL CHECK (status IN ('in_force', 'superseded', 'retired')),
    replaced_by_id INTEGER REFERENCES standards (id),                          -- by which other number
    retired_at     INTEGER,
    retired_reason TEXT    NOT NULL DEFAULT '',
    CHECK ((status = 'in_force') = (retired_at IS NULL))
) STRICT;
-- The standards that another one took the place of.
CREATE INDEX standards_by_replacement ON standards (replaced_by_id) WHERE replaced_by_id IS NOT NULL;

-- One version of a standard, never changed: the text that a ballot adopted.
CREATE TABLE standard_versions (
    standard_id INTEGER NOT NULL REFERENCES standards (id),
    version     INTEGER NOT NULL CHECK (version >= 1),
    proposal_id INTEGER NOT NULL UNIQUE REFERENCES proposals (id),
    ballot_id   INTEGER NOT NULL UNIQUE REFERENCES ballots (id),
    revision    INTEGER NOT NULL,                               -- of the proposal's text
    title       TEXT    NOT NULL,
    adopted_at  INTEGER NOT NULL,
    review_by   INTEGER NOT NULL,                               -- noon UTC of the day
    PRIMARY KEY (standard_id, version)
) STRICT, WITHOUT ROWID;
-- The feed and the register: what was adopted last.
CREATE INDEX standard_versions_by_time ON standard_versions (adopted_at);

-- How far a Center is with one clause of a standard, in its own words. Seen by its own people alone, unless it shares.
CREATE TABLE adoptions (
    center_id   INTEGER NOT NULL REFERENCES centers (id),
    standard_id INTEGER NOT NULL REFERENCES standards (id),
    clause      TEXT    NOT NULL,                               -- "c3"
    status      TEXT    NOT NULL CHECK (status IN ('met', 'in_progress', 'not_yet', 'not_applicable')),
    note        TEXT    NOT NULL DEFAULT '',
    evidence    TEXT    NOT NULL DEFAULT '',                    -- an address
    member_id   INTEGER NOT NULL REFERENCES members (id),
    at          INTEGER NOT NULL,
    PRIMARY KEY (center_id, standard_id, clause)
) STRICT, WITHOUT ROWID;
-- The totals of a standard.
CREATE INDEX adoptions_by_standard ON adoptions (standard_id, clause, status);

-- That a Center lets the other members see how far it is with a standard.
CREATE TABLE adoption_shares (
    center_id   INTEGER NOT NULL REFERENCES centers (id),
    standard_id INTEGER NOT NULL REFERENCES standards (id),
    at          INTEGER NOT NULL,
    PRIMARY KEY (center_id, standard_id)
) STRICT, WITHOUT ROWID;
-- Who shares, on a standard's page.
CREATE INDEX adoption_shares_by_standard ON adoption_shares (standard_id);
