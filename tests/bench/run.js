// The benchmark: fills a data folder, starts Cohort and, beside it, nginx with the same bytes as static files, drives both
// with wrk in one run, and prints one table. `script/bench [threads] [seconds]`.
import { execFile } from "node:child_process";
import { closeSync, fdatasyncSync, mkdirSync, openSync, readFileSync, readdirSync, unlinkSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { answers, factsOf, fill, freePort, memory, root, serve, signIn, start, stopAll, tokenOf, work } from "./installation.js";

const threads = Number(process.argv[2] ?? 10_000);
const seconds = Number(process.argv[3] ?? 5);
const connections = 16;
const readers = 50; // members, in the mixed load
const read = 200; // threads, in the mixed load
const data = join(work, `speed-${threads}`);
const run = promisify(execFile);

/// Milliseconds of processor time of all threads so far.
function processorTime(pid) {
  let nanoseconds = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    nanoseconds += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]);
  }
  return nanoseconds / 1e6;
}

/// What wrk measured, and the microseconds of processor time that `server` took a request.
async function wrk(server, url, { cookie = "", token = "", clients = connections, ...load } = {}) {
  const env = { ...process.env, BENCH_COOKIE: cookie, BENCH_TOKEN: token };
  if (load.posting) env.BENCH_THREADS = load.posting.join("|");
  if (load.anew) env.BENCH_ANEW = load.anew; // every address a new one: nothing that was kept is measured
  if (load.queries) env.BENCH_QUERIES = load.queries.map(encodeURIComponent).join("|");
  if (load.cookies) Object.assign(env, { BENCH_COOKIES: load.cookies.join("|"), BENCH_PATHS: load.paths.join("|") });
  if (load.packed) env.BENCH_PACKED = "1";
  const before = server.pid ? processorTime(server.pid) : 0;
  const { stdout } = await run(
    "wrk", ["-t1", `-c${clients}`, `-d${seconds}s`, "--timeout", "10s", "-s", join(root, "tests/bench/report.lua"), url], { env });
  const result = JSON.parse(/RESULT (.*)/.exec(stdout)[1]);
  const processor = server.pid ? ((processorTime(server.pid) - before) * 1000) / result.requests : undefined;
  return { ...result, processor, rate: result.requests / result.seconds, failed: result.status + result.socket };
}

async function startNginx(files) {
  const port = await freePort();
  const folder = join(work, "nginx");
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(work, "nginx.conf"), `
daemon off; pid ${work}/nginx.pid; error_log stderr crit; worker_processes auto;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; default_type text/html; open_file_cache max=100;
  client_body_temp_path ${work}/t1; proxy_temp_path ${work}/t2; fastcgi_temp_path ${work}/t3; uwsgi_temp_path ${work}/t4;
  scgi_temp_path ${work}/t5;
  server { listen 127.0.0.1:${port}; root ${folder}; }
}`);
  start("nginx", ["-p", work, "-c", join(work, "nginx.conf")], { stdio: "inherit" });
  await answers(`http://127.0.0.1:${port}/`);
  return { base: `http://127.0.0.1:${port}` };
}

/// What the disk itself takes for a durable append of the size of a post's, one after the other.
function diskFloor() {
  const path = join(data, "floor");
  const file = openSync(path, "a");
  const bytes = Buffer.alloc(64 * 1024, 1);
  const times = [];
  const begun = performance.now();
  while (performance.now() - begun < seconds * 1000) {
    const from = performance.now();
    writeSync(file, bytes);
    fdatasyncSync(file);
    times.push((performance.now() - from) * 1000);
  }
  closeSync(file);
  unlinkSync(path);
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)];
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), failed: 0 };
}

/// The first threads that take posts.
async function openThreads(cohort, bearer) {
  const open = [];
  for (let id = 1; id <= Math.min(threads, 1000); id++) {
    const answer = await fetch(`${cohort.base}/api/v1/threads/${id}`, { headers: bearer });
    if (answer.status === 200 && !(await answer.json()).locked) open.push(id);
  }
  return open;
}

