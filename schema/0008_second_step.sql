-- Members whose sign-in asks for a code of their authenticator app as well (TOTP, RFC 6238). The key that the app shares is
-- sealed under a key in a file beside the data file, so that a copy of the data alone makes no codes.
CREATE TABLE second_steps (
    member_id  INTEGER PRIMARY KEY REFERENCES members (id),
    sealed_key TEXT    NOT NULL CHECK (length(sealed_key) = 64),   -- AES-256-GCM over 20 bytes, base64url
    last_step  INTEGER NOT NULL,                                   -- of 30 s, the newest of which a code was taken: none twice
    since      INTEGER NOT NULL
) STRICT;

-- A key that was shown to somebody who has not confirmed it by a code yet; at most one a member.
CREATE TABLE second_step_offers (
    member_id  INTEGER PRIMARY KEY REFERENCES members (id),
    sealed_key TEXT    NOT NULL CHECK (length(sealed_key) = 64),
    expires_at INTEGER NOT NULL
) STRICT;
-- Dropping those that have ended.
CREATE INDEX second_step_offers_by_expiry ON second_step_offers (expires_at);

-- Codes on paper for when the app is out of reach, each good for one sign-in. Kept as Argon2id, as passwords are.
CREATE TABLE recovery_codes (
    id        INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES second_steps (member_id) ON DELETE CASCADE,
    code_hash TEXT    NOT NULL CHECK (code_hash <> ''),
    used_at   INTEGER
) STRICT;
-- Those that are left.
CREATE INDEX recovery_codes_by_member ON recovery_codes (member_id);

-- A browser that gave the right password and owes the code. The id that its cookie holds is 256 random bits; only its
-- SHA-256 is kept. It opens nothing but the page that asks for the code.
CREATE TABLE half_sessions (
    id_hash    TEXT    PRIMARY KEY,
    member_id  INTEGER NOT NULL REFERENCES members (id),
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Ending all of one member's.
CREATE INDEX half_sessions_by_member ON half_sessions (member_id);
-- Dropping those that have ended.
CREATE INDEX half_sessions_by_expiry ON half_sessions (expires_at);
