// How the time of every page, list, search and write grows with the size of an installation: `script/bench growth
// [threads…] [--keep]`. Fills a data folder a size, starts the server on each, asks for everything that growth.json lists
// one request after the other, and prints the tables of docs/performance.md.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { answers, factsOf, fill, memory, program, root, serve, signIn, stop, stopAll, tokenOf, visit, work, workDone } from "./installation.js";

const sizes = process.argv.slice(2).filter((word) => /^\d+$/.test(word)).map(Number);
if (sizes.length === 0) sizes.push(1_000, 10_000, 100_000);
const keep = process.argv.includes("--keep");
const only = process.argv.find((word) => word.startsWith("--only="))?.slice(7);
const list = JSON.parse(readFileSync(join(root, "tests/bench/growth.json"), "utf8"));

const warming = 4;
const mostRequests = 100; // of one row, and
const mostMilliseconds = 400; // not much longer than that
const leastRequests = 12;
const mostPostsRebuilt = 300_000; // beyond, an export and a rebuild would take longer than all else; both are in proportion
const leastGrowth = 400; // steps of SQLite's machine, some ten microseconds: what is less nobody will ever notice

/// One connection, one request after the other: what it adds to the server's time is small and always the same.
class Client {
  constructor(port) {
    this.port = port;
  }
  open() {
    this.socket = connect(this.port, "127.0.0.1").setNoDelay(true);
    this.socket.on("data", (bytes) => this.take(bytes));
    this.socket.on("close", () => this.fail?.(new Error("the server closed the connection")));
    return new Promise((resolve) => this.socket.once("connect", resolve));
  }
  take(bytes) {
    this.parts.push(bytes);
    this.length += bytes.length;
    if (this.whole === undefined) {
      const text = this.parts.length === 1 ? bytes : Buffer.concat(this.parts);
      const end = text.indexOf("\r\n\r\n");
      if (end < 0) return;
      this.head = text.subarray(0, end).toString("latin1");
      const length = /\r\ncontent-length: (\d+)/i.exec(this.head)?.[1] ?? 0;
      this.whole = end + 4 + (/^HTTP\/1.1 304/.test(this.head) ? 0 : Number(length));
    }
    if (this.length >= this.whole) this.done(Number(this.head.slice(9, 12)));
  }
  /// Gives the status.
  send(message) {
    this.parts = [];
    this.length = 0;
    this.whole = undefined;
    return new Promise((resolve, reject) => {
      this.done = resolve;
      this.fail = reject;
      this.socket.write(message);
    });
  }
  get body() {
    const bytes = Buffer.concat(this.parts);
    return bytes.subarray(bytes.indexOf("\r\n\r\n") + 4).toString();
  }
}

/// "{words}" is the fact of that name; of a list the n-th. A value that is nothing but a number stays one.
function filled(value, facts, n) {
  const fact = (name) => {
    if (name === "n") return n;
    if (name === "count") return n + 1;
    if (!(name in facts)) throw new Error(`growth.json asks for «${name}», which bench_fill does not tell`);
    return Array.isArray(facts[name]) ? facts[name][n % facts[name].length] : facts[name];
  };
  if (Array.isArray(value)) return value.map((one) => filled(one, facts, n));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, facts, n)]));
  if (typeof value !== "string") return value;
  const alone = /^\{(\w+)\}$/.exec(value);
  return alone ? fact(alone[1]) : value.replace(/\{(\w+)\}/g, (_, name) => fact(name));
}

function pathOf(row, facts, n) {
  // A heading's {#c1} and a pattern's {} are no facts; a path has neither.
  return encodeURI(filled(row.path, facts, n));
}

