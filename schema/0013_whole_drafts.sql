-- A draft keeps the whole form, so that nothing of it is forgotten: least of all that the name is not to be shown.
ALTER TABLE drafts ADD COLUMN others TEXT NOT NULL DEFAULT '{}';  -- the fields besides title and body, as a JSON object
UPDATE drafts SET others = json_object('amendment', amendment) WHERE amendment <> '';
ALTER TABLE drafts DROP COLUMN amendment;
