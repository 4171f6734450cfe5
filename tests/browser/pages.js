// Every kind of page, in every state that looks different, as the people meet it: one walk through the demonstration and
// through an installation in which nothing has happened yet. Pages are kept as text; the tests look at them in many ways.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { codeOf } from "./authenticator.js";
import { Person } from "./person.js";
import { password } from "./support.js";

const root = new URL("../..", import.meta.url).pathname;
const long = "An office that is long in words: " + "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(4);

/// The addresses that answer something else than a page.
const notPages = [/^\/api\//, /^\/static\//, /^\/(healthz|metrics|robots\.txt|favicon\.ico|suggest|similar)$/, /^\/standards\/feed\.atom$/, /^\/ballots\/\{\}\/record$/];

/// The patterns of all pages that a browser may open, from the tables of routes.
export function pageRoutes() {
  const files = execFileSync("git", ["ls-files", "*routes.cpp"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  const patterns = files.flatMap((file) => [...readFileSync(root + file, "utf8").matchAll(/\bget\(\s*"([^"]+)"/g)].map((found) => found[1]));
  return patterns.filter((pattern) => !notPages.some((other) => other.test(pattern)));
}

/// The route that an address leads to: literal words go before places, as in the program.
export function routeOf(address, patterns) {
  const words = new URL(address, "http://cohort").pathname.split("/");
  const fits = (pattern) => {
    const parts = pattern.split("/");
    return parts.length === words.length && parts.every((part, at) => part === "{}" || part === words[at]);
  };
  const places = (pattern) => pattern.split("/").map((part) => (part === "{}" ? "1" : "0")).join("");
  return patterns.filter(fits).sort((one, other) => places(one).localeCompare(places(other)))[0];
}

/// The first words of a page that was not expected.
const wordsOf = ({ html }) => html.replace(/<head>.*<\/head>|<[^>]+>/gs, " ").slice(0, 800);

class Walk {
  pages = [];
  #people = new Map();

  constructor(base, set) {
    this.base = base;
    this.set = set;
  }

  async as(who) {
    if (!this.#people.has(who))
      this.#people.set(who, who === "visitor" ? new Person(this.base) : await Person.signedIn(this.base, `${who}@example.org`));
    return this.#people.get(who);
  }

  adopt(who, person) {
    this.#people.set(who, person);
  }

  #keep(who, asked, answer, expected) {
    const name = `${this.set}, ${who}: ${asked}${answer.status === 200 ? "" : ` (${answer.status})`}`;
    if (answer.status !== expected) throw new Error(`${name}: ${expected} was expected\n${wordsOf(answer)}`);
    this.pages.push({ name, set: this.set, who, asked, address: answer.address, status: answer.status, html: answer.html });
    return answer;
  }

  /// Opens pages as somebody; a status other than 200 stands before the address.
  async see(who, ...places) {
    const person = await this.as(who);
    for (const place of places) {
      const [, status, address] = /^(?:(\d+) )?(.+)$/.exec(place);
      this.#keep(who, address, await person.open(address), Number(status ?? 200));
    }
  }

  /// Sends a form from a page, and keeps the answer: the form again with what is wrong, or another page that is no redirection.
  async refused(who, from, to, fields, status = 422) {
    const person = await this.as(who);
    return this.#keep(who, `POST ${to}`, await person.send(to, fields, from), status);
  }

  /// Sends a form that is accepted; gives where it leads.
  async does(who, from, to, fields = {}) {
    const answer = await (await this.as(who)).send(to, fields, from);
    if (answer.status !== 303) throw new Error(`${who}: POST ${to} answers ${answer.status}\n${wordsOf(answer)}`);
    return answer.place;
  }

  /// The first address on a page that fits.
  async find(who, from, pattern) {
    const { html } = await (await this.as(who)).open(from);
    const found = pattern.exec(html);
    if (!found) throw new Error(`${pattern} is not on ${from}`);
    return found[1];
  }
}

async function frameAndPeople(walk) {
  await walk.see("visitor", "/", "/about", "/accessibility", "/sign-in", "/sign-in?next=/forum", "404 /nothing-here", "/ballots/5", "404 /invitations/no-such-link");
  await walk.see("clerk", "/", "404 /nothing-here", "/about", "/inbox", "/settings", "/settings/sign-in", "/settings/password", "/settings/tokens", "/drafts",
    "/members", "/members?name=linh", "/members?name=nobody-at-all", "/members/linh-tran", "/members/noor-haddad", "404 /members/nobody", "/centers", "/centers/alder-county", "404 /centers/nowhere",
    "403 /admin/audit", "/invitations", "403 /centers/birch-hollow-town/edit");
  await walk.see("steward", "/", "/invitations", "/invitations/new", "/members/linh-tran");
  await walk.see("admin", "/", "/admin/audit", "/admin/members/linh-tran", "/admin/centers/new", "/centers/alder-county", "/centers/alder-county/edit", "/centers/alder-county/delegates");
  await walk.refused("clerk", "/settings", "/settings", { name: "", title: "", about: "x".repeat(5000), zone: "Nowhere/None" });
  await walk.refused("clerk", "/settings/sign-in", "/settings/password", { current_password: "wrong", password: "short" });
  await walk.refused("clerk", "/settings/tokens", "/settings/tokens", { name: "", current_password: "wrong" });
  await walk.refused("admin", "/admin/centers/new", "/admin/centers/new", { name: "", slug: "A B", state: "ZZ", registered_voters: "many" });
  await walk.refused("admin", "/centers/alder-county/edit", "/centers/alder-county/edit", { name: "", state: "ZZ", registered_voters: "many" });
  await walk.refused("admin", "/centers/alder-county/delegates", "/centers/alder-county/delegates", { delegate: "noor-haddad" });
  await walk.refused("admin", "/admin/members/linh-tran", "/admin/members/linh-tran", { role: "king", center: "nowhere" });
}

/// From the invitation on: whoever has just come sees everything empty.
async function newcomer(walk) {
  await walk.refused("steward", "/invitations/new", "/invitations/new", { email: "nobody", name: "", role: "member", center: "" });
  const invitation = { email: "wei@example.org", name: long.slice(0, 60), role: "member", center: "kestrel-county" };
  const made = await walk.refused("steward", "/invitations/new", "/invitations/new", invitation, 200);
  const link = /\/invitations\/[A-Za-z0-9_-]{20,}/.exec(made.html)[0];
  await walk.see("steward", "/invitations", "/invitations/1/revoke");
  const guest = new Person(walk.base);
  walk.adopt("newcomer", guest);
  await walk.see("newcomer", link);
  await walk.refused("newcomer", link, link, { password: "short" });
  await walk.does("newcomer", link, link, { name: "Li Wei", password: "a quiet office by the river", zone: "America/Chicago" });
  await walk.see("newcomer", "/", "/inbox", "/drafts", "/settings", "/settings/tokens", `410 ${link}`);
}

async function forum(walk) {
  await walk.see("clerk", "/forum", "/forum?kind=question&state=unanswered", "/forum?kind=story", "/forum?kind=announcement", "/forum/categories/poll-workers", "404 /forum/categories/none",
    "/forum/tags", "/forum/tags/seals", "404 /forum/tags/zzzz", "/forum/new", "/forum/new?kind=question", "/forum/new?kind=discussion", "/forum/new?kind=story", "/forum/threads", "/forum/threads/1", "/forum/threads/12",
    "/forum/threads/12?order=oldest", "404 /forum/threads/99999", "/forum/posts/52", "/forum/posts/52/edit", "/forum/posts/53/history", "/forum/posts/52/history", "/forum/posts/52/revisions/1", "/forum/posts/52/lift",
    "/forum/posts/52/withdraw", "403 /forum/posts/1/edit");
  await walk.see("steward", "/forum/threads/12", "/forum/threads/12/withdraw/reason", "/forum/posts/55/withdraw", "/forum/new?kind=announcement");
  await walk.see("coach", "/forum/posts/55/lift", "/forum/posts/55/accept");
  await walk.refused("clerk", "/forum/new?kind=question", "/forum/threads?kind=question", { kind: "question", title: "", body: "", category: "", tags: "" });
  await walk.refused("clerk", "/forum/new?kind=question", "/forum/threads?kind=question",
    { kind: "question", title: "Who reads the proofs?", body: "# A heading\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n<script>alert(1)</script>", category: "ballots-and-tabulation", tags: "proofs", act: "preview" }, 200);
  await walk.refused("clerk", "/forum/threads/12", "/forum/threads/12/posts", { body: "" });
  await walk.refused("clerk", "/forum/threads/12", "/forum/threads/12/posts", { body: "Two people read **every** proof.", act: "preview" }, 200);
  await walk.refused("clerk", "/forum/posts/52/edit", "/forum/posts/52/edit", { base_revision: "1", title: "", body: "", tags: "", summary: "" });
  const text = await (await walk.as("clerk")).field("/forum/posts/52/edit", "body");
  await walk.does("clerk", "/forum/posts/52/edit", "/forum/posts/52/edit", { base_revision: "1", title: "Who signs off ballot proofs in your office, and in what order?", body: `Two of us sign.\n\n${text}`, tags: "", summary: "Say who" });
  await walk.refused("clerk", "/forum/posts/52/edit", "/forum/posts/52/edit", { base_revision: "1", title: "Who signs?", body: `Three of us sign.\n\n${text}`, tags: "", summary: "" }, 409);
  await walk.see("clerk", "/forum/posts/52/history", "/forum/posts/52/revisions/1", "/forum/posts/52/compare?from=1&to=2", "/forum/posts/52/compare?from=1&to=2&as=sides", "404 /forum/posts/52/compare?from=1&to=9");
  await walk.see("admin", "/forum/posts/55/accept", "/forum/posts/52/revisions/1/redact", "/forum/posts/52/revisions/1");
  await walk.refused("steward", "/forum/posts/52/revisions/1/redact", "/forum/posts/52/revisions/1/redact", { reason: "" });
  await walk.does("steward", "/forum/posts/52/revisions/1/redact", "/forum/posts/52/revisions/1/redact", { reason: "A voter's name." });
  await walk.see("clerk", "/forum/posts/52/revisions/1", "/forum/posts/52/compare?from=1&to=2");
  // A discussion with everything that Markdown can do; then a locked, a pinned and a withdrawn one.
  const rich = readFileSync(new URL("rich.md", import.meta.url), "utf8");
  const place = await walk.does("clerk", "/forum/new?kind=question", "/forum/threads?kind=question", { kind: "question", title: long.slice(0, 150), body: rich, category: "poll-workers", tags: "students, seals" });
  await walk.see("clerk", place);
  const thread = /threads\/(\d+)/.exec(place)[1];
  await walk.does("coach", place, `/forum/threads/${thread}/posts`, { body: rich });
  await walk.see("clerk", place, "/forum");
  await walk.does("steward", place, `/forum/threads/${thread}/lock`);
  await walk.see("clerk", place);
  await walk.refused("steward", `/forum/threads/${thread}/withdraw/reason`, `/forum/threads/${thread}/withdraw`, { reason: "" });
  await walk.does("steward", `/forum/threads/${thread}/withdraw/reason`, `/forum/threads/${thread}/withdraw`, { reason: "Asked twice." });
  await walk.see("clerk", place);
  await walk.see("steward", place);
  await walk.see("hana-kobayashi", place);
  await walk.see("jose-pena", `410 ${place}`);
  await walk.does("steward", "/forum/posts/55/withdraw", "/forum/posts/55/withdraw", { reason: "Not about proofs." });
  await walk.see("coach", "/forum/threads/12");
  const preview = await (await walk.as("clerk")).send("/preview", { body: rich }, "/forum/new");
  walk.pages.push({ ...preview, name: "the preview", set: walk.set, who: "clerk", asked: "POST /preview",
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body><h1>Preview</h1><div class="prose">${preview.html}</div></body></html>` });
}

async function practices(walk) {
  await walk.see("clerk", "/practices", "/practices/areas/poll-workers", "404 /practices/areas/none", "/practices/new", "/practices/new?title=Ink", "/practices/seals", "404 /practices/no-such-page", "/practices/seals/edit", "/practices/seals/history",
    "/practices/seals/links", "/practices/seals/revisions/1", "/practices/seals/compare?from=1&to=2", "404 /practices/seals/revisions/99", "/practices/seals/propose", "403 /practices/seals/settings");
  await walk.see("steward", "/practices/seals", "/practices/seals/settings", "/practices/seals/rename", "/practices/seals/review", "/practices/seals/withdraw", "/practices/seals/revisions/1", "/practices/seals/revisions/1/redact", "/practices/seals/history");
  await walk.refused("clerk", "/practices/new", "/practices", { title: "", area: "", body: "", summary: "" });
  await walk.refused("clerk", "/practices/seals/edit", "/practices/seals/edit", { base_revision: "2", title: "", body: "", summary: "" });
  const edit = "/practices/seals/edit";
  const person = await walk.as("clerk");
  const [title, body] = [await person.field(edit, "title"), await person.field(edit, "body")];
  const otherwise = body.replace(/^Order numbers.*$/m, "Order numbers with six digits.");
  await walk.refused("clerk", edit, edit, { base_revision: "2", title, body, summary: "", act: "preview" }, 200);
  await walk.refused("coach", edit, edit, { base_revision: "1", title, body: otherwise, summary: "" }, 409);
  await walk.refused("steward", "/practices/seals/settings", "/practices/seals/review", { reviewed: "yesterday", review_by: "1999-01-01", owner: "nobody", area: "none" });
  await walk.refused("steward", "/practices/seals/settings", "/practices/seals/rename", { slug: "A B" });
  await walk.refused("steward", "/practices/seals/settings", "/practices/seals/withdraw", { reason: "" });
  await walk.refused("steward", "/practices/seals/revisions/1/redact", "/practices/seals/revisions/1/redact", { reason: "" });
  await walk.does("clerk", "/practices/new", "/practices", { title: "Storm boxes", area: "poll-workers", body: readFileSync(new URL("rich.md", import.meta.url), "utf8"), summary: "First words" });
  await walk.see("clerk", "/practices/storm-boxes", "/practices/storm-boxes/links", "/practices/storm-boxes/history");
  await walk.does("steward", "/practices/storm-boxes/settings", "/practices/storm-boxes/withdraw", { reason: "It is in the emergency plan." });
  await walk.see("clerk", "410 /practices/storm-boxes");
  await walk.see("steward", "410 /practices/storm-boxes");
}

async function search(walk) {
  await walk.see("clerk", "/search", "/search?q=seal+log", "/search?q=zzzzqqq", "/search?q=kind%3Anonsense+date", "/search?q=in%3Apractices+seal", "/search?q=%22chain+of+custody%22+-seal", "/search/help");
}

async function proposals(walk) {
  await walk.see("clerk", "/standards/proposals", "/standards/proposals?stage=idea", "/standards/proposals?stage=draft", "/standards/proposals?stage=consultation", "/standards/proposals?stage=ballot", "/standards/proposals?stage=adopted", "/standards/proposals?stage=withdrawn",
    "/standards/proposals/new", "/standards/proposals/watch", "/standards/proposals/unwatch", "404 /standards/proposals/999", "/standards/comments/19");
  for (let proposal = 1; proposal <= 15; ++proposal) {
    const address = `/standards/proposals/${proposal}`;
    if ((await (await walk.as("clerk")).open(address)).status !== 200) continue;
    await walk.see("clerk", address);
    await walk.see("steward", address, `${address}/history`);
  }
  await walk.see("clerk", "/standards/proposals/7/comments", "/standards/proposals/7/comments?clause=c1", "/standards/proposals/7/responses", "/standards/proposals/15/responses", "403 /standards/proposals/6/edit", "403 /standards/proposals/6/stage",
    "/standards/proposals/6/history", "/standards/proposals/6/revisions/1", "/standards/proposals/6/compare?from=1&to=2", "403 /standards/proposals/8/ballots/new");
  await walk.see("steward", "/standards/proposals/6/stage", "/standards/proposals/6/authors", "/standards/proposals/6/edit", "/standards/proposals/6/revisions/1", "/standards/proposals/6/revisions/1/redact", "/standards/comments/19/disposition", "/standards/comments/19/remove",
    "/standards/proposals/7/ballots/new");
  await walk.refused("clerk", "/standards/proposals/new", "/standards/proposals", { title: "", body: "", summary: "" });
  await walk.see("clerk", await walk.does("clerk", "/standards/proposals/new", "/standards/proposals", { title: "Ink", body: "No clauses here.", summary: "" }));
  await walk.refused("clerk", "/standards/proposals/7/comments", "/standards/proposals/7/comments", { revision: "1", clause: "c1", body: "" });
  await walk.refused("steward", "/standards/proposals/6/stage", "/standards/proposals/6/stage", { to: "", reason: "", consultation_closes: "soon" });
  await walk.refused("steward", "/standards/proposals/6/authors", "/standards/proposals/6/authors", { authors: "nobody-at-all" });
  await walk.refused("steward", "/standards/comments/19/disposition", "/standards/comments/19/disposition", { disposition: "", reason: "" });
  await walk.refused("steward", "/standards/comments/19/remove", "/standards/comments/19/remove", { reason: "" });
  const [title, body] = [await (await walk.as("steward")).field("/standards/proposals/6/edit", "title"), await (await walk.as("steward")).field("/standards/proposals/6/edit", "body")];
  await walk.refused("steward", "/standards/proposals/6/edit", "/standards/proposals/6/edit", { base_revision: "1", title, body, summary: "", act: "preview" }, 200);
  await walk.refused("steward", "/standards/proposals/6/edit", "/standards/proposals/6/edit", { base_revision: "1", title: "", body: "", summary: "" });
}

async function ballots(walk) {
  await walk.see("clerk", "/ballots", "/ballots/1", "/ballots/2", "/ballots/3", "/ballots/4", "/ballots/5", "/ballots/6", "404 /ballots/999", "403 /ballots/6/void");
  await walk.see("visitor", "/ballots/1", "/ballots/2");
  await walk.see("coach", "/ballots/5", "/ballots");
  await walk.see("steward", "/ballots", "/ballots/5", "/ballots/6", "/ballots/5/void", "/ballots/6/void");
  await walk.refused("clerk", "/ballots/5", "/ballots/5/vote", { reason: "" });
  await walk.refused("clerk", "/ballots/5", "/ballots/5/vote", { choice: "decline", reason: "" });
  await walk.does("clerk", "/ballots/5", "/ballots/5/vote", { choice: "approve", reason: "" });
  await walk.see("clerk", "/ballots/5");
  await walk.refused("steward", "/ballots/6/void", "/ballots/6/void", { reason: "" });
  await walk.does("steward", "/ballots/5/void", "/ballots/5/void", { reason: "The wrong text was attached." });
  await walk.see("clerk", "/ballots/5", "/ballots");
}

async function register(walk) {
  const number = await walk.find("visitor", "/standards", /\/standards\/(CE-\d{4}-\d+)">[^<]*Written procedures/);
  const standard = `/standards/${number}`;
  await walk.see("visitor", "/standards", standard, `${standard}/versions/1`, `${standard}/compare?from=1&to=2`, "404 /standards/CE-1999-99");
  await walk.see("clerk", "/standards", standard, `${standard}/versions/1`, `${standard}/adoption`);
  await walk.see("coach", `403 ${standard}/adoption`);
  await walk.see("steward", standard, `${standard}/retire`);
  await walk.refused("clerk", `${standard}/adoption`, `${standard}/adoption`, { status_c1: "sometimes", note_c1: "x".repeat(5000) });
  await walk.refused("steward", `${standard}/retire`, `${standard}/retire`, { reason: "" });
}

/// The second step at sign-in, from turning it on to the page that asks for the code.
async function secondStep(walk) {
  const place = "/settings/second-step";
  await walk.see("clerk", place);
  await walk.refused("hana-kobayashi", place, place, { act: "app", current_password: "wrong" });
  const shown = await walk.refused("hana-kobayashi", place, place, { act: "app", current_password: password }, 200);
  const [, key] = /class="step-key">([^<]+)/.exec(shown.html);
  const [, proof] = /name="proof" value="([^"]+)"/.exec(shown.html);
  await walk.refused("hana-kobayashi", place, `${place}/confirm`, { code: "12", proof });
  await walk.refused("hana-kobayashi", place, `${place}/confirm`, { code: codeOf(key), proof }, 200);
  await walk.see("hana-kobayashi", place);
  await walk.refused("hana-kobayashi", place, place, { current_password: "wrong" });
  walk.adopt("half-way", new Person(walk.base));
  await walk.does("half-way", "/sign-in", "/sign-in", { email: "hana-kobayashi@example.org", password });
  await walk.see("half-way", "/sign-in/code?next=/forum");
  await walk.refused("half-way", "/sign-in/code", "/sign-in/code", { code: "1" });
  await walk.refused("half-way", "/sign-in/code", "/sign-in/code", { recovery_code: "abc" });
  await walk.see("admin", "/members", "/admin/members/hana-kobayashi");
}

/// What the guards answer.
async function guards(walk) {
  const clerk = await walk.as("clerk");
  const keep = (asked, answer, status) => {
    if (answer.status !== status) throw new Error(`${asked}: ${answer.status}`);
    walk.pages.push({ ...answer, name: `${asked} (${status})`, set: walk.set, who: "clerk", asked });
  };
  const words = { body: "Words that are long enough to be missed by whoever wrote them.", forgery_token: "stale" };
  keep("POST with a stale token", await clerk.sendAs("/forum/threads/12/posts", words), 403);
  keep("POST from elsewhere", await clerk.sendAs("/forum/threads/12/posts", words, { origin: "https://elsewhere.example.org" }), 403);
  keep("POST without a session", await new Person(walk.base).sendAs("/forum/threads/12/posts", words), 401);
  keep("POST where there is only a page", await clerk.sendAs("/about", words), 405);
  const stranger = new Person(walk.base);
  walk.adopt("stranger", stranger);
  await walk.refused("stranger", "/sign-in", "/sign-in", { email: "clerk@example.org", password: "wrong" });
  for (let attempt = 0; attempt < 30; ++attempt) {
    const answer = await stranger.send("/sign-in", { email: "nobody@example.org", password: "wrong" }, "/sign-in");
    if (answer.status === 429) return keep("POST /sign-in, too often", answer, 429);
  }
  throw new Error("signing in can be tried without end");
}

/// Where nothing has happened yet.
export async function emptyPages(base) {
  const walk = new Walk(base, "empty");
  await walk.see("visitor", "/", "/standards");
  await walk.see("admin", "/", "/forum", "/forum/categories/poll-workers", "/forum/tags", "/practices", "/practices/areas/poll-workers", "/search?q=seal", "/members", "/centers", "/inbox", "/drafts", "/invitations", "/settings/tokens",
    "/standards", "/standards/proposals", "/ballots", "/admin/audit");
  return walk.pages;
}

export async function demonstrationPages(base) {
  const walk = new Walk(base, "demonstration");
  for (const part of [frameAndPeople, newcomer, search, forum, practices, proposals, register, ballots, secondStep, guards]) await part(walk);
  return walk.pages;
}