/// Members who read threads at random, as browsers ask, while somebody replies every tenth of a second.
async function mixedLoad(cohort, bearer, open) {
  const cookies = [];
  for (let i = 0; i < readers; i++) cookies.push((await signIn(cohort.base, i === 0 ? "bench@example.org" : `person${i}@example.org`)).cookie);
  const paths = [];
  for (const id of open.slice(0, read)) {
    const answer = await fetch(`${cohort.base}/forum/threads/${id}`, { headers: { Cookie: cookies[0] }, redirect: "manual" });
    paths.push(answer.headers.get("location"));
  }
  let replies = 0;
  const writing = setInterval(() => {
    fetch(`${cohort.base}/api/v1/threads/${open[replies++ % read]}/posts`, {
      method: "POST", headers: { ...bearer, "Content-Type": "application/json" },
      body: JSON.stringify({ body: `One more who says how it is done here, number ${replies}.` }),
    }).catch(() => {});
  }, 100);
  const result = await wrk(cohort, cohort.base, { cookies, paths, packed: true });
  clearInterval(writing);
  return result;
}

const rows = [];
function row(name, result, reference) {
  rows.push([
    name, Math.round(result.rate).toLocaleString("en"), (result.p50 / 1000).toFixed(2), (result.p99 / 1000).toFixed(2),
    result.processor ? result.processor.toFixed(0) : "", reference ? (result.rate / reference.rate).toFixed(2) : "", String(result.failed),
  ]);
  console.log(rows.at(-1).join("\t"));
}

function table() {
  const head = ["what", "a second", "median ms", "p99 ms", "processor µs", "of nginx", "failed"];
  const widths = head.map((word, i) => Math.max(word.length, ...rows.map((cells) => cells[i].length)));
  const line = (cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  console.log([line(head), ...rows.map(line)].join("\n"));
}

async function main() {
  mkdirSync(work, { recursive: true });
  await fill(data, threads);
  const facts = factsOf(data);
  const cohort = await serve(data);
  const resting = memory(cohort.pid);
  const { cookie } = await signIn(cohort.base, "bench@example.org");
  const token = tokenOf(data, "bench@example.org");
  const get = async (path, headers) => {
    const answer = await fetch(cohort.base + path, { headers: { "Accept-Encoding": "identity", ...headers } });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const bearer = { Authorization: `Bearer ${token}` };
  const files = {
    thread: await get(facts.thread, { Cookie: cookie }), page: await get(facts.page, { Cookie: cookie }),
    "thread.json": await get(facts.threadApi, bearer), "page.json": await get(facts.pageApi, bearer),
  };
  const nginx = await startNginx(files);
  const kilobytes = (name) => `${(files[name].length / 1024).toFixed(1)} KB`;

  const compare = async (name, file, path, who) => {
    await wrk(cohort, cohort.base + path, who); // warm both sides alike
    const reference = await wrk(nginx, `${nginx.base}/${file}`);
    row(`nginx, the bytes of ${name} (${kilobytes(file)})`, reference);
    row(name, await wrk(cohort, cohort.base + path, who), reference);
    row(`${name}, made anew each time`, await wrk(cohort, cohort.base, { ...who, anew: path }), reference);
    row(`${name}, made anew and compressed`, await wrk(cohort, cohort.base, { ...who, anew: path, packed: true }));
  };
  await compare("thread page of 20 posts, signed in", "thread", facts.thread, { cookie });
  await compare("wiki page, signed in", "page", facts.page, { cookie });
  await compare("thread by API", "thread.json", facts.threadApi, { token });
  await compare("wiki page by API", "page.json", facts.pageApi, { token });
  for (const [name, queries] of [["a rare word", facts.rareWords], ["two words", facts.twoWords], ["a common word", facts.commonWords]])
    row(`search, ${name}, 1 client`, await wrk(cohort, cohort.base, { token, clients: 1, queries }));
  const open = await openThreads(cohort, bearer);
  row(`${readers} members read ${read} threads, a reply each 100 ms`, await mixedLoad(cohort, bearer, open));
  row("the disk alone, 64 KB and a sync", diskFloor());
  for (const clients of [1, 8, 64])
    row(`durable posts, ${clients} ${clients === 1 ? "client" : "clients"}`,
      await wrk(cohort, cohort.base, { token, clients, posting: open }));
  const loaded = memory(cohort.pid);

  console.log(`\n${facts.threads} threads, ${facts.posts} posts, ${connections} connections, ${seconds} s each\n`);
  table();
  console.log(`\nstart ${cohort.started.toFixed(0)} ms; memory ${resting.toFixed(0)} MB at rest, ${loaded.toFixed(0)} MB after the load`);
}

try {
  await main();
} finally {
  stopAll();
}
