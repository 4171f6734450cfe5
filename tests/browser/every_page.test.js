// Every page in every state (pages.js): valid for the HTML checker of the W3C, with an outline without gaps, and at home on narrow
// screens, under large letters and in a palette that the reader has forced.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { demonstrationPages, emptyPages, pageRoutes, routeOf } from "./pages.js";
import { shareWorld, startEmptyCohort } from "./support.js";

const root = new URL("../..", import.meta.url).pathname;
const checker = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
const folder = mkdtempSync(join(tmpdir(), "cohort-pages-"));
let pages = [];

const world = shareWorld({
  prepare: async (world) => {
    world.empty = await startEmptyCohort();
    pages = [...(await demonstrationPages(world.cohort.base)), ...(await emptyPages(world.empty.base))];
  },
  clear: async (world) => {
    rmSync(folder, { recursive: true, force: true });
    await world.empty?.stop();
  },
});

test("no page that the program has is missing here", () => {
  const patterns = pageRoutes();
  const seen = new Set(pages.flatMap((page) => [page.asked, page.address]).map((address) => routeOf(address.replace("POST ", ""), patterns)));
  assert.ok(patterns.length > 60, "the tables of routes are not found");
  assert.deepEqual(patterns.filter((pattern) => !seen.has(pattern)), []);
});

test("the HTML checker has nothing to say about a page, a style or an icon", () => {
  const html = join(folder, "html");
  mkdirSync(html);
  pages.forEach((page, at) => writeFileSync(join(html, `${at}.html`), page.html));
  const words = ["-Xss4m", "-jar", checker, "--stdout", "--exit-zero-always", "--format", "json", "--also-check-css", "--also-check-svg", html, `${root}static/styles`, `${root}static/icons`];
  const { error, status, stdout, stderr } = spawnSync("java", words, { encoding: "utf8", maxBuffer: 64 << 20 });
  assert.ok(!error && status === 0, `java: ${error ?? stderr}`);
  const nameOf = (url) => pages[/\/html\/(\d+)\.html$/.exec(url)?.[1]]?.name ?? url.replace(/^.*\/static\//, "static/");
  const { messages } = JSON.parse(stdout);
  assert.equal(pages.length > 250, true, `${pages.length} pages`);
  const found = messages.map(({ url, message, extract }) => `${nameOf(url)}: ${message}\n    ${extract ?? ""}`);
  assert.deepEqual(found, []);
});

test("the headings of every page begin with one h1 and leave no level out", () => {
  const found = pages.filter((page) => page.asked !== "POST /preview").flatMap(({ name, html }) => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((heading) => Number(heading[1]));
    const gap = levels.findIndex((level, at) => level > (levels[at - 1] ?? 0) + 1);
    const faults = levels.filter((level) => level === 1).length === 1 ? [] : [`${name}: not one h1`];
    return gap < 0 ? faults : [...faults, `${name}: h${levels[gap - 1] ?? 0}, then h${levels[gap]}`];
  });
  assert.deepEqual(found, []);
});

