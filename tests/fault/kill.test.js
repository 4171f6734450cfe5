// Killed at random moments of a mixed load: what was acknowledged is there, once, and nothing is half done.
// COHORT_KILLS says how often (4).
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Load } from "./load.js";
import { call, cohort, newInstallation, pause, serve, sql } from "./support.js";
import { Truth } from "./truth.js";

const kills = Number(process.env.COHORT_KILLS ?? 4);
const kinds = ["post", "save", "helped", "proposal", "endorsement", "comment", "stage", "ballot", "vote"];

/// What each seat of a secret ballot finds as its own vote is the last that was acknowledged, or one sent after it.
async function assertSecretVotes(server, truth, load) {
  const open = new Set(load.ballots.map(({ id }) => `${id}`));
  for (const [key, { secret, tries }] of truth.votes) {
    const [ballot, name] = key.split(" ");
    if (!secret || !open.has(ballot) || !tries.some(({ answer }) => answer === "acknowledged")) continue;
    const { token } = load.members.find((member) => member.name === name);
    const { body } = await call(server.base, token, "GET", `/ballots/${ballot}`);
    assert.ok(truth.mayStand(key).includes(body.own?.reason), `secret vote ${key}: ${JSON.stringify(body.own)}`);
  }
}

/// Every key of a secret ballot that is open is there, and none of one that is over.
function assertKeys(data) {
  const keysOf = (where) =>
    sql(data, `SELECT proposal_id || '-' || opens || '.key' FROM ballots WHERE secrecy = 'secret' AND ${where}`).flat();
  const there = readdirSync(join(data, "ballot-keys"));
  for (const key of keysOf("voided_at IS NULL")) assert.ok(there.includes(key), `${key} is missing`);
  for (const key of keysOf("voided_at IS NOT NULL")) assert.ok(!there.includes(key), `${key} was not destroyed`);
}

test(`killed ${kills} times under load, it keeps every acknowledged act, once`, async () => {
  const { data, members } = await newInstallation();
  const truth = new Truth();
  const load = new Load(truth, members);
  let server = await serve(data);
  for (let kill = 1; kill <= kills; ++kill) {
    const running = load.run(server.base);
    if (kill === 1) await load.until(() => kinds.every((kind) => truth.acknowledged[kind] > 0));
    await pause(200 + Math.random() * 1_800);
    await server.kill();
    await running;

    const { status, out, err } = cohort(["check", "--data", data]);
    assert.equal(status, 0, out + err);
    assert.deepEqual(truth.faultsOf(data), [], `after kill ${kill}`);
    server = await serve(data);
    await assertSecretVotes(server, truth, load);
    // A ballot whose opening was never answered takes votes all the same.
    const known = new Set(load.ballots.map(({ id }) => id));
    for (const [id, proposal, secrecy] of sql(data, "SELECT id, proposal_id, secrecy FROM ballots WHERE voided_at IS NULL"))
      if (!known.has(id)) load.ballots.push({ id, proposal, secret: secrecy === "secret" });
  }
  await server.stop();
  assertKeys(data);
  const acknowledged = truth.acknowledged;
  const all = Object.values(acknowledged).reduce((sum, count) => sum + count);
  console.log(`${kills} kills, ${all} acts acknowledged, 0 lost:`, JSON.stringify(acknowledged));
  for (const kind of kinds) assert.ok(acknowledged[kind] > 0, kind);
});
