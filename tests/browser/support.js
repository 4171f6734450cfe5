// What every browser test needs: a Cohort of its own with demonstration content, Debian's Chromium, people who sign in.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const root = new URL("../..", import.meta.url).pathname;
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const password = "every vote counts";

const program = process.env.COHORT_PROGRAM ?? `${root}build/release/cohort`;

/// Serves on a port that the system picks, and waits until it says where; `stop` ends it by its own process.
export async function run(words) {
  const server = spawn(program, [...words, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  const base = await new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(said);
      if (found) resolve(found[0]);
    });
    server.on("exit", (code) => reject(new Error(`cohort ended with ${code} before it was ready`)));
  });
  const stop = () => new Promise((resolve, reject) => {
    server.removeAllListeners("exit");
    server.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`cohort ended with ${code} when told to stop`))));
    server.kill("SIGTERM");
  });
  return { base, stop };
}

/// Runs one of the program's commands to its end; gives what it printed.
export function command(words, input) {
  const { status, stdout, stderr } = spawnSync(program, words, { input, encoding: "utf8" });
  if (status !== 0) throw new Error(`cohort ${words[0]} ended with ${status}: ${stderr}`);
  return stdout.trim();
}

/// An installation in a folder of its own, which goes when it stops: `fill(data)` makes what is in it.
export async function startOn(fill, settings) {
  const data = mkdtempSync(join(tmpdir(), "cohort-browser-"));
  const clear = () => rmSync(data, { recursive: true, force: true });
  await fill(data);
  const file = join(data, "settings.toml");
  writeFileSync(file, settings);
  const { base, stop } = await run(["serve", "--data", data, "--config", file]);
  return { base, stop: () => stop().finally(clear) };
}

/// One in which nothing has happened yet but that admin@example.org has an account.
export const startEmptyCohort = () => startOn(
  (data) => command(["admin", "--data", data, "--email", "admin@example.org", "--name", "Ada Only"], `${password}\n`),
  "second_step_for = []\n"); // nobody here has a telephone

/// Debian's Chromium, without what it would do in the background. It finds no other host: a test hears of a request, and
/// nobody else does.
export function startBrowser(more = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--disable-quic", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", ...more],
  });
}

/// One Cohort and one browser for all tests of a file: `world.cohort.base`, `world.browser`. `start` starts another than the
/// demonstration, `prepare` may do more with them, `clear` put it away.
export function shareWorld({ start = () => run(["demo"]), prepare, clear } = {}) {
  const world = {};
  before(async () => {
    world.cohort = await start();
    world.browser = await startBrowser();
    await prepare?.(world);
  });
  after(async () => {
    await clear?.(world);
    await world.browser?.close();
    await world.cohort?.stop();
  });
  return world;
}

/// A fresh browser profile. `bypassCSP` lets a test bring scripts of its own.
export async function openProfile(browser, { base, scripts = true, bypassCSP = false }) {
  const context = await browser.newContext({
    baseURL: base, javaScriptEnabled: scripts, bypassCSP,
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(60_000); // what never comes is a fault; how long it takes is the machine's
  return context;
}

/// A page of a profile of its own.
export const openPage = async (browser, options) => (await openProfile(browser, options)).newPage();

/// Who has signed in once stays so for all pages of a file: more sign-ins than a person makes are refused.
const sessions = new Map();

export async function signIn(page, email) {
  await page.goto("/sign-in");
  const key = `${new URL(page.url()).origin} ${email}`;
  const kept = sessions.get(key);
  if (kept) {
    await page.context().addCookies(kept);
    await page.goto("/");
  } else {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  sessions.set(key, await page.context().cookies());
}

/// What somebody's browser holds after signing in.
export async function cookiesOf({ browser, cohort }, email) {
  const page = await openPage(browser, { base: cohort.base });
  await signIn(page, email);
  const cookies = await page.context().cookies();
  await page.context().close();
  return cookies;
}

/// What axe-core finds against WCAG 2.0 to 2.2 A and AA and its best practices, a short line each.
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`);
  });
}
