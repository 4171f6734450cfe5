-- An election office. `size_band` is worked out from the registered voters when shown. The program's staff belong to no Center.
CREATE TABLE centers (
    id                INTEGER PRIMARY KEY,
    slug              TEXT    NOT NULL UNIQUE CHECK (slug <> ''),
    name              TEXT    NOT NULL CHECK (name <> ''),
    jurisdiction      TEXT    NOT NULL DEFAULT '',                 -- "county", "city", "town", as they say it
    state             TEXT    NOT NULL CHECK (length(state) = 2),  -- two-letter code
    registered_voters INTEGER NOT NULL DEFAULT 0 CHECK (registered_voters >= 0),
    equipment         TEXT    NOT NULL DEFAULT '',
    created_at        INTEGER NOT NULL
) STRICT;

-- A person with an account. Nobody is deleted: leaving closes the account and keeps what was written under the name.
CREATE TABLE members (
    id            INTEGER PRIMARY KEY,
    handle        TEXT    NOT NULL UNIQUE CHECK (handle <> ''),    -- @handle, /members/handle
    email         TEXT    NOT NULL UNIQUE CHECK (email = lower(email) AND instr(email, '@') > 1),
    name          TEXT    NOT NULL CHECK (name <> ''),
    title         TEXT    NOT NULL DEFAULT '',                     -- the job: "deputy clerk"
    about         TEXT    NOT NULL DEFAULT '',
    center_id     INTEGER REFERENCES centers (id),                 -- NULL: program staff
    role          TEXT    NOT NULL CHECK (role IN ('member', 'coach', 'steward', 'administrator')),
    zone          TEXT    NOT NULL DEFAULT 'America/New_York',     -- IANA time zone for everything shown
    password_hash TEXT    NOT NULL DEFAULT '',                     -- Argon2id in its own text form; '' cannot sign in
    created_at    INTEGER NOT NULL,
    closed_at     INTEGER                                          -- set: may not sign in any more
) STRICT;
-- The people of one Center, on its page and in the list.
CREATE INDEX members_by_center ON members (center_id, handle);
-- The list filtered by role; whether an administrator is left.
CREATE INDEX members_by_role ON members (role, handle);

-- The words of each member's name, folded, for finding people by how a word of it begins. Made from members.name.
CREATE TABLE member_words (
    word      TEXT    NOT NULL CHECK (word <> ''),
    member_id INTEGER NOT NULL REFERENCES members (id),
    PRIMARY KEY (word, member_id)
) STRICT, WITHOUT ROWID;
-- Replacing one member's words when the name changes.
CREATE INDEX member_words_by_member ON member_words (member_id);

-- Who casts a Center's vote: rank 0 is the delegate, 1 and up the alternates in order.
CREATE TABLE center_delegates (
    center_id INTEGER NOT NULL REFERENCES centers (id),
    rank      INTEGER NOT NULL CHECK (rank >= 0),
    member_id INTEGER NOT NULL REFERENCES members (id),
    PRIMARY KEY (center_id, rank),
    UNIQUE (center_id, member_id)
) STRICT, WITHOUT ROWID;
-- Which seat a member has: may they invite, may they vote.
CREATE INDEX center_delegates_by_member ON center_delegates (member_id);

-- A signed-in browser. The id that the cookie holds is 256 random bits; only its SHA-256 is kept.
CREATE TABLE sessions (
    id_hash    TEXT    PRIMARY KEY,
    member_id  INTEGER NOT NULL REFERENCES members (id),
    created_at INTEGER NOT NULL,
    used_at    INTEGER NOT NULL,                                   -- to the hour or so
    expires_at INTEGER NOT NULL,
    address    TEXT    NOT NULL DEFAULT '',                        -- where it signed in from, for its owner's list
    browser    TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
-- The owner's list, and ending all of one member's.
CREATE INDEX sessions_by_member ON sessions (member_id, created_at);
-- Dropping those that have ended.
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- A link that lets somebody in once: to join (member_id NULL until then) or to set a new password.
CREATE TABLE invitations (
    id          INTEGER PRIMARY KEY,
    token_hash  TEXT    NOT NULL UNIQUE,                            -- SHA-256 of the link's secret
    purpose     TEXT    NOT NULL CHECK (purpose IN ('join', 'password')),
    email       TEXT    NOT NULL,
    name        TEXT    NOT NULL DEFAULT '',
    center_id   INTEGER REFERENCES centers (id),
    role        TEXT    NOT NULL CHECK (role IN ('member', 'coach', 'steward', 'administrator')),
    invited_by  INTEGER REFERENCES members (id),
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    used_at     INTEGER,
    revoked_at  INTEGER,
    member_id   INTEGER REFERENCES members (id)                    -- who it became, or whose password it sets
) STRICT;
-- The list of open invitations.
CREATE INDEX invitations_open ON invitations (expires_at) WHERE used_at IS NULL AND revoked_at IS NULL;
-- Whether somebody is invited already; drawing back the older ones when a new link is made.
CREATE INDEX invitations_by_email ON invitations (email);

-- A bearer token of the API. The token itself is shown once; its SHA-256 is kept.
CREATE TABLE tokens (
    id         INTEGER PRIMARY KEY,
    token_hash TEXT    NOT NULL UNIQUE,
    member_id  INTEGER NOT NULL REFERENCES members (id),
    name       TEXT    NOT NULL DEFAULT '',
    scopes     TEXT    NOT NULL,                                   -- "read,write,admin", any part of it
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    used_at    INTEGER,
    revoked_at INTEGER
) STRICT;
-- The owner's list, and revoking all of one member's.
CREATE INDEX tokens_by_member ON tokens (member_id, created_at);

-- What stewards and administrators did. Rows are only ever added.
CREATE TABLE audit_log (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    member_id INTEGER REFERENCES members (id),                     -- NULL: the program itself, from the command line
    action    TEXT    NOT NULL,                                    -- "invited", "changed a role"
    subject   TEXT    NOT NULL DEFAULT '',                         -- what it was done to, in words
    detail    TEXT    NOT NULL DEFAULT ''                          -- the reason, or old and new value
) STRICT;
CREATE TRIGGER audit_log_keeps_rows BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_log_keeps_text BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

-- Secrets of this installation, made at its first start: the key of the forgery guard.
CREATE TABLE secrets (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
