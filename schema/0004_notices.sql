-- Who wants to hear of what. Whoever writes in a thread watches it; a category, a page or an area is watched by choice.
CREATE TABLE watches (
    subject_kind TEXT    NOT NULL CHECK (subject_kind IN ('thread', 'category', 'page', 'area', 'proposal')),
    subject_id   INTEGER NOT NULL,
    member_id    INTEGER NOT NULL REFERENCES members (id),
    at           INTEGER NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, member_id)
) STRICT, WITHOUT ROWID;

-- What happened that a member may want to know, a row a member. What is unread waits for them.
CREATE TABLE inbox (
    id        INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES members (id),
    reason    TEXT    NOT NULL CHECK (reason IN ('answered', 'replied', 'commented', 'mentioned',
                                                 'accepted', 'edited', 'posted', 'reviewed',
                                                 'moved', 'disposed', 'opened', 'closed')),
    actor_id  INTEGER REFERENCES members (id),                     -- NULL: the program itself, or somebody unnamed
    title     TEXT    NOT NULL,                                    -- of the thread or page
    address   TEXT    NOT NULL CHECK (substr(address, 1, 1) = '/'),
    at        INTEGER NOT NULL,
    read_at   INTEGER
) STRICT;
-- At most one unread entry of a member leads to an address: who is mentioned in a thread they watch hears of it once. The
-- address comes first, so that telling many of one event writes one place; a page that is being read settles what it finds.
CREATE UNIQUE INDEX inbox_unread_at ON inbox (address, member_id) WHERE read_at IS NULL;
-- The inbox, newest first, and the counter in the frame of every page: what is unread, and what was read.
CREATE INDEX inbox_unread ON inbox (member_id, at, id) WHERE read_at IS NULL;
CREATE INDEX inbox_read ON inbox (member_id, at, id) WHERE read_at IS NOT NULL;
