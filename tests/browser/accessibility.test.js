// Every kind of page, light and dark, on a telephone and on a desk: no finding of axe-core, nothing to scroll sideways.
// A page is loaded once and looked at four times; dark changes nothing but colours, so that only contrast is asked there.
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

async function look(page, path) {
  const answer = await page.goto(path);
  const found = answer.status() >= 500 ? [`${path}: ${answer.status()}`] : [];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const rules = colorScheme === "dark" ? ["color-contrast"] : undefined;
      for (const line of await axe(page, rules)) found.push(`${path}, ${width} px, ${colorScheme}: ${line}`);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) found.push(`${path}, ${width} px: ${wide} px too wide`);
  }
  return found;
}

for (const [who, email, paths] of [
  ["a visitor", null, visitors],
  ["a clerk", "clerk@example.org", members],
  ["an administrator", "admin@example.org", administrators],
]) {
  test(`no page has a barrier for ${who}`, async () => {
    const page = await openPage(world.browser, { base: world.cohort.base, bypassCSP: true });
    if (email) await signIn(page, email);
    const found = [];
    for (const path of paths) found.push(...(await look(page, path)));
    await page.context().close();
    assert.deepEqual(found, []);
  });
}
