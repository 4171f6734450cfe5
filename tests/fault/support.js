// The real program on a data folder of its own: starting and killing it, its commands, its API, and SQL beside it.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "node:test";

export const program = process.env.COHORT_PROGRAM ?? new URL("../../build/release/cohort", import.meta.url).pathname;
const password = "every vote counts";

const folders = [];
process.on("exit", () => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

export function newFolder() {
  const path = mkdtempSync(join(tmpdir(), "cohort-fault-"));
  folders.push(path);
  return path;
}

/// Runs a command of the program (or of a copy) to its end: {status, out, err}. `as` may hold the uid and gid to run as.
export function cohort(words, { input = "", as = {}, program: copy = program } = {}) {
  const { error, status, stdout, stderr } = spawnSync(copy, words, { input, encoding: "utf8", timeout: 60_000, ...as });
  if (error) throw error; // it never ran, or did not end
  return { status, out: stdout, err: stderr };
}

/// The same, of a command that must succeed; gives what it printed.
export function must(words, options) {
  const { status, out, err } = cohort(words, options);
  if (status !== 0) throw new Error(`cohort ${words.join(" ")} ended with ${status}: ${out}${err}`);
  return out;
}

/// The same beside what else goes on: does not hold up this process.
export async function mustSoon(words) {
  const command = spawn(program, words, { stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise((resolve) => command.on("exit", resolve));
  if (code !== 0) throw new Error(`cohort ${words.join(" ")} ended with ${code}`);
}

const running = new Set();
const killAll = () => running.forEach((server) => server.kill("SIGKILL"));
afterEach(killAll);
process.on("exit", killAll);

/// Starts `cohort serve` (or a copy of it): {base, pid, stop(), kill()}; these wait for its end.
export async function serve(data, { program: copy = program, ...as } = {}) {
  const settings = join(data, "settings.toml");
  writeFileSync(settings, "rate_limits = false\nworkers = 8\nsecond_step_for = []\n", { mode: 0o644 });
  const server = spawn(copy, ["serve", "--data", data, "--listen", "127.0.0.1:0", "--config", settings], as);
  running.add(server);
  server.on("exit", () => running.delete(server));
  let said = "";
  let complaints = "";
  server.stderr.on("data", (bytes) => (complaints += bytes));
  const ended = new Promise((resolve) => server.on("exit", (code, signal) => resolve(signal ?? code)));
  const base = await new Promise((resolve, reject) => {
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(said);
      if (found) resolve(found[0]);
    });
    ended.then((code) => reject(new Error(`cohort ended with ${code} before it was ready: ${complaints}`)));
  });
  // A server that nobody waits for does not keep a failed test from its end.
  const handles = [server, server.stdout, server.stderr];
  handles.forEach((handle) => handle.unref());
  const end = async (signal, expected) => {
    handles.forEach((handle) => handle.ref());
    server.kill(signal);
    const how = await ended;
    if (how !== expected) throw new Error(`cohort ended by itself with ${how}: ${complaints}`);
  };
  return { base, pid: server.pid, stop: () => end("SIGTERM", 0), kill: () => end("SIGKILL", "SIGKILL") };
}

/// One statement or several by sqlite3 of Python's own library; gives the rows of the last one.
export function sql(data, script, file = "cohort.db") {
  const code = `import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
*first, last = json.load(sys.stdin)
for statement in first: db.execute(statement)
print(json.dumps(db.execute(last).fetchall()))`;
  const statements = Array.isArray(script) ? script : [script];
  const { status, stdout, stderr } = spawnSync("python3", ["-c", code, join(data, file)],
    { input: JSON.stringify(statements), encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/// No whole answer came: the server is gone.
export class Gone extends Error {}

/// A call of the API: {status, body}. Throws Gone.
export async function call(base, token, method, path, body) {
  const headers = { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) };
  const ask = async () => {
    const response = await fetch(`${base}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
    return { status: response.status, text: await response.text() };
  };
  const { status, text } = await ask().catch((error) => {
    throw new Gone(`${method} ${path} had no answer`, { cause: error });
  });
  return { status, body: text ? JSON.parse(text) : null };
}

/// A browser without a window: fills in the form of a page and sends it, with the cookies and the key that it was given.
function newVisitor(base) {
  const cookies = new Map();
  const send = async (path, form) => {
    const response = await fetch(base + path, {
      method: form ? "POST" : "GET", redirect: "manual", body: form && new URLSearchParams(form),
      headers: { origin: base, cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
    });
    // Debian's Node.js 18 has no getSetCookie: several stand in one line, and none of ours holds a date with its comma.
    for (const line of (response.headers.get("set-cookie") ?? "").split(/, (?=[^;=\s]+=)/).filter(Boolean)) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      cookies.set(name, value);
    }
    return { status: response.status, text: await response.text() };
  };
  return async (page, fields) => {
    const shown = await send(page);
    const key = /name="forgery_token" value="([^"]+)"/.exec(shown.text)[1];
    const { status, text } = await send(page, { forgery_token: key, ...fields });
    if (status !== 303) throw new Error(`${page} answered ${status}: ${text}`);
  };
}

/// An administrator on the command line, who may write: the token.
function newMember(data, name, center) {
  const email = `${name}@example.org`;
  must(["admin", "--data", data, "--email", email, "--name", name, ...(center ? ["--center", center] : [])],
    { input: `${password}\n` });
  return must(["token", "--data", data, "--email", email, "--scope", "read,write,admin"]).trim();
}

const centers = ["alder-county", "birch-town", "cedar-city"];

/// A fresh folder with three Centers and two people of each: {data, members: [{name, token}]}.
export async function newInstallation(data = newFolder()) {
  newMember(data, "root");
  const server = await serve(data);
  const submit = newVisitor(server.base);
  await submit("/sign-in", { email: "root@example.org", password });
  for (const slug of centers)
    await submit("/admin/centers/new", { slug, name: slug, state: "OH", registered_voters: "900" });
  await server.stop();
  const members = centers.flatMap((center) =>
    ["ada", "ben"].map((first) => `${first}-${center}`).map((name) => ({ name, token: newMember(data, name, center) })));
  return { data, members };
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
