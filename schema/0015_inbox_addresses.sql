-- All entries that lead to one place, read ones too: their title goes when that of the place is removed or withdrawn.
CREATE INDEX inbox_at ON inbox (address);
