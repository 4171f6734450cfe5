// A filled data folder with the release server running on it, for the benches: filling, starting, signing in.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

export const root = new URL("../..", import.meta.url).pathname;
export const work = join(root, "build/bench");
const counter = process.env.COHORT_COUNTER ?? join(root, "build/release/tests/libcount_work.so");
export const program = process.env.COHORT_PROGRAM ?? join(root, "build/release/cohort"); // or another build, to compare
const filler = join(root, "build/release/tests/bench_fill");
export const password = "a bench is for sitting on"; // of everybody
const running = [];

/// A port that nobody listens on.
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function answers(url) {
  for (let tries = 0; tries < 12_000; tries++) {
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  throw new Error(`${url} does not answer`);
}

/// Starts a program that ends with the bench.
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "inherit"], ...options });
  running.push(child);
  return child;
}

export function stopAll() {
  for (const child of running) child.kill("SIGTERM");
}

export function stop(child) {
  return new Promise((resolve) => {
    child.on("exit", resolve);
    child.kill("SIGTERM");
  });
}

/// Fills the folder unless it is; gives the seconds that took.
export function fill(data, threads) {
  if (existsSync(join(data, "facts.json"))) return Promise.resolve(0);
  rmSync(data, { recursive: true, force: true });
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = start(filler, [data, String(threads)]);
    child.on("exit", (code) => (code === 0 ? resolve((performance.now() - begun) / 1000) : reject(new Error("bench_fill failed"))));
  });
}

export function factsOf(data) {
  return JSON.parse(readFileSync(join(data, "facts.json"), "utf8"));
}

/// Starts the server; gives its address and process, and the milliseconds until it answered. `counted`: and where SQLite's work
/// is counted. `settings`: in place of those that let everybody ask as much as they can. `silent`: without the server's log.
export async function serve(data, { counted = false, settings = "rate_limits = false\n", silent = false } = {}) {
  mkdirSync(work, { recursive: true });
  const file = join(work, "bench.toml");
  writeFileSync(file, `second_step_for = []\n${settings}`); // nobody on a bench has a telephone
  const port = await freePort();
  const counts = join(work, `work-${port}`);
  const begun = performance.now();
  const child = start(program, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`, "--config", file],
    { ...(counted && { env: { ...process.env, LD_PRELOAD: counter, COHORT_WORK: counts } }), ...(silent && { stdio: "ignore" }) });
  await answers(`http://127.0.0.1:${port}/healthz`);
  return { base: `http://127.0.0.1:${port}`, port, pid: child.pid, child, counts, started: performance.now() - begun };
}

/// Resident megabytes.
export function memory(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}

/// What SQLite has done so far: steps of its machine, and pages looked at, which cost as much as some ten of them.
export function workDone(server) {
  const bytes = readFileSync(server.counts);
  return Number(bytes.readBigUInt64LE(0)) + 10 * Number(bytes.readBigUInt64LE(8));
}

const cookiesOf = (answer) => answer.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");

/// A visitor's cookie and the token that its forms carry.
export async function visit(base) {
  const page = await fetch(`${base}/sign-in`);
  return { cookie: cookiesOf(page), forgery: /name="forgery_token" value="([^"]*)"/.exec(await page.text())?.[1] ?? "" };
}

/// A signed-in browser: its cookie, and the token of its forms.
export async function signIn(base, email) {
  const visitor = await visit(base);
  const answer = await fetch(`${base}/sign-in`, {
    method: "POST", redirect: "manual",
    headers: { Origin: base, Cookie: visitor.cookie, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ forgery_token: visitor.forgery, email, password }),
  });
  if (answer.status !== 303) throw new Error(`signing in as ${email} answered ${answer.status}`);
  const cookie = cookiesOf(answer);
  const page = await (await fetch(`${base}/settings`, { headers: { Cookie: cookie } })).text();
  return { cookie, forgery: /name="forgery_token" value="([^"]*)"/.exec(page)?.[1] ?? "" };
}

export function tokenOf(data, email) {
  return execFileSync(program, ["token", "--data", data, "--email", email, "--scope", "read,write,admin"], { encoding: "utf8" }).trim();
}
