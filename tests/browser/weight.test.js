// A first visit on a slow line: the page with its styles and scripts stays under 40 KB, compressed; nothing comes from elsewhere,
// and the content policy has nothing to complain about.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, shareWorld, signIn } from "./support.js";

const most = 40 * 1024;
const world = shareWorld();

for (const path of ["/", "/forum", "/forum/threads/1", "/practices/seals", "/search?q=seal", "/standards/proposals/7", "/ballots/5", "/forum/new?kind=question"]) {
  test(`a first visit to ${path} is light and stays here`, async () => {
    const first = await openPage(world.browser, { base: world.cohort.base });
    await signIn(first, "clerk@example.org");
    const cookies = await first.context().cookies();
    await first.context().close();

    const page = await openPage(world.browser, { base: world.cohort.base });
    await page.context().addCookies(cookies);
    const complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    const sizes = [];
    page.on("requestfinished", (request) => sizes.push(request.sizes().then((size) => [request.url(), size.responseBodySize])));
    await page.goto(path, { waitUntil: "networkidle" });
    const loaded = await Promise.all(sizes);
    for (const [url] of loaded) assert.ok(url.startsWith(world.cohort.base), `${url} is elsewhere`);
    const total = loaded.reduce((sum, [, size]) => sum + size, 0);
    assert.ok(total < most, `${total} bytes`);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}