function message(row, server, n) {
  const method = Array.isArray(row.method) ? row.method[n % row.method.length] : (row.method ?? "GET");
  let path = pathOf(row, server.facts, n);
  // Every address a new one: nothing that was kept is measured.
  if (method === "GET") path += `${path.includes("?") ? "&" : "?"}run=${n}`;
  const who = server.who[row.by] ?? {};
  let head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n`;
  if (who.cookie) head += `Cookie: ${who.cookie}\r\n`;
  if (who.token) head += `Authorization: Bearer ${who.token}\r\n`;
  let body = "";
  if (row.json) {
    body = JSON.stringify(filled(row.json, server.facts, n));
    head += "Content-Type: application/json\r\n";
  } else if (row.form) {
    body = new URLSearchParams({ forgery_token: who.forgery, ...filled(row.form, server.facts, n) }).toString();
    head += `Origin: ${server.base}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
  }
  if (method !== "GET") head += `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return `${head}\r\n${body}`;
}

const part = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function measure(row, server, counters) {
  const key = `${row.method ?? "GET"} ${row.path}`;
  // Rows of one address share the count: each request is a new one.
  const next = () => (counters[key] = (counters[key] ?? -1) + 1);
  const ask = async () => {
    const status = await server.client.send(message(row, server, next()));
    if (row.method ? status >= 400 : status !== (row.status ?? 200)) throw new Error(`${row.what}: ${row.method ?? "GET"} ${pathOf(row, server.facts, counters[key])} answered ${status}: ${server.client.body.slice(0, 400)}`);
  };
  const times = row.times ?? mostRequests;
  if (times > 20) for (let i = 0; i < warming; i++) await ask();
  const taken = [];
  const before = workDone(server);
  const begun = performance.now();
  while (taken.length < times - (times > 20 ? warming : 0)) {
    const asked = performance.now();
    await ask();
    taken.push(performance.now() - asked);
    if (taken.length >= leastRequests && performance.now() - begun > mostMilliseconds) break;
  }
  const done = (workDone(server) - before) / taken.length;
  taken.sort((a, b) => a - b);
  return { median: part(taken, 0.5), p99: part(taken, 0.99), done, bytes: server.client.length };
}

function timed(...args) {
  const begun = performance.now();
  execFileSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  return (performance.now() - begun) / 1000;
}

const megabytes = (file) => statSync(file).size / 1e6;

async function begin(threads) {
  const data = join(work, `growth-${threads}`);
  const server = await serve(data, { counted: true });
  server.facts = factsOf(data);
  server.data = data;
  server.resting = memory(server.pid);
  const home = await (await answers(`${server.base}/`)).text();
  server.facts.static = /href="(\/static\/[^"]+\.css)"/.exec(home)[1];
  server.facts.inTenDays = new Date(Date.now() + 864e6).toISOString().slice(0, 17) + "00Z";
  server.who = {
    member: await signIn(server.base, "bench@example.org"),
    steward: await signIn(server.base, "bench-steward@example.org"),
    administrator: await signIn(server.base, "bench-administrator@example.org"),
    visitor: await visit(server.base),
    token: { token: tokenOf(data, "bench@example.org") },
    "steward token": { token: tokenOf(data, "bench-steward@example.org") },
  };
  server.client = new Client(server.port);
  await server.client.open();
  return server;
}

async function measureSize(threads) {
  const server = await begin(threads);
  const result = { threads, posts: server.facts.posts, started: server.started, resting: server.resting, rows: new Map() };
  const counters = {};
  // What was written to already takes the same writes no second time.
  const written = join(server.data, "written");
  const again = existsSync(written);
  if (again) console.error(`${threads} threads: an earlier run wrote to these data, so the writes are left out`);
  const rows = again ? list.pages : [...list.pages, ...list.writes];
  writeFileSync(written, "");
  for (const row of rows) {
    if (only && !row.what.includes(only)) continue;
    try {
      result.rows.set(row.what, await measure(row, server, counters));
    } catch (error) {
      console.error(String(error));
      result.failed = true;
      server.client.socket.removeAllListeners("close").destroy();
      await server.client.open();
    }
  }
  server.client.socket.removeAllListeners("close").destroy();
  await stop(server.child);
  rmSync(server.counts, { force: true });
  return result;
}

/// What is done to all the data at once: in proportion to them by its nature.
function measureWhole(result) {
  const data = join(work, `growth-${result.threads}`);
  const copy = join(work, "growth-copy");
  const exported = join(work, "growth-export");
  const clean = () => [copy, exported].forEach((path) => rmSync(path, { recursive: true, force: true }));
  clean();
  result.file = megabytes(join(data, "cohort.db"));
  result.backup = timed("backup", "--data", data, copy);
  result.check = timed("check", "--data", data);
  if (result.posts < mostPostsRebuilt) {
    result.exporting = timed("export", "--data", data, exported);
    result.rebuild = timed("rebuild", "--data", data);
  }
  clean();
}

const number = (value, digits = 2) => value.toFixed(value >= 100 ? 0 : value >= 10 ? Math.min(1, digits) : digits);
const times = (last, first) => (first > 0 ? last / first : 1);

/// The logarithm of the posts grows by 1.5 from 10,000 to 1,000,000; a little more may be chance, or bytes that differ.
function allowed() {
  return 1.2 * (Math.log(results.at(-1).posts) / Math.log(results[0].posts));
}

/// Judged by what SQLite does, which no other load disturbs; times show what else there is.
function verdict(row, of) {
  if (times(of.at(-1).done, of[0].done) <= allowed() || of.at(-1).done - of[0].done < leastGrowth) return "";
  return row.why ? `in proportion: ${row.why}` : "**grows**";
}

/// Prints the rows that were measured at every size; gives how many these are, and how many of them grow without a reason.
function table(title, rows) {
  const measured = rows.filter((row) => results.every((one) => one.rows.has(row.what)));
  if (measured.length === 0) return { measured: 0, growing: 0 };
  const thousands = (value) => value.toLocaleString("en");
  console.log(`\n| ${title} | ${results.map((one) => thousands(one.threads)).join(" | ")} | p99 | grows by | work grows by | |`);
  console.log(`| --- |${results.map(() => " --: |").join("")} --: | --: | --: | --- |`);
  let growing = 0;
  for (const row of measured) {
    const of = results.map((one) => one.rows.get(row.what));
    const words = verdict(row, of);
    if (words.startsWith("**")) growing++;
    const last = of.at(-1);
    console.log(`| ${row.what} | ${of.map((one) => number(one.median)).join(" | ")} | ${number(last.p99)} | ` +
      `${number(times(last.median, of[0].median), 1)} | ${number(times(last.done, of[0].done), 1)} | ${words} |`);
  }
  return { measured: measured.length, growing };
}

function tableOfWhole() {
  console.log(`\n| | ${results.map((one) => `${one.threads.toLocaleString("en")} threads`).join(" | ")} |`);
  console.log(`| --- |${results.map(() => " --: |").join("")}`);
  const row = (what, of) => console.log(`| ${what} | ${results.map(of).join(" | ")} |`);
  row("posts", (one) => one.posts.toLocaleString("en"));
  row("filling, seconds", (one) => number(one.filled, 0));
  row("data file, MB", (one) => number(one.file, 0));
  row("data file, KB a post", (one) => number((one.file * 1000) / one.posts, 1));
  row("start until it answers, ms", (one) => number(one.started, 0));
  row("memory at rest, MB", (one) => number(one.resting, 0));
  row("backup, seconds", (one) => number(one.backup));
  row("check, seconds", (one) => number(one.check));
  row("export, seconds", (one) => (one.exporting ? number(one.exporting) : "in proportion"));
  row("rebuild, seconds", (one) => (one.rebuild ? number(one.rebuild) : "in proportion"));
}

const results = [];
const begun = performance.now();
try {
  const filling = await Promise.all(sizes.map((threads) => fill(join(work, `growth-${threads}`), threads)));
  for (const [i, threads] of sizes.entries()) {
    const result = await measureSize(threads);
    result.filled = filling[i];
    results.push(result);
  }
  const [pages, writes] = [table("pages and API, ms", list.pages), table("writes, ms", list.writes)];
  if (!only) {
    for (const result of results) measureWhole(result);
    tableOfWhole();
  }
  console.log(`\n${pages.growing + writes.growing} of ${pages.measured + writes.measured} rows grow faster than the logarithm of the size and say no reason. ` +
    `The whole run took ${number((performance.now() - begun) / 60_000, 1)} minutes.`);
  if (results.some((one) => one.failed)) process.exitCode = 1;
} finally {
  stopAll();
  if (!keep) for (const threads of sizes) rmSync(join(work, `growth-${threads}`), { recursive: true, force: true });
}
