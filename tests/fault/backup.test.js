// A backup that is made under load and restored elsewhere is the truth of one moment while it was made.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { Load } from "./load.js";
import { call, must, mustSoon, newFolder, newInstallation, pause, serve } from "./support.js";
import { Truth } from "./truth.js";

test("backups under load, restored elsewhere, equal the truth at one moment", async () => {
  const { data, members } = await newInstallation();
  const truth = new Truth();
  const load = new Load(truth, members);
  const server = await serve(data);
  const running = load.run(server.base);
  const copies = [];
  await pause(1_000);
  for (let number = 1; number <= 3; ++number) {
    const file = join(data, `copy-${number}.db`);
    const from = truth.now;
    await mustSoon(["backup", "--data", data, file]);
    copies.push({ file, from, to: truth.now });
    await pause(300);
  }
  load.stop();
  await running;
  await server.stop();

  for (const { file, from, to } of copies) {
    assert.ok(to > from, "nothing happened during the backup");
    const elsewhere = newFolder();
    must(["restore", file, "--data", elsewhere]);
    must(["check", "--data", elsewhere]);
    assert.deepEqual(truth.faultsOfMoment(elsewhere, from, to), []);
    const restored = await serve(elsewhere);
    assert.equal((await call(restored.base, members[0].token, "GET", "/threads")).status, 200);
    await restored.stop();
  }
  const meanwhile = copies.map(({ from, to }) => to - from).join(", ");
  console.log(`${copies.length} backups; acts begun or answered during each: ${meanwhile}`);
});
