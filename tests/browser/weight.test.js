// A first visit on a slow line: the page with its styles and scripts stays under 40 KB, compressed; nothing comes from elsewhere,
// and the content policy has nothing to complain about.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cookiesOf, openPage, shareWorld } from "./support.js";

const most = 40 * 1024;
const paths = ["/", "/forum", "/forum/threads/1", "/practices/seals", "/search?q=seal", "/standards/proposals/7", "/ballots/5",
  "/forum/new?kind=question"];
let cookies;
const world = shareWorld({ prepare: async (world) => { cookies = await cookiesOf(world, "clerk@example.org"); } });

describe("a first visit is light and stays here", { concurrency: true }, () => {
  for (const path of paths)
    test(path, async () => {
      const page = await openPage(world.browser, { base: world.cohort.base });
      await page.context().addCookies(cookies);
      const complaints = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("request", (request) => request.url().startsWith(`${world.cohort.base}/`) || complaints.push(`${request.url()} is elsewhere`));
      const finished = [];
      page.on("requestfinished", (request) => finished.push(request));
      await page.goto(path, { waitUntil: "networkidle" });
      const sizes = await Promise.all(finished.map((request) => request.sizes()));
      const total = sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
      assert.ok(total > 0 && total < most, `${total} bytes`);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
});
