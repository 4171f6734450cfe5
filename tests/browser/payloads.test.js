// The public lists of script injections, stored wherever members can put words, and then looked at in Chromium with scripting
// on: no script of theirs runs, no dialog opens, and nothing is asked of anybody but our own server. Skipped where the lists
// are missing. PAYLOADS_STEP=1 opens every page that shows one of them; without it, every thirtieth page of what is many.
// PAYLOADS_PART=20 stores every twentieth only.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { command, openProfile, run, shareWorld, signIn, startOn } from "./support.js";

const root = new URL("../..", import.meta.url).pathname;
const lists = `${root}../shared/data/xss-payloads/`;
const step = Number(process.env.PAYLOADS_STEP ?? 30);
const part = Number(process.env.PAYLOADS_PART ?? 1);
const listStep = Math.max(1, Math.round(step / 5));
const skip = existsSync(lists) ? false : "skipped: the shared data has no xss-payloads";

function payloads() {
  const lines = (name) => readFileSync(lists + name, "utf8").split("\n").filter((line) => line !== "");
  const objects = (name, key) => lines(name).map((line) => JSON.parse(line)[key]);
  return [...lines("payloadbox.txt"), ...lines("payloadsallthethings.txt"), ...objects("dompurify.ndjson", "payload"),
    ...objects("markdown-xss.ndjson", "markdown")].filter((_, index) => index % part === 0);
}

/// The parts of a list, each at most so many bytes when joined.
function packed(texts, most) {
  const parts = [[]];
  let size = 0;
  for (const text of texts) {
    size += Buffer.byteLength(text) + 2;
    if (size > most) {
      parts.push([]);
      size = Buffer.byteLength(text) + 2;
    }
    parts.at(-1).push(text);
  }
  return parts.map((part) => part.join("\n\n"));
}

const tokens = {};
const places = new Map(); // the addresses to open, each with the highest status that it may answer
const count = { taken: 0, refused: 0 };

/// The demonstration's people and things, with nothing that slows down who writes much.
const start = () => startOn(async (data) => {
  await (await run(["demo", "--data", data])).stop();
  for (const who of ["clerk", "coach", "steward"])
    tokens[who] = command(["token", "--data", data, "--email", `${who}@example.org`, "--scope", "read,write"]);
}, "rate_limits = false\nsecond_step_for = []\n");

const world = skip ? {} : shareWorld({ start });

