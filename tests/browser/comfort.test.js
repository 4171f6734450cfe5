// What the scripts add, and the keyboard alone: suggestions, toolbar and preview, drafts, keys, quotes, times.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, password, shareWorld, signIn } from "./support.js";

const world = shareWorld();

const thread = "/forum/threads/12";

async function member(email = "clerk@example.org") {
  const page = await openPage(world.browser, { base: world.cohort.base });
  await signIn(page, email);
  await scriptsRun(page);
  return page;
}

/// The last script to start adds the button "Keyboard" to the foot.
const scriptsRun = (page) => page.getByRole("button", { name: "Keyboard" }).waitFor();

async function open(page, path) {
  await page.goto(path);
  await scriptsRun(page);
}

const focused = (page) => page.evaluate(() => {
  const { tagName, id, name, textContent } = document.activeElement;
  return { tagName, id, name: name ?? "", words: textContent.trim() };
});

/// Presses Tab until the element with the focus fits; a page that never leads there fails.
async function tabTo(page, fits, most = 120) {
  for (let pressed = 0; pressed < most; ++pressed) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (fits(at)) return at;
  }
  throw new Error(`not reached with ${most} presses of Tab`);
}

test("what was asked before is listed while a question's title is typed, and said in one sentence", async () => {
  const page = await member();
  await open(page, "/forum/new");
  const part = page.locator("[data-similar]");
  const title = page.getByLabel("Your question in one line");
  assert.equal(await part.getByRole("link").count(), 0);
  await title.pressSequentially("How many seals does a transfer bag need?");
  await part.getByRole("link").first().waitFor();
  assert.match(await part.getByRole("status").textContent(), /^\d that look alike are listed below the title\.$/);
  assert.equal(await title.evaluate((element) => element === document.activeElement), true);
  await title.fill("How");
  await part.locator(".notice").waitFor({ state: "hidden" });
  assert.equal(await part.getByRole("status").textContent(), "");
  await page.context().close();
});

test("the search box completes, and the keyboard chooses", async () => {
  const page = await member();
  await page.keyboard.press("/");
  const box = page.getByRole("combobox", { name: "Search everything" });
  assert.equal(await box.evaluate((element) => element === document.activeElement), true);
  await page.keyboard.type("seals");
  const options = page.getByRole("option");
  await options.first().waitFor();
  assert.equal(await box.getAttribute("aria-expanded"), "true");

  await page.keyboard.press("ArrowDown");
  const chosen = page.getByRole("option", { selected: true });
  assert.equal(await box.getAttribute("aria-activedescendant"), await chosen.getAttribute("id"));
  await page.keyboard.press("Escape");
  assert.equal(await box.getAttribute("aria-expanded"), "false");

  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await options.first().waitFor();
  await page.keyboard.press("ArrowDown");
  const address = await page.getByRole("option", { selected: true }).getAttribute("data-address");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname.startsWith(new URL(address, world.cohort.base).pathname));
  await page.context().close();
});

