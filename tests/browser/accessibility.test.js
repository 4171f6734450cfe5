// Every kind of page, light and dark, on a telephone and on a desk: no finding of axe-core, nothing to scroll sideways.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, openPage, signIn, startBrowser, startCohort } from "./support.js";

const open = ["/", "/sign-in", "/about", "/accessibility", "/nothing-here"];
const members = [
  "/", "/forum", "/forum?kind=question&state=unanswered", "/forum/categories/poll-workers", "/forum/tags", "/forum/tags/seals",
  "/forum/threads/1", "/forum/threads/12", "/forum/new?kind=question", "/forum/posts/1/history", "/forum/posts/2/edit",
  "/practices", "/practices/areas/poll-workers", "/practices/seals", "/practices/seals/history", "/practices/seals/revisions/1",
  "/practices/seals/compare?from=1&to=2", "/practices/seals/edit", "/practices/seals/links", "/practices/new", "/practices/no-such-page",
  "/search?q=seal+log", "/search?q=zzzzqqq", "/search?q=kind%3Anonsense+date", "/search/help", "/members", "/members/linh-tran", "/centers",
  "/centers/alder-county", "/inbox", "/settings", "/drafts", "/about", "/nothing-here",
];
const administrators = ["/invitations", "/invitations/new", "/admin/audit", "/admin/members/linh-tran", "/admin/centers/new"];

let cohort;
let browser;
before(async () => {
  cohort = await startCohort();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await cohort?.stop();
});

async function findings(page, path) {
  const answer = await page.goto(path);
  const found = [];
  if (answer.status() >= 500) found.push(`${path}: ${answer.status()}`);
  for (const line of await axe(page)) found.push(`${path}: ${line}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`${path}: ${wide} px too wide`);
  return found;
}

for (const dark of [false, true]) {
  for (const width of [320, 1280]) {
    test(`no page has a barrier, ${dark ? "dark" : "light"}, ${width} px`, async () => {
      const found = [];
      const look = async (email, paths) => {
        const page = await openPage(browser, { base: cohort.base, width, dark, bypassCSP: true });
        if (email) await signIn(page, email);
        for (const path of paths) found.push(...(await findings(page, path)));
        await page.context().close();
      };
      await look(null, open);
      await look("clerk@example.org", members);
      await look("admin@example.org", administrators);
      assert.deepEqual(found, []);
    });
  }
}