/// Calls the API. What is taken is counted, and so is what is refused; nothing else may happen.
async function call(who, method, path, body) {
  const answer = await fetch(`${world.cohort.base}/api/v1${path}`, {
    method, headers: { authorization: `Bearer ${tokens[who]}`, "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (answer.status >= 300 && ![404, 409, 422].includes(answer.status)) assert.fail(`${method} ${path} answers ${answer.status}: ${await answer.text()}`);
  if (body) answer.status < 300 ? count.taken++ : count.refused++;
  return answer.status < 300 ? answer.json() : undefined;
}

/// Does something for each, some at a time.
async function each(all, at_once, job) {
  const left = all.entries();
  await Promise.all(Array.from({ length: at_once }, async () => {
    for (const [index, one] of left) await job(one, index);
  }));
}

const show = (...paths) => paths.forEach((path) => places.set(path, 399));
/// Where nothing may be, but a calm page must answer.
const tryOut = (...paths) => paths.forEach((path) => places.set(path, 499));

/// Each payload alone as a title and as a text; tags and summaries get some.
async function threads(all) {
  const categories = (await call("clerk", "GET", "/categories")).items.map((one) => one.slug);
  await each(all, 12, async (text, index) => {
    const thread = { category: categories[index % categories.length], kind: index % 2 ? "discussion" : "question", title: text,
      body: text, tags: index % 50 ? [] : [text] };
    const made = await call("clerk", "POST", "/threads", thread) ?? await call("clerk", "POST", "/threads", { ...thread, title: "A text", tags: [] });
    if (made && index % (10 * step) === 0) show(`/forum/threads/${made.id}`);
  });
  for (let next = "", page = 0; next !== null && next !== undefined; page++) {
    if (page % listStep === 0) show(`/forum${next && `?cursor=${encodeURIComponent(next)}`}`);
    ({ next } = await call("clerk", "GET", `/threads?limit=25${next && `&cursor=${encodeURIComponent(next)}`}`));
  }
}

/// All of them as posts of one thread: short of the limit, many to a post.
async function posts(all) {
  const thread = await call("coach", "POST", "/threads", { category: (await call("coach", "GET", "/categories")).items[0].slug, kind: "question",
    title: "All of them", body: "Below." });
  for (const text of packed(all, 40_000)) {
    const post = await call("clerk", "POST", `/threads/${thread.id}/posts`, { body: text });
    if (post) show(`/forum/posts/${post.id}/edit`, `/forum/posts/${post.id}/history`);
    else await each(packed(text.split("\n\n"), 1_000), 8, (part) => call("clerk", "POST", `/threads/${thread.id}/posts`, { body: part }));
  }
  for (let page = 1; page !== null; ({ next: page } = await call("clerk", "GET", `/threads/${thread.id}?page=${page}`)))
    show(`/forum/threads/${thread.id}?page=${page}`);
}

/// Pages with a history of two: titles, texts, summaries, and what a comparison shows.
async function practices(all) {
  const area = (await call("clerk", "GET", "/areas")).items[0].slug;
  const parts = packed(all, 20_000);
  await each(parts, 4, async (text, index) => {
    const title = all[index * 7 % all.length];
    const page = { title: title.length > 180 ? "A page" : title, body: text, summary: all[index * 11 % all.length].slice(0, 200), area };
    const made = await call("clerk", "POST", "/pages", page) ?? await call("clerk", "POST", "/pages", { ...page, title: `Page ${index}` });
    if (!made) return;
    const changed = text.split("\n\n").map((line, at) => (at % 3 ? line : `${line} ${line}`)).join("\n\n");
    await call("coach", "PUT", `/pages/${encodeURIComponent(made.slug)}`, { ...page, body: changed, base_revision: 1 });
    const place = `/practices/${encodeURIComponent(made.slug)}`;
    show(place);
    if (index % step === 0) show(`${place}/history`, `${place}/compare?from=1&to=2`, `${place}/edit`, `${place}/revisions/1`, `${place}/settings`);
  });
  show(`/practices/areas/${area}`, "/practices");
}

/// Proposals with hostile clauses; comments, wordings and answers on one that is open for them.
async function standards(all) {
  const parts = packed(all.filter((text) => text.length < 150 && !text.includes("{#")), 3_000);
  await each(parts.filter((_, index) => index % step === 0), 4, async (text, index) => {
    const clauses = text.split("\n\n").map((line, at) => (at % 5 ? line : `### ${line}`)).join("\n\n");
    const made = await call("steward", "POST", "/proposals", { title: all[index * 13 % all.length].slice(0, 200),
      body: `A Center keeps words.\n\n## Clauses\n\n${clauses}`, summary: "Ours" })
      ?? await call("steward", "POST", "/proposals", { title: `Words ${index}`, body: `A Center keeps words.\n\n${text}` });
    if (made) show(`/standards/proposals/${made.id}`, `/standards/proposals/${made.id}/edit`, `/standards/proposals/${made.id}/history`);
  });
  const open = (await call("clerk", "GET", "/proposals?stage=consultation")).items.find((one) => one.stage === "consultation");
  const seen = await call("clerk", "GET", `/proposals/${open.id}`);
  for (const text of packed(all, 4_000).filter((_, index) => index % step === 0))
    await call("clerk", "POST", `/proposals/${open.id}/comments`, { clause: "c1", revision: seen.revision, body: text });
  show(`/standards/proposals/${open.id}/comments`, `/standards/proposals/${open.id}/comments?clause=c1`, `/standards/proposals/${open.id}`,
    `/standards/proposals/${open.id}/responses`, "/standards/proposals");
}

/// Forms of one's own, as the page sends them: profile, drafts, invitations.
async function forms(page, all) {
  const send = async (from, to, fields) => {
    await page.goto(from);
    const token = await page.locator("input[name=forgery_token]").first().inputValue();
    const answer = await page.request.post(world.cohort.base + to, { form: { forgery_token: token, ...fields }, maxRedirects: 0,
      headers: { origin: world.cohort.base } });
    assert.ok([200, 204, 303, 422].includes(answer.status()), `${to} answers ${answer.status()}`);
    answer.status() === 422 ? count.refused++ : count.taken++;
  };
  const short = all.filter((text) => text.length < 90);
  const about = packed(all, 1_900);
  await send("/settings", "/settings", { name: short[3], title: short[4], about: about[0], zone: "America/Chicago" });
  for (let at = 0; at < 20; at++) {
    await send("/forum/new", "/drafts", { key: `/forum/new?kind=${at}`, title: short[at * 31], body: about[at * 3] });
    await send("/invitations/new", "/invitations/new", { email: `new${at}@example.org`, name: short[at * 17], role: "coach", center: "" });
  }
  show("/settings", "/settings/tokens", "/drafts", "/invitations", "/members", "/inbox", "/", "/forum", "/forum/tags", "/centers", "/standards", "/ballots");
}

/// A page on which nothing may happen but what is ours. `found` collects the rest.
async function watchedPage(found) {
  const context = await openProfile(world.browser, { base: world.cohort.base });
  const complain = (what) => found.push(`${what} on ${context.pages()[0]?.url()}`);
  await context.exposeBinding("__fired", (_, what) => complain(`a script ran: ${what}`));
  await context.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "print", "open"])
      globalThis[name] = (...words) => { globalThis.__fired(`${name}(${words.join()})`); };
    document.addEventListener("securitypolicyviolation", (event) => globalThis.__fired(`stopped by the policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  // Listened to, not stopped on its way: what is stopped is never kept, and each page would load its styles and scripts anew.
  context.on("request", (request) => request.url().startsWith(`${world.cohort.base}/`) || complain(`a request to ${request.url()}`));
  const page = await context.newPage();
  context.on("page", () => complain("another window"));
  page.on("dialog", (dialog) => { complain(`a dialog: ${dialog.message()}`); return dialog.dismiss(); });
  page.on("pageerror", (error) => complain(`an error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && !/status of 4\d\d/.test(message.text()) && complain(`the console says ${message.text()}`));
  page.on("framenavigated", (frame) => !/^(about:blank|http:\/\/127\.0\.0\.1:)/.test(frame.url()) && complain(`a frame went to ${frame.url()}`));
  return page;
}

/// Opens a page and all that can be unfolded on it, and goes over its first links with pointer and focus.
async function look(page, path, most) {
  const answer = await page.goto(path, { waitUntil: "load" });
  assert.ok(answer.status() <= most, `${path} answers ${answer.status()}`);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const element of document.querySelectorAll("main a, main button, main input, main textarea")) {
      element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
      element.focus({ preventScroll: true });
    }
    for (const strange of document.querySelectorAll("main :is(script, style, iframe, object, embed, base, meta, math, frame, applet, marquee, video, audio, img, link)"))
      globalThis.__fired(`an element: ${strange.outerHTML.slice(0, 100)}`);
    for (const element of document.querySelectorAll("*"))
      for (const { name } of element.attributes)
        if (name.startsWith("on") || name === "style" || name === "srcdoc") globalThis.__fired(`an attribute: ${element.outerHTML.slice(0, 100)}`);
    for (const { href } of document.querySelectorAll("a[href], area[href]"))
      if (!/^(https?|mailto):/.test(href)) globalThis.__fired(`a link to ${href}`);
  });
}