test("the toolbar writes Markdown, and the preview shows it", async () => {
  const page = await member();
  await open(page, "/forum/new?kind=question");
  const text = page.getByLabel("The details");
  await text.fill("seals");
  await text.selectText();
  const bar = page.getByRole("toolbar", { name: "Markdown" });
  await bar.getByRole("button", { name: "Bold" }).click();
  assert.equal(await text.inputValue(), "**seals**");
  await page.keyboard.press("End");
  await page.keyboard.type(" twice");
  await text.selectText();
  await bar.getByRole("button", { name: "List", exact: true }).click();
  assert.match(await text.inputValue(), /^- \*\*seals\*\* twice/);

  assert.equal(await page.getByRole("button", { name: "Preview" }).count(), 1);
  await bar.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("region", { name: "Preview" }).locator("li strong").waitFor();
  await bar.getByRole("button", { name: "Preview" }).click();
  assert.equal(await text.isVisible(), true);

  await bar.getByRole("button", { name: "Bold" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Slanted");
  await page.context().close();
});

test("what is typed is kept, and found again after the page was loaded anew", async () => {
  const page = await member();
  await open(page, thread);
  const kept = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/drafts" && answer.ok());
  await page.getByLabel("Your answer").fill("Half an answer, interrupted by the telephone.");
  await kept;
  await page.getByText("Draft kept").waitFor();
  await page.reload();
  assert.equal(await page.getByLabel("Your answer").inputValue(), "Half an answer, interrupted by the telephone.");
  await page.getByText("This is your draft from").waitFor();
  await page.goto("/drafts");
  await page.getByText("Half an answer").waitFor();
  await page.context().close();
});

test("a question that was begun keeps that its writer is not to be named", async () => {
  const page = await member();
  await open(page, "/forum/new?kind=question");
  await page.getByLabel("Your question in one line").fill("Somebody waits at my car");
  await page.getByLabel("The details").fill("It is the third evening.");
  await page.getByText("Draft kept").waitFor();
  const kept = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/drafts" && answer.ok());
  await page.getByLabel("Do not show my name").check();
  await kept;
  await page.reload();
  assert.equal(await page.getByLabel("Do not show my name").isChecked(), true);
  assert.equal(await page.getByLabel("The details").inputValue(), "It is the third evening.");
  await page.context().close();
});

test("a draft that cannot be kept says why, and is kept when the line is back", async () => {
  const page = await member();
  await open(page, thread);
  await page.context().setOffline(true);
  await page.getByLabel("Your answer").fill("Written in the vault, where there is no network.");
  await page.getByText("No connection: the draft is not kept yet").waitFor();
  await page.context().setOffline(false);
  await page.getByText("Draft kept").waitFor();
  await page.context().clearCookies();
  await page.getByLabel("Your answer").fill("Written after the session had ended.");
  await page.getByText("You were signed out. Your words are still here").waitFor();
  await page.context().close();
});

test("a quoted post stands in the reply, under its author's name", async () => {
  const page = await member("coach@example.org");
  await open(page, thread);
  const answer = page.locator("article.accepted");
  const author = await answer.locator(".author").first().textContent();
  await answer.getByRole("link", { name: "Quote" }).click();
  const text = await page.getByLabel("Your answer").inputValue();
  assert.ok(text.startsWith(`> **${author}:**\n> `), text);
  assert.equal((await focused(page)).tagName, "TEXTAREA");
  await page.context().close();
});

test("times are words, with the exact time at hand", async () => {
  const page = await member();
  await open(page, "/forum");
  const time = page.locator("time[data-relative]").first();
  assert.match(await time.textContent(), / ago|just now/);
  assert.match(await time.getAttribute("title"), /\d{4}/);

  await time.evaluate((element) => {
    element.setAttribute("datetime", new Date(Date.now() - 5 * 60_000).toISOString());
    document.dispatchEvent(new Event("visibilitychange"));
  });
  assert.equal(await time.textContent(), "5 minutes ago");
  await page.context().close();
});

test("the keys are listed, and can be switched off", async () => {
  const page = await member();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keys" });
  await list.getByLabel("Use the single keys").uncheck();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  await page.keyboard.press("/");
  assert.notEqual((await focused(page)).id, "find_");
  await page.context().close();
});

test("signing in and replying need no mouse", async () => {
  const page = await openPage(world.browser, { base: world.cohort.base });
  await page.goto("/sign-in");
  await tabTo(page, (at) => at.name === "email");
  await page.keyboard.type("coach@example.org");
  await tabTo(page, (at) => at.name === "password");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /^Welcome, / }).waitFor();

  await open(page, thread);
  await page.keyboard.press("Tab");
  assert.equal((await focused(page)).words, "Skip to the content");
  await page.keyboard.press("Enter");
  assert.equal((await focused(page)).id, "main_");
  await tabTo(page, (at) => at.tagName === "TEXTAREA");
  await page.keyboard.type("Proofs are read aloud here, by two people, from paper.");
  await tabTo(page, (at) => at.words === "Post your answer");
  await page.keyboard.press("Enter");
  await page.locator("article").getByText("Proofs are read aloud here").waitFor();
  await page.context().close();
});
