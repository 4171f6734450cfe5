// Every kind of page, light and dark, on a telephone and on a desk: no finding of axe-core, nothing to scroll sideways.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, shareWorld, signIn } from "./support.js";

const visitors = ["/", "/sign-in", "/about", "/accessibility", "/nothing-here"];
const members = [
  "/", "/forum", "/forum?kind=question&state=unanswered", "/forum/categories/poll-workers", "/forum/tags", "/forum/tags/seals",
  "/forum/threads/1", "/forum/threads/12", "/forum/new?kind=question", "/forum/posts/1/history", "/forum/posts/12/edit",
  "/practices", "/practices/areas/poll-workers", "/practices/seals", "/practices/seals/history", "/practices/seals/revisions/1",
  "/practices/seals/compare?from=1&to=2", "/practices/seals/edit", "/practices/seals/links", "/practices/new", "/practices/no-such-page",
  "/search?q=seal+log", "/search?q=zzzzqqq", "/search?q=kind%3Anonsense+date", "/search/help", "/members", "/members/linh-tran", "/centers",
  "/centers/alder-county", "/inbox", "/settings", "/drafts", "/nothing-here",
];
const administrators = [
  "/invitations", "/invitations/new", "/admin/audit", "/admin/members/linh-tran", "/admin/centers/new",
  "/centers/alder-county/delegates", "/forum/threads/12", "/practices/seals/settings",
];

const world = shareWorld();

const looks = [1280, 320].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

/// A page that looks so, in the profile of somebody who has signed in already.
async function openLook(context, { width, colorScheme }) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  return page;
}

async function barriers(page, path) {
  const answer = await page.goto(path);
  const found = answer.status() >= 500 ? [`${answer.status()}`] : [];
  found.push(...(await axe(page)));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`${wide} px too wide`);
  return found;
}

for (const [who, email, paths] of [
  ["a visitor", null, visitors],
  ["a clerk", "clerk@example.org", members],
  ["an administrator", "admin@example.org", administrators],
]) {
  test(`no page has a barrier for ${who}`, async () => {
    const first = await openPage(world.browser, { base: world.cohort.base, bypassCSP: true });
    if (email) await signIn(first, email);
    const found = [];
    await Promise.all(looks.map(async (look) => {
      const page = await openLook(first.context(), look);
      for (const path of paths)
        for (const line of await barriers(page, path)) found.push(`${path}, ${look.width} px, ${look.colorScheme}: ${line}`);
    }));
    await first.context().close();
    assert.deepEqual(found, []);
  });
}