test("the trap is set: what would run is heard of", { skip, timeout: 60_000 }, async () => {
  const found = [];
  const page = await watchedPage(found);
  await page.setContent("<img src=\"https://elsewhere.example/x\" onerror=\"alert(1)\"><script>confirm(2)</script>");
  for (const word of ["alert(1)", "confirm(2)", "elsewhere.example"])
    while (!found.some((what) => what.includes(word))) await page.waitForTimeout(20);
  await page.context().close();
});

test("no stored payload runs, opens a dialog or asks anybody else, on any page", { skip, timeout: 900_000 }, async () => {
  const all = payloads();
  assert.ok(all.length > 8_000 / part);
  const begun = Date.now();
  await threads(all);
  await posts(all);
  await practices(all);
  await standards(all);
  const found = [];
  const pages = await Promise.all([1, 2, 3].map(() => watchedPage(found)));
  const [page] = pages;
  for (const one of pages) await signIn(one, "steward@example.org");
  await forms(page, all);
  const stored = Date.now();
  for (let at = 0; at < all.length; at += 20 * step) tryOut(`/search?q=${encodeURIComponent(all[at].slice(0, 300))}`, `/sign-in?next=${encodeURIComponent(all[at])}`, `/${encodeURIComponent(all[at].slice(0, 300))}`);
  for (const word of ["alert", "script", "onerror", "img", "svg", "iframe", "javascript"]) show(`/search?q=${word}`, `/search?q=${word}&kind=page`, `/members?name=${word}`);

  const left = places.entries();
  await Promise.all(pages.map(async (one) => {
    for (const [path, most] of left) await look(one, path, most);
  }));
  await typed(page, all);
  const seconds = (from, to) => Math.round((to - from) / 1000);
  console.log(`${all.length} payloads: ${count.taken} writes taken, ${count.refused} refused in ${seconds(begun, stored)} s; ${places.size} pages opened in ${seconds(stored, Date.now())} s`);
  assert.deepEqual(found, []);
});

/// What our own scripts do with them: preview, completion, the list of what is alike.
async function typed(page, all) {
  await page.goto("/forum/new?kind=question");
  const answered = (path) => page.waitForResponse((one) => new URL(one.url()).pathname === path);
  for (const text of packed(all, 30_000).filter((_, index) => index % step === 0)) {
    await page.locator("textarea[name=body]").fill(text);
    const answer = answered("/preview");
    await page.locator(".preview-switch").click();
    assert.ok((await answer).ok() || text.length > 60_000, "the preview answers");
    await page.locator(".preview-switch").click();
  }
  const lists = [["input[name=title]", "/similar", "[data-similar] li"], ["input[type=search]", "/suggest", "[role=option]"]];
  for (const words of ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>"])
    for (const [field, path, line] of lists) {
      const answer = answered(path);
      await page.locator(field).first().fill(words);
      const { items } = await (await answer).json();
      assert.ok(items.length > 0 || part > 1, `${path} finds nothing for ${words}`);
      for (const { text } of items) await page.locator(line, { hasText: text }).first().waitFor();
    }
}
