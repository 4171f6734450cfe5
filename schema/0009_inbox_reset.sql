-- The inbox learns one more reason: an administrator turned the member's second step at sign-in off. (SQLite changes a
-- CHECK only by making the table anew; its paragraph and those of its indexes stand in 0004_notices.sql.)
CREATE TABLE inbox_with_reset (
    id        INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES members (id),
    reason    TEXT    NOT NULL CHECK (reason IN ('answered', 'replied', 'commented', 'mentioned',
                                                 'accepted', 'edited', 'posted', 'reviewed',
                                                 'moved', 'disposed', 'opened', 'closed', 'reset')),
    actor_id  INTEGER REFERENCES members (id),
    title     TEXT    NOT NULL,
    address   TEXT    NOT NULL CHECK (substr(address, 1, 1) = '/'),
    at        INTEGER NOT NULL,
    read_at   INTEGER
) STRICT;
INSERT INTO inbox_with_reset (id, member_id, reason, actor_id, title, address, at, read_at)
    SELECT id, member_id, reason, actor_id, title, address, at, read_at FROM inbox;
DROP TABLE inbox;
ALTER TABLE inbox_with_reset RENAME TO inbox;
CREATE UNIQUE INDEX inbox_unread_at ON inbox (address, member_id) WHERE read_at IS NULL;
CREATE INDEX inbox_unread ON inbox (member_id, at, id) WHERE read_at IS NULL;
CREATE INDEX inbox_read ON inbox (member_id, at, id) WHERE read_at IS NOT NULL;
