// The siege: a server under one attack after the other, and beside each a member who reads and writes steadily. Prints one
// table: what the server answered to the attackers, how long the member waited, what the server held.
// `script/bench siege [seconds an attack] [attack…]`.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { factsOf, fill, memory, password, root, serve, signIn, start, stop, stopAll, tokenOf, visit, work } from "../installation.js";

const here = (file) => join(root, "tests/bench/siege", file);
const seconds = Number(process.argv[2] ?? 20);
const wanted = process.argv.slice(3);
const data = join(work, "siege-2000");
const reader = "127.0.0.2"; // the attackers come from other addresses

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/// Runs a program to its end: what it printed. `patient`: however it ends.
function run(command, words, { patient = false } = {}) {
  const child = start(command, words, { stdio: ["ignore", "pipe", patient ? "ignore" : "inherit"] });
  let said = "";
  child.stdout.on("data", (bytes) => (said += bytes));
  return new Promise((resolve, reject) =>
    child.on("close", (code) => (code === 0 || patient ? resolve(said) : reject(new Error(`${command} ended with ${code}`)))));
}

/// Attackers are elsewhere in truth: here they take what the server and its readers leave of the processors.
const politely = (command, words, options) => run("nice", ["-n", "15", command, ...words], options);

/// A long page that says something else in its second revision: what costs most to compare.
async function longPage(base, token) {
  const words = (salt) => Array.from({ length: 9_000 }, (_, i) => `w${(i * salt) % 7919}${i % 15 === 14 ? ".\n" : ""}`).join(" ");
  const call = (method, path, body) => fetch(`${base}/api/v1${path}`, {
    method, headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const made = await call("POST", "/pages", { title: "Siege page", area: "poll-workers", body: words(17) });
  if (made.status !== 201) throw new Error(`the long page answered ${made.status}: ${await made.text()}`);
  const { slug, revision } = await made.json();
  const saved = await call("PUT", `/pages/${slug}`, { title: "Siege page", body: words(31), base_revision: revision, summary: "other words" });
  if (saved.status !== 200) throw new Error(`its second revision answered ${saved.status}: ${await saved.text()}`);
}

const held = (pid) => ({ memory: memory(pid), files: readdirSync(`/proc/${pid}/fd`).length });

/// Seconds of processor time that it has taken.
function spent(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function slow(server, words) {
  const said = await politely("slowhttptest", ["-l", String(seconds), "-p", "9", ...words], { patient: true });
  const plain = said.replace(/\x1b\[[0-9;]*[A-Za-z]/g, "");
  const last = (what) => [...plain.matchAll(new RegExp(`${what}: *(.+)`, "g"))].at(-1)?.[1].trim() ?? "";
  return { connected: last("connected"), closed: last("closed"), ended: last("Exit status") };
}

/// As many requests as wrk can send, over so many connections.
async function flood(url, connections, cookie) {
  const said = await politely("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "-H", `Cookie: ${cookie}`, url]);
  return { "a second": Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(said)[1])), refused: Number(/Non-2xx.*: (\d+)/.exec(said)?.[1] ?? 0) };
}

async function attack(server, name, options) {
  const told = { port: server.port, seconds, addresses: 1, ...options };
  const said = await politely(process.execPath, [here("attack.js"), name, JSON.stringify(told)]);
  return JSON.parse(said);
}

const attacks = ({ server, facts, visitor, attacker, token }) => {
  const signIns = { password, ...visitor };
  const url = (path) => server.base + path;
  const cookie = attacker.cookie;
  const searches = facts.commonWords.map((word) => `/search?q=${encodeURIComponent(word)}`);
  const compares = ["/practices/siege-page/compare?from=1&to=2"];
  return {
    "nothing": () => pause(seconds * 1000).then(() => ({})),
    "slow headers, 4,000": () => slow(server, ["-H", "-c", "4000", "-r", "400", "-i", "3", "-u", url("/sign-in")]),
    "slow headers, 4,000, 25 addresses": () => attack(server, "drip", { connections: 4_000, addresses: 25 }),
    "slow bodies, 4,000": () => slow(server, ["-B", "-c", "4000", "-r", "400", "-i", "3", "-s", "400000", "-u", url("/sign-in")]),
    "slow readers, 3,000": () => slow(server, ["-X", "-c", "3000", "-r", "400", "-w", "10", "-y", "20", "-n", "3", "-z", "10", "-k", "5",
      "-j", cookie, "-u", url(facts.thread)]),
    "ranges, 1,000": () => slow(server, ["-R", "-c", "1000", "-r", "400", "-a", "5", "-b", "3000", "-u", url("/sign-in")]),
    "5,000 idle, one address": () => attack(server, "idle", { connections: 5_000 }),
    "5,000 idle, 25 addresses": () => attack(server, "idle", { connections: 5_000, addresses: 25 }),
    "5,000 idle after a request": () => attack(server, "idle-after-one", { connections: 5_000, addresses: 25 }),
    "12,000 idle, 60 addresses": () => attack(server, "idle", { connections: 12_000, addresses: 60 }),
    "stalled bodies of 2 MB, 300": () => attack(server, "stalled-bodies", { connections: 300, size: 2 << 20 }),
    "bodies of 2 MB, 20 at a time": () => attack(server, "bodies", { connections: 20, size: 2 << 20, ...visitor }),
    "bodies above the limit": () => attack(server, "bodies", { connections: 50, size: (2 << 20) + 1, ...visitor }),
    "gzip bombs": () => attack(server, "bomb", { connections: 20, size: 256 << 20, token }),
    "wrong sign-ins, one address": () => attack(server, "sign-ins", { connections: 50, ...visitor }),
    "wrong sign-ins, 5,000 addresses": () => attack(server, "sign-ins", { connections: 100, addresses: 5_000, ...visitor }),
    "right sign-ins, 5,000 addresses": () =>
      attack(server, "sign-ins", { connections: 100, addresses: 5_000, people: 90, ...signIns }),
    "searches by one member, 64 at a time": () => attack(server, "gets", { connections: 64, cookie, paths: searches }),
    "one page by one member, 256 at a time": () => flood(url(facts.thread), 256, cookie),
    "compares by one member, 64 at a time": () => attack(server, "gets", { connections: 64, cookie, paths: compares }),
    "previews by one member, 20 at a time": () => attack(server, "previews", { connections: 20, ...attacker }),
    "churn of connections": () => attack(server, "churn", { addresses: 25 }),
    "pipelining, 50 × 100 requests": () => attack(server, "pipeline", { connections: 50, path: "/sign-in" }),
    "pipelining by a member": () => attack(server, "pipeline", { connections: 50, cookie, path: facts.thread + "?run=1" }),
    "pipelining, never read": () => attack(server, "pipeline-unread", { connections: 200, path: "/sign-in" }),
    "headers without end": () => attack(server, "headers", { connections: 100 }),
  };
};

const behindProxy = ({ server, facts, attacker }) => {
  const searches = facts.commonWords.map((word) => `/search?q=${encodeURIComponent(word)}`);
  return {
    "searches by one member, behind a proxy": () =>
      attack(server, "gets", { connections: 64, cookie: attacker.cookie, paths: searches, forwarded: "192.0.2.66" }),
  };
};

async function besiege(name, begin, { server, facts, steady }) {
  const words = [...facts.twoWords, ...facts.rareWords];
  const most = { memory: 0, files: 0 };
  const before = spent(server.pid);
  const watch = setInterval(() => {
    const now = held(server.pid);
    for (const what of Object.keys(most)) most[what] = Math.max(most[what], now[what]);
  }, 100);
  const fighting = begin();
  await pause(2_000); // until it is on
  const [answered, said] = await Promise.all([
    fighting, run(process.execPath, [here("probe.js"), JSON.stringify({ base: server.base, from: reader, ...steady, seconds: seconds - 3,
      thread: facts.thread, page: facts.page, words })])]);
  clearInterval(watch);
  const probe = JSON.parse(said);
  const answers = Object.entries(answered).map(([what, count]) => `${what}: ${count.toLocaleString("en")}`).join(", ");
  const faults = Object.entries(probe.failed).map(([what, count]) => `${count} × ${what}`).join(", ");
  const row = [name, answers, probe.p50.toFixed(1), probe.p99.toFixed(1), probe.max.toFixed(1), probe.posts.max.toFixed(1),
    faults || "0", most.memory.toFixed(0), String(most.files), ((spent(server.pid) - before) / seconds).toFixed(2)];
  console.log(`| ${row.join(" | ")} |`);
}

async function campaign(settings, plan) {
  const server = await serve(data, { settings, silent: true });
  const facts = factsOf(data);
  const token = tokenOf(data, "bench@example.org");
  if ((await fetch(`${server.base}/api/v1/pages/siege-page`, { headers: { Authorization: `Bearer ${token}` } })).status === 404)
    await longPage(server.base, token);
  const ground = { server, facts, token, visitor: await visit(server.base),
    attacker: await signIn(server.base, "bench@example.org"), steady: await signIn(server.base, "person1@example.org") };
  for (const [name, begin] of Object.entries(plan(ground))) {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    await besiege(name, begin, ground);
    await pause(2_500); // what lingers has gone
  }
  await stop(server.child);
}

try {
  await fill(data, 2_000);
  console.log("| attack | answered | p50 ms | p99 ms | most ms | post ms | failed | MB | files | cores |");
  console.log("| --- | --- | --: | --: | --: | --: | --- | --: | --: | --: |");
  await campaign("", attacks);
  await campaign("behind_proxy = true\n", behindProxy);
} finally {
  stopAll();
}
