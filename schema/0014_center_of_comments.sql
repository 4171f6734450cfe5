-- A comment is of the Center that its author spoke for: who goes to another one later takes it not along.
ALTER TABLE comments ADD COLUMN center_id INTEGER REFERENCES centers (id);  -- when it was sent; NULL: program staff
UPDATE comments SET center_id = (SELECT m.center_id FROM members m WHERE m.id = comments.author_id);