/// Enough of them for the browser: the longest of each route and status, and whichever has an element that no other one has.
function kindsOfPages() {
  const patterns = pageRoutes();
  const seen = new Set();
  const isNew = ({ asked, address, status, html }) => {
    const route = `${status} ${routeOf(address, patterns) ?? asked}`;
    const elements = html.match(/<[a-z][a-z0-9]*( [^>]*class="[^"]*")?/g).map((tag) => tag.replace(/ .*class=/, " "));
    const unseen = [route, ...elements].filter((one) => !seen.has(one));
    unseen.forEach((one) => seen.add(one));
    return unseen.length > 0;
  };
  return pages.filter(({ asked }) => asked !== "POST /preview").sort((one, other) => other.html.length - one.html.length).filter(isNew);
}

const looks = {
  "at 320 px": { width: 320 },
  "at 320 px with wider spaces (WCAG 1.4.12)": { width: 320, style: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }" },
  "at 200 % zoom": { width: 640 },
  "with letters twice as large": { width: 1280, style: "html { font-size: 200% !important }" },
};

/// What cannot be seen in a palette that the reader has forced: backgrounds are gone there, only lines and words are left.
function lostInForcedColors() {
  const boxes = document.querySelectorAll(".button:not(.quiet), .input, .editor, .badge, .count, .notice, .card, .post, .rows, .finder input, .finder button, .seal");
  const visible = [...boxes].filter((box) => box.checkVisibility() && box.offsetWidth > 1 && !box.matches(".editor .input, .row"));
  const bare = visible.filter((box) => {
    const sides = ["top", "right", "bottom", "left"].map((side) => getComputedStyle(box).getPropertyValue(`border-${side}-style`));
    return sides.every((side) => side === "none");
  });
  return [...new Set(bare.map((box) => `${box.tagName.toLowerCase()}.${[...box.classList].join(".")} has no line around it`))];
}

/// What would annoy on paper: parts of the screen's frame, and tables that are cut.
function wrongOnPaper() {
  const shown = (words) => [...document.querySelectorAll(words)].filter((one) => one.checkVisibility());
  const frame = shown(".skip, .band, .foot, .trail, .tabs, .pager, .button, .toolbar, .filters").map((one) => `${one.className} is printed`);
  const cut = shown(".data-frame, .prose table, .compare").filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `${one.className} is cut`);
  return [...new Set([...frame, ...cut])];
}

function tooWide(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules ?? "");
  document.adoptedStyleSheets = [sheet];
  const root = document.documentElement;
  const over = root.scrollWidth - root.clientWidth;
  const widest = over > 0 && [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1).pop();
  document.adoptedStyleSheets = [];
  return over > 0 ? [`${over} px too wide: ${widest?.tagName} ${widest?.className}`] : [];
}

const moves = () => [...document.querySelectorAll("a, .button, summary")].some((one) => getComputedStyle(one).transitionDuration !== "0s") ? ["moves, though the reader wants rest"] : [];

async function lookAt(tab, { name }, say) {
  const look = async (words, ask, ...more) => (await tab.evaluate(ask, ...more)).forEach((line) => say(`${name}, ${words}: ${line}`));
  for (const [words, { width, style }] of Object.entries(looks)) {
    await tab.setViewportSize({ width, height: 900 });
    await look(words, tooWide, style);
  }
  await look("at rest", moves);
  await tab.emulateMedia({ forcedColors: "active" });
  await look("in forced colours", lostInForcedColors);
  await tab.emulateMedia({ forcedColors: "none", media: "print" });
  await tab.setViewportSize({ width: 658, height: 900 }); // Letter, less the margins
  await look("on paper", wrongOnPaper);
  await look("on paper", tooWide);
  await tab.emulateMedia({ media: "screen" });
}

/// Serves kept pages by their number, and beside them the styles and scripts that they name: the browser keeps these, while
/// what a test answers in a server's place is loaded anew for each page.
async function serveKept(kinds) {
  const server = createServer(async ({ url }, answer) => {
    const [, at] = /^\/kept-page\/(\d+)$/.exec(url) ?? [];
    if (at) return answer.setHeader("content-type", "text/html; charset=utf-8").end(kinds[at].html);
    const file = await fetch(world.cohort.base + url);
    const fields = ["content-type", "cache-control"].map((name) => [name, file.headers.get(name) ?? ""]);
    answer.writeHead(file.status, Object.fromEntries(fields)).end(Buffer.from(await file.arrayBuffer()));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

test("every page is at home on narrow screens, under large letters, in forced colours and on paper", async () => {
  const context = await world.browser.newContext({ reducedMotion: "reduce" });
  context.setDefaultTimeout(60_000);
  const kinds = kindsOfPages();
  const server = await serveKept(kinds);
  const found = [];
  let next = 0;
  const goThrough = async () => {
    const tab = await context.newPage();
    for (let at = next++; at < kinds.length; at = next++) {
      await tab.goto(`http://127.0.0.1:${server.address().port}/kept-page/${at}`);
      await lookAt(tab, kinds[at], (line) => found.push(line));
    }
  };
  await Promise.all([goThrough(), goThrough()]);
  await context.close();
  server.close();
  server.closeAllConnections();
  assert.deepEqual([...new Set(found)], []);
});
