-- Ideas for standards can be watched, and the inbox learns two more reasons: a vote was declared void, somebody proposed a
-- standard. (SQLite changes a CHECK only by making the table anew; the paragraphs stand in 0004_notices.sql.)
CREATE TABLE watches_with_ideas (
    subject_kind TEXT    NOT NULL CHECK (subject_kind IN ('thread', 'category', 'page', 'area', 'proposal', 'ideas')),
    subject_id   INTEGER NOT NULL,
    member_id    INTEGER NOT NULL REFERENCES members (id),
    at           INTEGER NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, member_id)
) STRICT, WITHOUT ROWID;
INSERT INTO watches_with_ideas (subject_kind, subject_id, member_id, at)
    SELECT subject_kind, subject_id, member_id, at FROM watches;
DROP TABLE watches;
ALTER TABLE watches_with_ideas RENAME TO watches;

CREATE TABLE inbox_with_voided (
    id        INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES members (id),
    reason    TEXT    NOT NULL CHECK (reason IN ('answered', 'replied', 'commented', 'mentioned',
                                                 'accepted', 'edited', 'posted', 'reviewed',
                                                 'moved', 'disposed', 'opened', 'closed', 'reset',
                                                 'voided', 'proposed')),
    actor_id  INTEGER REFERENCES members (id),
    title     TEXT    NOT NULL,
    address   TEXT    NOT NULL CHECK (substr(address, 1, 1) = '/'),
    at        INTEGER NOT NULL,
    read_at   INTEGER
) STRICT;
INSERT INTO inbox_with_voided (id, member_id, reason, actor_id, title, address, at, read_at)
    SELECT id, member_id, reason, actor_id, title, address, at, read_at FROM inbox;
DROP TABLE inbox;
ALTER TABLE inbox_with_voided RENAME TO inbox;
CREATE UNIQUE INDEX inbox_unread_at ON inbox (address, member_id) WHERE read_at IS NULL;
-- With all that the counter in the frame of every page reads: it looks into no row.
CREATE INDEX inbox_unread ON inbox (member_id, at, id, reason, title) WHERE read_at IS NULL;
CREATE INDEX inbox_read ON inbox (member_id, at, id) WHERE read_at IS NOT NULL;

-- A draft of a comment on a proposal holds the other wording of the clause, too.
ALTER TABLE drafts ADD COLUMN amendment TEXT NOT NULL DEFAULT '';
