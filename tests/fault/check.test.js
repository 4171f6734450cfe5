// Damage that SQLite itself would accept is found by `cohort check`, and named.
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { before, describe, test } from "node:test";
import { Load } from "./load.js";
import { cohort, must, newFolder, newInstallation, serve, sql } from "./support.js";
import { Truth } from "./truth.js";

const openLedger = "DROP TRIGGER ledger_keeps_text";
const onePost = "(SELECT max(text_id) FROM posts)";
const damages = {
  "a word of a revision": [/its words do not match its SHA-256/,
    `UPDATE revisions SET body = body || '!' WHERE text_id = ${onePost}`],
  "the digest of a revision": [/its words do not match its SHA-256/,
    `UPDATE revisions SET sha256 = replace(sha256, 'a', 'b') WHERE text_id = ${onePost}`],
  "a missing revision": [/should have revisions 1 to/,
    `UPDATE texts SET head = head + 1 WHERE id = ${onePost}`],
  "missing HTML": [/has no HTML/, `DELETE FROM rendered WHERE text_id = ${onePost}`],
  "a text that belongs to nothing": [/it belongs to no post/, "INSERT INTO texts (kind, head) VALUES ('post', 1)",
    "INSERT INTO revisions (text_id, number, body, at, sha256) SELECT max(id), 1, '', 1, 'x' FROM texts"],
  "an orphan row": [/posts row \d+ points to a missing row of threads/,
    "UPDATE posts SET thread_id = 999999 WHERE id = (SELECT max(id) FROM posts)"],
  "a changed act in a ledger": [/The hash of ledger entry 1 is not that of its content/, openLedger,
    "UPDATE ledger_entries SET actor = 'somebody' WHERE proposal_id = 1 AND sequence = 1"],
  "an act in a ledger that cannot be read": [/cannot be read to the end/, openLedger,
    "UPDATE ledger_entries SET body = '{' WHERE proposal_id = 1 AND sequence = 1"],
  "an act missing in a ledger": [/Ledger entry 1 is missing/, "DROP TRIGGER ledger_keeps_rows",
    "DELETE FROM ledger_entries WHERE proposal_id = 1 AND sequence = 1"],
  "a proposal's stage": [/its stage is not the last one in its ledger/,
    "UPDATE proposals SET stage = 'withdrawn' WHERE id = 1"],
  "a vote without a seat": [/a vote stands without a seat that took part/,
    "UPDATE roll_call_votes SET seat = 77 WHERE (ballot_id, seat) = (SELECT ballot_id, seat FROM roll_call_votes LIMIT 1)"],
  "a sealed vote without a seat": [/a vote stands without a seat that took part/,
    "UPDATE sealed_votes SET seat = 77 WHERE (ballot_id, seat) = (SELECT ballot_id, seat FROM sealed_votes LIMIT 1)"],
  "a vote too few": [/its votes are not as many as the seats that took part/,
    "DELETE FROM roll_call_votes WHERE (ballot_id, seat) = (SELECT ballot_id, seat FROM roll_call_votes LIMIT 1)"],
  "the text that is voted on": [/the text is not the one that was voted on/, "UPDATE ballots SET sha256 = 'x' WHERE id = 1"],
  "a wrong count of a post": [/its counts of votes, comments or acceptances are wrong/,
    "UPDATE posts SET votes = votes + 1 WHERE id = 1"],
  "a wrong count of a thread": [/its counts of posts, replies or accepted answers are wrong/,
    "UPDATE threads SET replies = replies + 1 WHERE id = 1"],
  "a wrong count of a category": [/its count of threads is wrong/,
    "UPDATE categories SET threads = threads + 1 WHERE slug = 'poll-workers'"],
  "a page's title": [/does not agree with its newest revision/, "UPDATE pages SET title = 'Another' WHERE id = 1"],
  "a post that search does not know": [/post \d+: search does not know it/,
    "PRAGMA foreign_keys = ON", ...forget("post")],
  "a page that search does not know": [/Search does not know \/practices\//,
    "PRAGMA foreign_keys = ON", ...forget("page")],
  "a proposal that search does not know": [/proposal \d+: search does not know it/,
    "PRAGMA foreign_keys = ON", ...forget("proposal")],
  "a text missing in the index": [/The search index is damaged/,
    "DELETE FROM search_texts WHERE id = (SELECT max(id) FROM search_texts)"],
  "words of an index that are not those of the text": [/The search index is damaged/,
    "UPDATE search_texts SET body = 'other words' WHERE id = (SELECT max(id) FROM search_texts)"],
  "a row missing in an index": [/row \d+ missing from index posts_by_nothing/,
    "CREATE INDEX posts_by_nothing ON posts (at) WHERE number > 1000", "PRAGMA writable_schema = ON",
    "UPDATE sqlite_schema SET sql = replace(sql, '1000', '0') WHERE name = 'posts_by_nothing'"],
};

/// Takes one document out of the search index in all its parts, as if it had never been put there.
function forget(family) {
  const id = `(SELECT id FROM search_documents WHERE family = '${family}' ORDER BY id LIMIT 1)`;
  return [
    "INSERT INTO search_index (search_index, rowid, title, thread, tags, headings, body, forms, marks) " +
      `SELECT 'delete', id, title, thread, tags, headings, body, forms, marks FROM search_texts WHERE id = ${id}`,
    `DELETE FROM search_titles WHERE rowid = ${id}`,
    `DELETE FROM search_documents WHERE id = ${id}`,
  ];
}

describe("cohort check", () => {
  let sound;
  before(async () => {
    const { data, members } = await newInstallation();
    const load = new Load(new Truth(), members);
    const server = await serve(data);
    const running = load.run(server.base);
    const votesOf = (table) => sql(data, `SELECT count(*) FROM ${table}`)[0][0];
    await load.until(() => votesOf("roll_call_votes") > 0 && votesOf("sealed_votes") > 0);
    load.stop();
    await running;
    await server.stop();
    sound = data;
  });

  test("finds nothing where nothing is wrong", () => {
    must(["check", "--data", sound]);
  });

  for (const [damage, [words, ...statements]] of Object.entries(damages))
    test(`finds ${damage}`, () => {
      const data = newFolder();
      cpSync(sound, data, { recursive: true });
      sql(data, statements);
      const { status, out, err } = cohort(["check", "--data", data]);
      assert.equal(status, 1, out + err);
      assert.match(out, words);
      assert.match(err, /faults? found/);
    });
});
