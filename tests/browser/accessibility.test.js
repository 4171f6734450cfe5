// Some seventy pages, light and dark, on a telephone and on a desk: no finding of axe-core, nothing to scroll sideways.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, shareWorld, signIn } from "./support.js";

// An address that is not expected to answer 200 has the status before it. The number of a standard holds the year of its
// adoption, which moves on with the demonstration: {its title} stands for it.
const visitors = [
  "/", "/sign-in", "/about", "/accessibility", "404 /nothing-here", "/standards", "/standards/{Written procedures}",
  "/standards/{Written procedures}/compare?from=1&to=2",
];
const members = [
  "/", "/forum", "/forum?kind=question&state=unanswered", "/forum/categories/poll-workers", "/forum/tags", "/forum/tags/seals",
  "/forum/threads/1", "/forum/threads/12", "/forum/new?kind=question", "/forum/posts/1/history", "/forum/posts/52/edit",
  "/practices", "/practices/areas/poll-workers", "/practices/seals", "/practices/seals/history", "/practices/seals/revisions/1",
  "/practices/seals/compare?from=1&to=2", "/practices/seals/edit", "/practices/seals/links", "/practices/new", "404 /practices/no-such-page",
  "/search?q=seal+log", "/search?q=zzzzqqq", "/search?q=kind%3Anonsense+date", "/search/help", "/members", "/members/linh-tran", "/centers",
  "/centers/alder-county", "/inbox", "/settings", "/drafts", "404 /nothing-here", "403 /admin/audit",
  "/standards", "/standards/{Written procedures}", "/standards/{Written procedures}/adoption", "/standards/proposals", "/standards/proposals/new",
  "/standards/proposals/7", "/standards/proposals/7/comments", "/standards/proposals/7/responses", "/ballots", "/ballots/2",
  "/ballots/5", "/ballots/6",
];
const stewards = [
  "/standards/proposals/6/stage", "/standards/proposals/6/authors", "/standards/comments/19/disposition",
  "/standards/{Staff safety}/retire", "/ballots/6/void",
];
const administrators = [
  "/invitations", "/invitations/new", "/admin/audit", "/admin/members/linh-tran", "/admin/centers/new",
  "/centers/alder-county/delegates", "/forum/threads/12", "/practices/seals/settings",
];

const world = shareWorld();

const looks = [1280, 320].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

async function barriers(page) {
  const found = await axe(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`${wide} px too wide`);
  return found;
}

/// Goes through the pages, two at a time, each of them in every look; `visit` leads to where it is looked at.
async function lookAt(email, places, visit) {
  const first = await openPage(world.browser, { base: world.cohort.base, bypassCSP: true });
  if (email) await signIn(first, email);
  const found = [];
  const left = places.values();
  await Promise.all([first, await first.context().newPage()].map(async (page) => {
    for (const place of left) {
      await visit(page, place);
      for (const { width, colorScheme } of looks) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const line of await barriers(page)) found.push(`${page.url()}, ${width} px, ${colorScheme}: ${line}`);
      }
    }
  }));
  await first.context().close();
  assert.deepEqual(found, []);
}

async function numberOf(title) {
  const register = await (await fetch(`${world.cohort.base}/standards`)).text();
  return new RegExp(`/standards/(CE-\\d{4}-\\d+)">[^<]*${title}`).exec(register)[1];
}

async function open(page, place) {
  const [, status, pattern] = /^(?:(\d+) )?(.+)$/.exec(place);
  const [, title] = /\{(.+)\}/.exec(pattern) ?? [];
  const path = title ? pattern.replace(`{${title}}`, await numberOf(title)) : pattern;
  assert.equal((await page.goto(path)).status(), Number(status ?? 200), path);
}

test("no page has a barrier for a visitor", () => lookAt(null, visitors, open));
test("no page has a barrier for a clerk", () => lookAt("clerk@example.org", members, open));
test("no page has a barrier for a steward", () => lookAt("steward@example.org", stewards, open));
test("no page has a barrier for an administrator", () => lookAt("admin@example.org", administrators, open));

async function sendNothing(page) {
  await page.goto("/forum/new?kind=question");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.locator(".error-summary").waitFor();
}

/// What the second revision changed is changed otherwise, by somebody who has read the first one only.
async function disagree(page) {
  await page.goto("/practices/seals/edit");
  const text = await page.locator("textarea[name=body]").inputValue();
  await page.locator("textarea[name=body]").fill(text.replace(/^Order numbers.*$/m, "Order numbers with six digits."));
  await page.locator("input[name=base_revision]").evaluate((element) => (element.value = "1"));
  await page.getByRole("button", { name: /save/i }).first().click();
  await page.locator(".versions").first().waitFor();
}

test("a refused form and two changes at odds have no barrier", () =>
  lookAt("coach@example.org", [sendNothing, disagree], (page, act) => act(page)));
