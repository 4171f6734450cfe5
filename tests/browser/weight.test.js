// A first visit on a slow line: the page with its styles and scripts stays under 40 KB, compressed; nothing comes from elsewhere,
// and the content policy has nothing to complain about.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, signIn, startBrowser, startCohort } from "./support.js";

const most = 40 * 1024;
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

for (const path of ["/", "/forum", "/forum/threads/1", "/practices/seals", "/search?q=seal"]) {
  test(`a first visit to ${path} is light and stays here`, async () => {
    const first = await openPage(browser, { base: cohort.base });
    await signIn(first, "clerk@example.org");
    const cookies = await first.context().cookies();
    await first.context().close();

    const page = await openPage(browser, { base: cohort.base });
    await page.context().addCookies(cookies);
    const complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    const sizes = [];
    page.on("requestfinished", (request) => sizes.push(request.sizes().then((size) => [request.url(), size.responseBodySize])));
    await page.goto(path, { waitUntil: "networkidle" });
    const loaded = await Promise.all(sizes);
    for (const [url] of loaded) assert.ok(url.startsWith(cohort.base), `${url} is elsewhere`);
    const total = loaded.reduce((sum, [, size]) => sum + size, 0);
    assert.ok(total < most, `${total} bytes`);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}
