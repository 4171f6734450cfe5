// How long the server takes for texts that were made to hurt: every Markdown of markdown-pathological as a post and as a page,
// every JSON of json-suite as the body of a call, one after the other. Prints the slowest answers, each against half a second.
// `script/bench texts`.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fill, root, serve, stop, stopAll, tokenOf, work } from "./installation.js";

const most = 500; // ms
const lists = join(root, "../shared/data");
const postBytes = 64 * 1024;
const pageBytes = 256 * 1024;

const read = (name) => readFileSync(join(lists, name), "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));

/// [key]: /url and [K], where all keys fall into one of 16 buckets of the hash that old parsers use.
function collidingReferences({ count, buckets }) {
  const keys = [];
  for (let x = 0; keys.length < count; ++x) {
    const key = `x${x}`;
    let hash = 0;
    for (const letter of Buffer.from(key)) hash = (letter + (hash << 6) + (hash << 16) - hash) >>> 0;
    if (hash % buckets === 0) keys.push(key);
  }
  return keys.slice(1).map((key) => `[${key}]: /url\n\n[${keys[0]}]\n\n`).join("");
}

/// A part of a Markdown that counts up, as SOURCE.txt of the list describes it.
function countedUp(part) {
  if (part.hash_collisions) return collidingReferences(part.hash_collisions);
  const [first, end] = part.for_x_in_range;
  const around = (texts, number) => (texts ? `${texts[0]}${number}${texts[1]}` : "");
  return Array.from({ length: end - first }, (_, n) => n + first).map((x) => `${part.first ?? ""}${(part.repeat_x ?? "").repeat(x)}` +
    `${around(part.number_x, x)}${around(part.and_next, x + 1)}${part.then ?? ""}`).join("");
}

const markdownOf = ({ parts }) => parts.map((part) => (Array.isArray(part) ? part[0].repeat(part[1]) : countedUp(part))).join("");
const jsonOf = ({ b64, repeat, suffix = "" }) => (b64 === undefined ? Buffer.from(repeat[0].repeat(repeat[1]) + suffix) : Buffer.from(b64, "base64"));

/// Cut to what a field takes and broken into lines, so that more of it comes to the parser.
function cut(text, bytes) {
  const whole = Buffer.from(text).subarray(0, Math.floor(bytes * 0.9)).toString().replace(/\uFFFD$/, "");
  return whole.replace(/[^\n]{4000}/g, "$&\n");
}

const rows = [];

/// Sends the bodies, one after the other; `right(status, one)` says whether an answer is as it should be.
async function measure(what, call, bodies, right) {
  const row = { what, taken: 0, refused: 0, times: [] };
  for (const { name, body, ...one } of bodies) {
    const begun = performance.now();
    const answer = await call(body);
    await answer.arrayBuffer();
    row.times.push({ ms: performance.now() - begun, name });
    if (!right(answer.status, one)) throw new Error(`${what}, ${name}: ${answer.status}`);
    answer.status < 300 ? row.taken++ : row.refused++;
  }
  row.times.sort((one, other) => one.ms - other.ms);
  rows.push(row);
}

function table() {
  console.log("| sent | texts | taken | refused | median ms | slowest ms | which |");
  console.log("| --- | --: | --: | --: | --: | --: | --- |");
  for (const { what, taken, refused, times } of rows) {
    const slowest = times.at(-1);
    console.log(`| ${what} | ${times.length} | ${taken} | ${refused} | ${times[times.length >> 1].ms.toFixed(1)} | ${slowest.ms.toFixed(1)} | ${slowest.name} |`);
  }
  const worst = Math.max(...rows.map(({ times }) => times.at(-1).ms));
  console.log(`\nThe slowest answer took ${worst.toFixed(0)} ms, of ${most}.`);
  return worst <= most;
}

async function main(data) {
  await fill(data, 20);
  const { base, child } = await serve(data);
  const token = tokenOf(data, "bench@example.org");
  const send = (path) => (body) => fetch(`${base}/api/v1${path}`, {
    method: body === undefined ? "GET" : "POST", headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" }, body });
  const first = async (path) => (await (await send(path)()).json()).items[0].slug;
  const [category, area] = [await first("/categories"), await first("/areas")];
  const { id } = await (await send("/threads")(JSON.stringify({ category, kind: "question", title: "Texts made to hurt", body: "Below." }))).json();
  const post = (body) => send(`/threads/${id}/posts`)(JSON.stringify({ body }));
  let pages = 0;
  const page = (body) => send("/pages")(JSON.stringify({ area, title: `Texts made to hurt ${++pages}`, body }));

  const calm = (status) => status < 300 || status === 413 || status === 422;
  const markdown = read("markdown-pathological/cases.ndjson").map((one) => ({ name: one.name, body: markdownOf(one) }));
  const short = (bytes) => markdown.map(({ name, body }) => ({ name, body: cut(body, bytes) }));
  await measure("Markdown as a post", post, markdown, calm);
  await measure("the same, cut to a post's length", post, short(postBytes), calm);
  await measure("Markdown as a page", page, markdown, calm);
  await measure("the same, cut to a page's length", page, short(pageBytes), calm);
  const json = read("json-suite/parsing.ndjson").map((one) => ({ name: one.name, body: jsonOf(one), expect: one.expect }));
  const told = (status, { expect }) => (expect === "either" ? status < 500 : (status === 400) === (expect === "reject"));
  await measure("JSON as a new thread", send("/threads"), json, told);
  await measure("JSON as a new page", send("/pages"), json, told);
  await stop(child);
  if (!table()) process.exitCode = 1;
}

if (!["markdown-pathological", "json-suite"].every((name) => existsSync(join(lists, name)))) {
  console.error("skipped: the shared data has no markdown-pathological or no json-suite");
  process.exit(77);
}
mkdirSync(work, { recursive: true });
const data = mkdtempSync(join(work, "texts-"));
try {
  await main(data);
} finally {
  stopAll();
  rmSync(data, { recursive: true, force: true });
}
