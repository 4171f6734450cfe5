// What was asked of the server and what it answered, held against what the data holds. Every act carries a mark that no
// other has, and is begun, then acknowledged or refused; one whose answer never came may have happened or not.
import { sql } from "./support.js";

/// [kind, mark] of every act that stands in the data.
const standing = `
SELECT 'post', r.body FROM posts p JOIN revisions r ON r.text_id = p.text_id
UNION ALL SELECT 'save', r.summary FROM pages p JOIN revisions r ON r.text_id = p.text_id
UNION ALL SELECT 'helped', v.post_id || ' ' || m.handle FROM votes v JOIN members m ON m.id = v.member_id
UNION ALL SELECT 'proposal', r.summary FROM proposals p JOIN revisions r ON r.text_id = p.text_id
UNION ALL SELECT 'endorsement', proposal_id || ' ' || actor FROM ledger_entries WHERE kind = 'endorsed'
UNION ALL SELECT 'comment', body FROM comments
UNION ALL SELECT 'stage', json_extract(body, '$.reason') FROM ledger_entries
  WHERE kind = 'stage_changed' AND json_extract(body, '$.to') IN ('draft', 'consultation')
  AND json_extract(body, '$.reason') NOT LIKE 'The ballot was%'
UNION ALL SELECT 'ballot', CAST(proposal_id AS TEXT) FROM ballots
UNION ALL SELECT 'voiding', voided_reason FROM ballots WHERE voided_at IS NOT NULL
UNION ALL SELECT 'first vote', json_extract(body, '$.ballot') || ' ' || actor FROM ledger_entries
  WHERE kind IN ('vote_cast', 'seat_took_part')`;
/// How often each seat of an open ballot voted, and what it voted last (nothing once the ballot is void).
const rollCall = `
SELECT json_extract(l.body, '$.ballot') || ' ' || l.actor, count(*), (SELECT v.reason FROM roll_call_votes v
  JOIN members m ON m.id = v.member_id WHERE v.ballot_id = json_extract(l.body, '$.ballot') AND m.handle = l.actor)
FROM ledger_entries l WHERE l.kind IN ('vote_cast', 'vote_changed') GROUP BY 1`;

export class Truth {
  acts = new Map(); // "kind mark" → {begun, ended, answer: "acknowledged" | "refused" | undefined}
  votes = new Map(); // "ballot handle" → {secret, tries: [act]} in their order, each with its reason
  #clock = 0;

  get now() { return this.#clock; }
  /// How many acts of each kind were acknowledged.
  get acknowledged() {
    const kinds = {};
    const count = (kind, { answer }) => (kinds[kind] = (kinds[kind] ?? 0) + (answer === "acknowledged" ? 1 : 0));
    for (const [key, act] of this.acts) count(key.split(" ")[0], act);
    for (const { tries } of this.votes.values()) tries.forEach((act) => count("vote", act));
    return kinds;
  }

  /// An act that is sent (again).
  begin(kind, mark) {
    const key = `${kind} ${mark}`;
    const act = this.acts.get(key) ?? { begun: ++this.#clock };
    this.acts.set(key, act);
    return act;
  }
  beginVote(ballot, handle, secret, reason) {
    const key = `${ballot} ${handle}`;
    if (!this.votes.has(key)) this.votes.set(key, { secret, tries: [] });
    const act = { begun: ++this.#clock, reason };
    this.votes.get(key).tries.push(act);
    return act;
  }
  end(act, acknowledged) {
    act.ended = ++this.#clock;
    act.answer = acknowledged ? "acknowledged" : "refused";
  }

  /// A sentence for each act that is lost, doubled, invented, or there although it was refused.
  faultsOf(data) {
    const faults = [];
    const found = new Map();
    for (const [kind, mark] of sql(data, standing)) {
      const key = `${kind} ${mark.trim()}`;
      found.set(key, (found.get(key) ?? 0) + 1);
    }
    for (const [key, count] of found) {
      if (count > 1) faults.push(`«${key}» is there ${count} times`);
      if (!key.startsWith("first vote") && !this.acts.has(key)) faults.push(`nobody sent «${key}»`);
    }
    for (const [key, { answer }] of this.acts) {
      if (answer === "acknowledged" && !found.has(key)) faults.push(`«${key}» was acknowledged and is lost`);
      if (answer === "refused" && found.has(key)) faults.push(`«${key}» was refused and is there`);
    }
    return [...faults, ...this.#faultsOfVotes(data, found)];
  }

  #faultsOfVotes(data, found) {
    const faults = [];
    const cast = new Map(sql(data, rollCall).map(([key, count, reason]) => [key, { count, reason }]));
    for (const key of cast.keys())
      if (!this.votes.has(key)) faults.push(`nobody sent the vote «${key}»`);
    for (const [key, { secret, tries }] of this.votes) {
      const sure = tries.filter(({ answer }) => answer === "acknowledged").length;
      const open = tries.filter(({ answer }) => !answer).length;
      const there = secret ? Number(found.has(`first vote ${key}`)) : cast.get(key)?.count ?? 0;
      if (there < (secret ? Math.min(sure, 1) : sure) || there > sure + open)
        faults.push(`vote «${key}»: ${sure} acknowledged, ${open} unanswered, ${there} there`);
      const reason = cast.get(key)?.reason;
      if (!secret && reason && !this.mayStand(key).includes(reason)) faults.push(`vote «${key}»: an older one stands`);
    }
    return faults;
  }

  /// The reasons of the votes of which one must stand: the last acknowledged and what was sent after it.
  mayStand(key) {
    const { tries } = this.votes.get(key);
    const last = tries.findLastIndex(({ answer }) => answer === "acknowledged");
    return tries.slice(Math.max(last, 0)).filter(({ answer }) => answer !== "refused").map(({ reason }) => reason);
  }

  /// A sentence for each act by which the data are not the truth at one moment between `from` and `to`.
  faultsOfMoment(data, from, to) {
    const faults = [];
    const found = new Set(sql(data, standing).map(([kind, mark]) => `${kind} ${mark.trim()}`));
    let newest = from;
    for (const [key, act] of this.acts)
      if (found.has(key)) newest = Math.max(newest, act.begun);
    if (newest > to) faults.push("holds an act that was begun after the end");
    // What was acknowledged before another act was begun is there wherever that one is.
    for (const [key, act] of this.acts)
      if (act.answer === "acknowledged" && act.ended < newest && !found.has(key)) faults.push(`lacks «${key}»`);
    return faults;
  }
}
