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
-- The counter in the frame of every page, and what a page that is being read settles. At most one unread entry leads to an
-- address: who is mentioned in a thread they watch hears of it once.
CREATE UNIQUE INDEX inbox_unread ON inbox (member_id, address) WHERE read_at IS NULL;
-- The inbox itself, newest first.
CREATE INDEX inbox_by_time ON inbox (member_id, at, id);
