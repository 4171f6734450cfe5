// The disk is full, the folder is closed, the file is damaged or of another time, somebody serves it already: one clear
// line, nothing lost, and service as soon as the cause is gone.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, readSync,
  rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, test } from "node:test";
import { call, cohort, must, newFolder, newInstallation, program, serve, sql } from "./support.js";

const cleanUp = [];
afterEach(() => {
  while (cleanUp.length > 0) cleanUp.pop()();
});

const root = process.getuid() === 0;
const stranger = root ? { uid: 65534, gid: 65534 } : {}; // root may write everywhere

function assertRefusal({ status, out, err }, words) {
  assert.notEqual(status, 0);
  assert.equal(err.trim().split("\n").length, 1, err);
  assert.match(err, words);
  assert.equal(out, "");
}
const serveFails = (data, words, as) =>
  assertRefusal(cohort(["serve", "--data", data, "--listen", "127.0.0.1:0"], as), words);

const begin = (server, member, title, size = 1) => call(server.base, member.token, "POST", "/threads",
  { category: "poll-workers", kind: "discussion", title, body: `Words ${"of many\n".repeat(size)}` });

async function assertServes(data, member, titles) {
  const server = await serve(data);
  const { status, body } = await begin(server, member, "Afterwards");
  assert.equal(status, 201, JSON.stringify(body));
  await server.stop();
  must(["check", "--data", data]);
  const kept = sql(data, "SELECT title FROM threads ORDER BY id").flat();
  assert.deepEqual(kept, [...titles, "Afterwards"]);
}

/// Posts until the disk takes no more; reading goes on. Gives the titles that were acknowledged.
async function postUntilRefused(server, member) {
  const titles = [];
  for (;;) {
    const title = `Thread ${titles.length + 1}`;
    const { status, body } = await begin(server, member, title, 6_000);
    if (status === 201) {
      titles.push(title);
      continue;
    }
    assert.equal(status, 503);
    assert.match(body.detail, /The disk cannot take more just now, and what you sent was not kept/);
    break;
  }
  assert.ok(titles.length > 3);
  const read = await call(server.base, member.token, "GET", "/threads");
  assert.equal(read.status, 200);
  assert.equal(read.body.items[0].title, titles.at(-1));
  return titles;
}

test("a full disk takes nothing more, loses nothing, and is written again once there is room", async (t) => {
  const data = newFolder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m,mode=700", "tmpfs", data]).status === 0;
  if (!mounted) return t.skip("a small file system cannot be mounted here");
  cleanUp.push(() => spawnSync("umount", ["-l", data]));
  const { members: [member] } = await newInstallation(data);
  const filler = join(data, "filler");
  spawnSync("sh", ["-c", 'head -c 12m /dev/zero > "$0"', filler]);
  const server = await serve(data);
  const titles = await postUntilRefused(server, member);
  rmSync(filler);
  assert.equal((await begin(server, member, "With room")).status, 201);
  titles.push("With room");
  await server.stop();

  // Not one byte is left: it does not start, and says why.
  spawnSync("sh", ["-c", 'cat /dev/zero > "$0"', filler]);
  serveFails(data, /No space left on device/);
  assertRefusal(cohort(["backup", "--data", data, join(data, "copy.db")]), /No space left on device/);
  assert.ok(!existsSync(join(data, "copy.db")) && !existsSync(join(data, "copy.db.part")));
  rmSync(filler);
  await assertServes(data, member, titles);
});

test("a limit on the size of files is met like a full disk", async () => {
  const { data, members: [member] } = await newInstallation();
  const server = await serve(data);
  const limit = (bytes) => assert.equal(spawnSync("prlimit", ["--pid", server.pid, `--fsize=${bytes}`]).status, 0);
  limit(`${2 << 20}:unlimited`);
  const titles = await postUntilRefused(server, member);
  limit("unlimited:unlimited");
  assert.equal((await begin(server, member, "With room")).status, 201);
  await server.stop();
  await assertServes(data, member, [...titles, "With room"]);
});

/// Closes the folder and its files to writing, or opens them again.
function close(data, closed) {
  for (const name of readdirSync(data)) {
    const path = join(data, name);
    if (!statSync(path).isDirectory()) chmodSync(path, closed ? 0o444 : 0o600);
  }
  chmodSync(data, closed ? 0o555 : 0o700);
}

