// The main ways through Cohort with scripting switched off: from the invitation to an accepted answer, and to an edit that is
// merged with somebody else's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, shareWorld, signIn } from "./support.js";

const world = shareWorld();

const visit = (options = {}) => openPage(world.browser, { base: world.cohort.base, scripts: false, ...options });

async function invite(email, name) {
  const steward = await visit();
  await signIn(steward, "steward@example.org");
  await steward.goto("/invitations/new");
  await steward.getByLabel("E-mail").fill(email);
  await steward.getByLabel("Name").first().fill(name);
  await steward.getByLabel("Center", { exact: true }).selectOption("kestrel-county");
  await steward.getByRole("button", { name: "Make the link" }).click();
  const text = await steward.content();
  const link = /\/invitations\/[A-Za-z0-9_-]{20,}/.exec(text)[0];
  await steward.context().close();
  return link;
}

async function join(link) {
  const page = await visit();
  await page.goto(link);
  await page.getByLabel("Password").first().fill("a quiet office by the river");
  await page.getByRole("button", { name: "Join" }).click();
  return page;
}

test("a new member goes from the invitation to an accepted answer", async () => {
  const asker = await join(await invite("wei@example.org", "Li Wei"));
  await asker.goto("/forum/new?kind=question");
  await asker.getByLabel("Your question in one line").fill("How do you label spoiled ballot envelopes?");
  await asker.getByLabel("The details").fill("We have **three** sites and one label printer.");
  await asker.getByLabel("Category").selectOption({ label: "Ballots and tabulation" });
  await asker.getByRole("button", { name: "Ask", exact: true }).click();
  await asker.getByRole("heading", { level: 1, name: "How do you label spoiled ballot envelopes?" }).waitFor();
  const thread = asker.url();

  const helper = await visit();
  await signIn(helper, "coach@example.org");
  await helper.goto(thread);
  await helper.getByLabel("Your answer").fill("Red ink, the site's letter, and a running number.");
  await helper.getByRole("button", { name: "Post your answer" }).click();
  await helper.getByText("Red ink, the site's letter").waitFor();

  await asker.goto(thread);
  await asker.getByRole("button", { name: /^accept/i }).first().click();
  assert.match(await asker.content(), /accepted/i);
  await asker.goto("/inbox");
  assert.match(await asker.content(), /How do you label spoiled ballot envelopes/);

  await asker.goto("/search?q=spoiled+envelopes+label");
  assert.match(await asker.content(), /How do you label spoiled ballot envelopes/);
});

test("two people edit one page and neither loses a word", async () => {
  const first = await visit();
  await signIn(first, "clerk@example.org");
  const second = await visit();
  await signIn(second, "coach@example.org");
  await first.goto("/practices/seals/edit");
  await second.goto("/practices/seals/edit");

  const body = (page) => page.locator("textarea[name=body]");
  const text = await body(first).inputValue();
  await body(first).fill("A first line by the clerk.\n\n" + text);
  await body(second).fill(text + "\n\nA last line by the coach.\n");
  await first.getByRole("button", { name: /save/i }).first().click();
  await second.getByRole("button", { name: /save/i }).first().click();

  await second.goto("/practices/seals");
  const page = await second.content();
  assert.match(page, /A first line by the clerk/);
  assert.match(page, /A last line by the coach/);
  await second.goto("/practices/seals/history");
  assert.match(await second.content(), /merged/i);
});

test("a real conflict shows both texts, and what was typed can be finished", async () => {
  const first = await visit();
  await signIn(first, "clerk@example.org");
  const second = await visit();
  await signIn(second, "coach@example.org");
  const edit = "/practices/line-management/edit";
  await first.goto(edit);
  await second.goto(edit);
  const body = (page) => page.locator("textarea[name=body]");
  const lines = (await body(first).inputValue()).split("\n");
  const changed = (words) => [words, ...lines.slice(1)].join("\n");
  await body(first).fill(changed("The clerk's own opening."));
  await body(second).fill(changed("The coach's own opening."));
  await first.getByRole("button", { name: /save/i }).first().click();
  const [answer] = await Promise.all([
    second.waitForResponse((response) => response.request().method() === "POST"),
    second.getByRole("button", { name: /save/i }).first().click(),
  ]);
  assert.equal(answer.status(), 409);
  const page = await second.content();
  assert.match(page, /The clerk(&#39;|')s own opening/);
  assert.match(page, /The coach(&#39;|')s own opening/);
  await body(second).fill(changed("An opening by both."));
  await second.getByRole("button", { name: /save/i }).first().click();
  await second.goto("/practices/line-management");
  assert.match(await second.content(), /An opening by both/);
});

test("an invalid form comes back filled in, with the fault at its field", async () => {
  const page = await visit();
  await signIn(page, "clerk@example.org");
  await page.goto("/forum/new?kind=question");
  await page.getByLabel("The details").fill("A text without a title.");
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.getByRole("button", { name: "Ask", exact: true }).click(),
  ]);
  assert.equal(answer.status(), 422);
  assert.equal(await page.locator("textarea[name=body]").inputValue(), "A text without a title.");
  assert.equal(await page.getByLabel("Your question in one line").getAttribute("aria-invalid"), "true");
});

test("what was typed while signed out survives signing in again", async () => {
  const page = await visit();
  await signIn(page, "clerk@example.org");
  await page.goto("/forum/new?kind=discussion");
  await page.getByLabel("What it is about, in one line").fill("Typed while the session ended");
  await page.locator("textarea[name=body]").fill("Every word of this must still be here.");
  await page.getByLabel("Category").selectOption({ index: 1 });
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Start the discussion" }).click();
  await page.getByLabel("E-mail").fill("clerk@example.org");
  await page.getByLabel("Password").fill("every vote counts");
  await page.getByRole("button", { name: /sign in/i }).click();
  assert.match(await page.content(), /Every word of this must still be here/);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Typed while the session ended" }).waitFor();
});
