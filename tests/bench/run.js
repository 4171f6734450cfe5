// The benchmark: fills a data folder, starts Cohort and, beside it, nginx with the same bytes as static files, drives both
// with wrk in one run, and prints one table. `script/bench [threads] [seconds]`.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const root = new URL("../..", import.meta.url).pathname;
const threads = Number(process.argv[2] ?? 10_000);
const seconds = Number(process.argv[3] ?? 5);
const connections = 16;
const work = join(root, "build/bench");
const data = join(work, `data-${threads}`);
const program = join(root, "build/release/cohort");
const running = [];

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  for (let tries = 0; tries < 3000; tries++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  throw new Error(`${url} does not answer`);
}

function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

function wrk(url, { cookie = "", token = "", clients = connections, posting, queries, anew } = {}) {
  const env = { ...process.env, BENCH_COOKIE: cookie, BENCH_TOKEN: token };
  if (posting) env.BENCH_THREADS = String(posting);
  if (anew) env.BENCH_ANEW = anew; // every address a new one: nothing that was kept is measured
  if (queries) env.BENCH_QUERIES = queries.map(encodeURIComponent).join("|");
  const out = execFileSync(
    "wrk", ["-t1", `-c${clients}`, `-d${seconds}s`, "--timeout", "10s", "-s", join(root, "tests/bench/report.lua"), url],
    { env, encoding: "utf8" });
  const result = JSON.parse(/RESULT (.*)/.exec(out)[1]);
  return { ...result, rate: result.requests / result.seconds, failed: result.status + result.socket };
}

async function startCohort() {
  const port = await freePort();
  writeFileSync(join(work, "bench.toml"), "rate_limits = false\n");
  const begun = performance.now();
  const server = spawn(program, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`, "--config", join(work, "bench.toml")],
    { stdio: ["ignore", "ignore", "inherit"] });
  running.push(server);
  await answers(`http://127.0.0.1:${port}/healthz`);
  return { base: `http://127.0.0.1:${port}`, pid: server.pid, start: performance.now() - begun };
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
  running.push(spawn("nginx", ["-p", work, "-c", join(work, "nginx.conf")], { stdio: "inherit" }));
  await answers(`http://127.0.0.1:${port}/`);
  return `http://127.0.0.1:${port}`;
}

async function signIn(base) {
  const page = await fetch(`${base}/sign-in`);
  const visitor = page.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
  const token = /name="forgery_token" value="([^"]*)"/.exec(await page.text())?.[1] ?? "";
  const answer = await fetch(`${base}/sign-in`, {
    method: "POST", redirect: "manual",
    headers: { Origin: base, Cookie: visitor, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ forgery_token: token, email: "bench@example.org", password: "a bench is for sitting on" }),
  });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
}

const rows = [];
function row(name, result, reference) {
  rows.push([
    name, Math.round(result.rate).toLocaleString("en"), (result.p50 / 1000).toFixed(2), (result.p99 / 1000).toFixed(2),
    reference ? (result.rate / reference.rate).toFixed(2) : "", String(result.failed),
  ]);
  console.log(rows.at(-1).join("\t"));
}

function table() {
  const head = ["what", "a second", "median ms", "p99 ms", "of nginx", "failed"];
  const widths = head.map((word, i) => Math.max(word.length, ...rows.map((cells) => cells[i].length)));
  const line = (cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  console.log([line(head), ...rows.map(line)].join("\n"));
}

async function main() {
  mkdirSync(work, { recursive: true });
  if (!existsSync(join(data, "facts.json"))) {
    rmSync(data, { recursive: true, force: true });
    execFileSync(join(root, "build/release/tests/bench_fill"), [data, String(threads)], { stdio: "inherit" });
  }
  const facts = JSON.parse(readFileSync(join(data, "facts.json"), "utf8"));
  const cohort = await startCohort();
  const resting = memory(cohort.pid);
  const cookie = await signIn(cohort.base);
  const token = execFileSync(program, ["token", "--data", data, "--email", "bench@example.org", "--scope", "read,write"],
    { encoding: "utf8" }).trim();
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

  const compare = (name, file, path, who) => {
    wrk(cohort.base + path, who); // warm both sides alike
    const reference = wrk(`${nginx}/${file}`);
    row(`nginx, the bytes of ${name} (${kilobytes(file)})`, reference);
    row(name, wrk(cohort.base + path, who), reference);
    row(`${name}, made anew each time`, wrk(cohort.base, { ...who, anew: path }), reference);
  };
  compare("thread page of 20 posts, signed in", "thread", facts.thread, { cookie });
  compare("wiki page, signed in", "page", facts.page, { cookie });
  compare("thread by API", "thread.json", facts.threadApi, { token });
  compare("wiki page by API", "page.json", facts.pageApi, { token });
  row("search, a common word, 1 client", wrk(cohort.base, { token, clients: 1, queries: facts.commonWords }));
  row("search, two words, 1 client", wrk(cohort.base, { token, clients: 1, queries: facts.twoWords }));
  row("search, a rare word, 1 client", wrk(cohort.base, { token, clients: 1, queries: facts.rareWords }));
  for (const clients of [1, 8, 64])
    row(`durable posts, ${clients} ${clients === 1 ? "client" : "clients"}`, wrk(cohort.base, { token, clients, posting: facts.threads }));
  const loaded = memory(cohort.pid);

  console.log(`\n${facts.threads} threads, ${facts.posts} posts, ${connections} connections, ${seconds} s each\n`);
  table();
  console.log(`\nstart ${cohort.start.toFixed(0)} ms; memory ${resting.toFixed(0)} MB at rest, ${loaded.toFixed(0)} MB after the load`);
}

try {
  await main();
} finally {
  for (const process of running) process.kill("SIGTERM");
}