/// The program where strangers reach it: the checkout itself may be closed to them.
function copyForStrangers() {
  const copy = join(newFolder(), "cohort");
  chmodSync(dirname(copy), 0o755);
  copyFileSync(program, copy);
  return copy;
}

test("a folder that cannot be written is said to be so", async () => {
  const { data, members: [member] } = await newInstallation();
  close(data, true);
  serveFails(data, /Permission denied: .*lock|lock: Permission denied/, { as: stranger, program: copyForStrangers() });
  close(data, false);
  await assertServes(data, member, []);
});

test("a folder that is closed to writing while it is served loses nothing", async () => {
  const { data, members: [member] } = await newInstallation();
  if (root) for (const path of [data, ...readdirSync(data).map((name) => join(data, name))]) chownSync(path, stranger.uid, stranger.gid);
  const server = await serve(data, { ...stranger, program: copyForStrangers() });
  assert.equal((await begin(server, member, "Before")).status, 201);
  close(data, true);
  const titles = ["Before"];
  for (let i = 1; i <= 20; ++i) { // files that are open stay so; either way each answer must be true
    const { status, body } = await begin(server, member, `Closed ${i}`, 2_000);
    if (status === 201) titles.push(`Closed ${i}`);
    else assert.match(`${status} ${body.detail}`, /503 The disk cannot take more just now/);
  }
  assert.equal((await call(server.base, member.token, "GET", "/threads")).status, 200);
  assertRefusal(cohort(["backup", "--data", data, join(data, "copy.db")], { as: stranger, program: copyForStrangers() }),
    /copy\.db\.part: Permission denied|Permission denied.*copy\.db\.part/);
  close(data, false);
  assert.equal((await begin(server, member, "Open again")).status, 201);
  await server.stop();
  await assertServes(data, member, [...titles, "Open again"]);
});

test("a disk that the system turns read-only is read on, takes nothing more, and lost nothing", async (t) => {
  const folder = newFolder();
  const disk = join(folder, "disk");
  const data = join(disk, "data");
  mkdirSync(disk);
  const sh = (script) => spawnSync("sh", ["-ec", script, "sh", join(folder, "image"), disk], { encoding: "utf8" });
  const mounted = sh('truncate -s 64m "$1"; /sbin/mkfs.ext4 -q "$1"; mount -o loop,errors=remount-ro "$1" "$2"; ' +
    'test -w "/sys/fs/ext4/$(basename "$(findmnt -n -o SOURCE "$2")")/trigger_fs_error"').status === 0;
  cleanUp.push(() => sh('umount -l "$2"'));
  if (!mounted) return t.skip("a disk that can fail cannot be made here");
  mkdirSync(data, { mode: 0o700 });
  const { members: [member] } = await newInstallation(data);
  const server = await serve(data);
  assert.equal((await begin(server, member, "Before", 1_000)).status, 201);
  assert.equal(sh('echo 1 > "/sys/fs/ext4/$(basename "$(findmnt -n -o SOURCE "$2")")/trigger_fs_error"').status, 0);
  for (let i = 0; i < 3; ++i) {
    const { status, body } = await begin(server, member, "After", 1_000);
    assert.equal(status, 503, JSON.stringify(body));
    assert.match(body.detail, /The disk cannot take more just now, and what you sent was not kept/);
    const read = await call(server.base, member.token, "GET", "/threads");
    assert.deepEqual([read.status, read.body?.items?.[0]?.title], [200, "Before"]);
  }
  assertRefusal(cohort(["backup", "--data", data, join(data, "copy.db")]), /Read-only file system.*copy\.db\.part|copy\.db\.part.*Read-only file system/);
  await server.stop();
  serveFails(data, /Read-only file system/);
  assert.equal(sh('umount "$2"; /sbin/fsck.ext4 -p "$1" > /dev/null || test $? -le 1; mount -o loop "$1" "$2"').status, 0);
  await assertServes(data, member, ["Before"]);
});

