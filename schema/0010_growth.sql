-- What lists and pages needed so that they cost no more when an installation has become large: counts that are kept
-- instead of counted, and an index for each order. `cohort check` holds the counts against what they count.

-- The front page's stories, and a kind by the time of asking.
CREATE INDEX threads_new_of_kind ON threads (kind, created_at, id) WHERE withdrawn_at IS NULL;
-- A kind that is rare in its category: announcements, stories.
CREATE INDEX threads_active_of_kind_in_category ON threads (category_id, kind, active_at, id)
    WHERE kind IN ('story', 'announcement') AND withdrawn_at IS NULL;
CREATE INDEX threads_new_of_kind_in_category ON threads (category_id, kind, created_at, id)
    WHERE kind IN ('story', 'announcement') AND withdrawn_at IS NULL;
-- Questions of one category that wait for their first answer.
CREATE INDEX threads_unanswered_in_category ON threads (category_id, created_at, id)
    WHERE kind = 'question' AND replies = 0 AND locked = 0 AND withdrawn_at IS NULL;
-- The closed ones of one category, and all of them by the time of asking.
CREATE INDEX threads_locked_in_category ON threads (category_id, active_at, id)
    WHERE locked = 1 AND withdrawn_at IS NULL;
CREATE INDEX threads_locked_new ON threads (created_at, id) WHERE locked = 1 AND withdrawn_at IS NULL;

-- A thread's tags know when it was active last: then a tag's threads stand in the order in which they are read.
ALTER TABLE thread_tags ADD COLUMN active_at INTEGER NOT NULL DEFAULT 0;  -- derived: the thread's
ALTER TABLE thread_tags ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0; -- the thread's
UPDATE thread_tags SET
    active_at = (SELECT active_at FROM threads t WHERE t.id = thread_tags.thread_id),
    created_at = (SELECT created_at FROM threads t WHERE t.id = thread_tags.thread_id);
-- The threads of a tag by the newest post, and by the time of asking.
CREATE INDEX thread_tags_active ON thread_tags (tag_id, active_at, thread_id);
CREATE INDEX thread_tags_new ON thread_tags (tag_id, created_at, thread_id);

-- How many pages an area has.
ALTER TABLE areas ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;            -- derived: those not withdrawn
UPDATE areas SET pages = (SELECT count(*) FROM pages p WHERE p.area_id = areas.id AND p.withdrawn_at IS NULL);

-- How many seats a ballot has, fixed at its opening, and how many of them have taken part.
ALTER TABLE ballots ADD COLUMN seats INTEGER NOT NULL DEFAULT 0;          -- derived
ALTER TABLE ballots ADD COLUMN took_part INTEGER NOT NULL DEFAULT 0;      -- derived
UPDATE ballots SET
    seats = (SELECT count(*) FROM ballot_seats s WHERE s.ballot_id = ballots.id),
    took_part = (SELECT count(*) FROM ballot_seats s WHERE s.ballot_id = ballots.id AND s.took_part = 1);

-- How many comments a proposal has, and each of its clauses.
CREATE INDEX comments_standing ON comments (proposal_id, clause) WHERE withdrawn_at IS NULL;
-- A proposal's timeline: its ledger without what every comment and every vote enters.
CREATE INDEX ledger_timeline ON ledger_entries (proposal_id, sequence)
    WHERE kind NOT IN ('commented', 'comment_withdrawn', 'comment_disposed', 'vote_cast', 'vote_changed',
                       'seat_took_part', 'votes_entered');
-- The open invitations of one Center.
CREATE INDEX invitations_open_of_center ON invitations (center_id, expires_at)
    WHERE used_at IS NULL AND revoked_at IS NULL;

-- Completing a longer beginning reads as little as completing a short one.
CREATE VIRTUAL TABLE search_beginnings USING fts5 (
    words, prefix = '1 2 3 4 5 6 7 8', detail = none, tokenize = "ascii tokenchars '&_'"
);
INSERT INTO search_beginnings (rowid, words) SELECT rowid, words FROM search_titles;
DROP TABLE search_titles;
ALTER TABLE search_beginnings RENAME TO search_titles;
