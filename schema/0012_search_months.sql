-- A document's month, year and decade become marks (search/months.hpp), so that a span of time is found in the index.
UPDATE search_texts SET marks = marks || (
    SELECT strftime(' decade_', d.at, 'unixepoch') || substr(strftime('%Y', d.at, 'unixepoch'), 1, 3) || '0'
        || strftime(' year_%Y month_%Y_%m', d.at, 'unixepoch')
    FROM search_documents AS d WHERE d.id = search_texts.id);
INSERT INTO search_index (search_index) VALUES ('rebuild');