test("a backup onto a full disk says so, leaves nothing behind, and the server goes on", async (t) => {
  const { data, members: [member] } = await newInstallation();
  const server = await serve(data);
  assert.equal((await begin(server, member, "Before", 6_000)).status, 201);
  const elsewhere = newFolder();
  const copy = join(elsewhere, "copy.db");
  const words = ["backup", "--data", data, copy];
  const full = (result) => {
    assertRefusal(result, /No space left on device|disk is full|too large/i);
    assert.deepEqual(readdirSync(elsewhere), []);
  };
  full(cohort(["--fsize=300000", program, ...words], { program: "prlimit" }));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=300k,mode=700", "tmpfs", elsewhere]).status === 0;
  if (mounted) {
    cleanUp.push(() => spawnSync("umount", ["-l", elsewhere]));
    full(cohort(words));
    assert.equal(spawnSync("mount", ["-o", "remount,size=64m", elsewhere]).status, 0);
  }
  assert.equal((await begin(server, member, "After")).status, 201);
  must(words);
  await server.stop();
  await assertServes(data, member, ["Before", "After"]);
});

function overwrite(path, at, bytes) {
  const file = openSync(path, "r+");
  const before = Buffer.alloc(bytes.length);
  readSync(file, before, 0, bytes.length, at);
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
  return () => overwrite(path, at, before);
}

test("a file that is overwritten at its head is not served", async () => {
  const { data, members: [member] } = await newInstallation();
  const mend = overwrite(join(data, "cohort.db"), 0, Buffer.alloc(512, "x"));
  serveFails(data, /cohort\.db.*not a database/);
  assertRefusal(cohort(["check", "--data", data]), /not a database/);
  assertRefusal(cohort(["backup", "--data", data, join(data, "copy.db")]), /not a database/);
  mend();
  await assertServes(data, member, []);
});

test("a file that is overwritten in the middle is found damaged, answers calmly, and makes no backup", async () => {
  const { data, members: [member] } = await newInstallation();
  const first = await serve(data);
  for (let i = 1; i <= 30; ++i) assert.equal((await begin(first, member, `Thread ${i}`, 500)).status, 201);
  await first.stop();
  const path = join(data, "cohort.db");
  const [[page]] = sql(data, "SELECT rootpage FROM sqlite_schema WHERE name = 'threads'");
  const [[size]] = sql(data, "PRAGMA page_size");
  const mend = overwrite(path, (page - 1) * size, Buffer.alloc(size, 0xa5));

  const { status, out, err } = cohort(["check", "--data", data]);
  assert.equal(status, 1);
  assert.match(out + err, /malformed|damaged/);
  assert.equal(err.trim().split("\n").length, 1, err);
  assertRefusal(cohort(["backup", "--data", data, join(data, "copy.db")]), /malformed/);
  assert.ok(!existsSync(join(data, "copy.db")));
  const server = await serve(data);
  const read = await call(server.base, member.token, "GET", "/threads");
  assert.equal(read.status, 503);
  assert.match(read.body.detail, /data file is damaged/);
  assert.equal((await begin(server, member, "Lost")).status, 503);
  assert.equal((await call(server.base, member.token, "GET", "/pages")).status, 200);
  await server.stop();
  mend();
  await assertServes(data, member, Array.from({ length: 30 }, (_, i) => `Thread ${i + 1}`));
});

test("data of a newer program are left alone", async () => {
  const { data, members: [member] } = await newInstallation();
  sql(data, "INSERT INTO schema_migrations VALUES (999, '0999_later.sql', 'x', 1)");
  const before = readFileSync(join(data, "cohort.db"));
  serveFails(data, /written by a newer Cohort \(its schema has step 999/);
  assert.deepEqual(readFileSync(join(data, "cohort.db")), before);
  sql(data, "DELETE FROM schema_migrations WHERE number = 999");
  await assertServes(data, member, []);
});

test("a second server on the same data is turned away, and the first goes on", async () => {
  const { data, members: [member] } = await newInstallation();
  const first = await serve(data);
  serveFails(data, /another cohort serves .* already/);
  assert.equal((await begin(first, member, "Of the first")).status, 201);
  await first.kill(); // a lock that a killed server held is free
  await assertServes(data, member, ["Of the first"]);
});
