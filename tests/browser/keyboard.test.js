// Every journey with the keyboard alone: Tab, Enter, Space, arrows inside a group of choices, and letters. On the way every stop is
// looked at: it shows that it has the focus, it is in view, nothing lies over it, and the order is that of the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, password, shareWorld, signIn } from "./support.js";

const world = shareWorld();

/// What is wrong with the stop at which the focus is; called in the page.
function faultsOfStop() {
  const at = document.activeElement;
  if (!at || at === document.body) return [];
  const faults = [];
  const say = (what) => faults.push(`${at.tagName.toLowerCase()} "${(at.getAttribute("aria-label") ?? at.textContent.trim()).slice(0, 40) || at.id || at.name}" ${what}`);
  if (at.type === "date" && !at.matches(":focus")) return []; // the focus is in its calendar button, which the browser draws
  const style = getComputedStyle(at);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) say("does not show the focus");
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect(); // of a link that breaks, the first line
  if (box.width < 1 || box.height < 1) say("has the focus and no size");
  else if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) say("has the focus out of view");
  else {
    const top = document.elementFromPoint(Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 0), innerHeight - 1));
    if (top && !at.contains(top) && !top.contains(at) && !at.labels?.[0]?.contains(top)) say(`lies under ${top.tagName.toLowerCase()}.${top.className}`);
  }
  if (at.tabIndex > 0) say("jumps the queue");
  const before = window.lastStop;
  if (before?.isConnected && before !== at && !(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) && !at.matches(".skip")) say("stands before the stop that came before it");
  return faults;
}

class Hands {
  faults = [];

  constructor(page) {
    this.page = page;
  }

  static async of(email) {
    const page = await openPage(world.browser, { base: world.cohort.base });
    await page.addInitScript({ content: `window.faultsOfStop = ${faultsOfStop}` });
    if (email) await signIn(page, `${email}@example.org`);
    return new Hands(page);
  }

  /// One press of Tab; gives whether the element now has the focus.
  async tab(wanted) {
    await this.page.keyboard.press("Tab");
    const { faults, there } = await this.page.evaluate(async (wanted) => {
      let faults = window.faultsOfStop();
      if (faults.length > 0) { // what a script has just put above moves the page with its next frame
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        faults = window.faultsOfStop();
      }
      const at = document.activeElement;
      if (at !== document.body) window.lastStop = at;
      return { faults, there: wanted === at };
    }, wanted);
    for (const fault of faults) this.faults.push(`${new URL(this.page.url()).pathname}: ${fault}`);
    return there;
  }

  /// Tabs on until the element has the focus. More presses than a page has stops are a trap.
  async to(what) {
    const wanted = await what.first().elementHandle();
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    for (let presses = 0; presses < 200; ++presses) if (await this.tab(wanted)) return;
    throw new Error(`${what} is not reached on ${this.page.url()}`);
  }

  async press(role, name) {
    await this.to(this.page.getByRole(role, { name }));
    const leaves = role === "link" || role === "button";
    await Promise.all([leaves ? this.page.waitForEvent("load") : undefined, this.page.keyboard.press("Enter")]);
  }

  /// Types into a field in place of what is there.
  async type(label, words) {
    await this.to(this.page.getByLabel(label));
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(words);
  }

  /// In a group of radio buttons Tab leads to the group, arrows inside it.
  async choose(name) {
    const wanted = this.page.getByRole("radio", { name }).first();
    const group = await wanted.getAttribute("name");
    await this.to(this.page.locator(`input[name="${group}"]:checked, input[name="${group}"]`).filter({ visible: true }).first());
    await this.page.keyboard.press("Space");
    for (let presses = 0; presses < 12 && !(await wanted.isChecked()); ++presses) await this.page.keyboard.press("ArrowDown");
    assert.equal(await wanted.isChecked(), true, `${name} is not chosen`);
  }

  async select(label, words) {
    await this.to(this.page.getByLabel(label, { exact: true }));
    await this.page.keyboard.type(words);
  }

  async go(path) {
    await this.page.goto(path);
  }

  async shows(words) {
    await this.page.getByText(words).first().waitFor();
  }

  async focus() {
    return this.page.evaluate(() => ({ tag: document.activeElement.tagName, class: document.activeElement.className, words: document.activeElement.textContent.trim() }));
  }

  async end() {
    assert.deepEqual([...new Set(this.faults)], []);
    await this.page.context().close();
  }
}

test("signing in, wrongly at first: the focus is at what is wrong", async () => {
  const hands = await Hands.of();
  await hands.go("/sign-in");
  await hands.type("E-mail", "grace-ohanian@example.org");
  await hands.type("Password", "not this one");
  await hands.press("button", "Sign in");
  assert.equal((await hands.focus()).class, "error-summary");
  await hands.to(hands.page.locator(".error-summary a"));
  await hands.page.keyboard.press("Enter");
  assert.equal(await hands.page.getByLabel("Password").evaluate((field) => field === document.activeElement), true);
  await hands.type("Password", password);
  await hands.press("button", "Sign in");
  await hands.page.getByRole("heading", { level: 1, name: /^Welcome, / }).waitFor();
  await hands.end();
});

test("asking, answering and accepting", async () => {
  const asker = await Hands.of("jose-pena");
  await asker.press("link", "Ask a question");
  await asker.press("button", /^Ask$/);
  assert.equal((await asker.focus()).class, "error-summary");
  await asker.type("Your question in one line", "Which pen for the seal log?");
  await asker.type("The details", "Ink runs in the rain.");
  await asker.select("Category", "Ballots and t");
  await asker.press("button", /^Ask$/);
  await asker.page.getByRole("heading", { level: 1, name: "Which pen for the seal log?" }).waitFor();
  const thread = new URL(asker.page.url()).pathname;

  const helper = await Hands.of("coach");
  await helper.go(thread);
  await helper.tab();
  await helper.page.keyboard.press("Enter"); // "Skip to the content"
  assert.equal((await helper.focus()).class, "main");
  await helper.type("Your answer", "A pencil; it does not run.");
  await helper.press("button", "Post your answer");
  await helper.shows("A pencil; it does not run.");
  await helper.end();

  await asker.go(thread);
  await asker.press("button", /^Accept/);
  await asker.shows("Accepted answer");
  await asker.end();
});

test("searching: suggestions open, close with Escape and leave the focus in the box", async () => {
  const hands = await Hands.of("clerk");
  const box = hands.page.getByRole("combobox", { name: "Search everything" });
  await hands.to(box);
  await hands.page.keyboard.type("seal");
  await hands.page.getByRole("option").first().waitFor();
  await hands.page.keyboard.press("Escape");
  assert.equal(await hands.page.getByRole("option").count(), 0);
  assert.equal(await box.evaluate((element) => element === document.activeElement), true);
  await Promise.all([hands.page.waitForEvent("load"), hands.page.keyboard.press("Enter")]);
  await hands.press("link", /Seals: choosing/);
  await hands.page.getByRole("heading", { level: 1, name: /Seals/ }).waitFor();
  await hands.end();
});

test("the list of keys closes with Escape and gives the focus back", async () => {
  const hands = await Hands.of("clerk");
  await hands.to(hands.page.getByRole("button", { name: "Keyboard" }));
  await hands.page.keyboard.press("Enter");
  await hands.page.getByRole("dialog", { name: "Keys" }).waitFor();
  await hands.page.keyboard.press("Escape");
  assert.equal((await hands.focus()).words, "Keyboard");
  await hands.end();
});

test("editing a page while somebody else does: the conflict is read and finished", async () => {
  const [mine, other] = [await Hands.of("clerk"), await Hands.of("coach")];
  const edit = "/practices/line-management/edit";
  await mine.go(edit);
  await other.go(edit);
  const text = await mine.page.getByLabel("Text", { exact: true }).inputValue();
  const [line] = text.split("\n").filter((one) => one.length > 40);
  await other.type("Text", text.replace(line, "The coach writes this line."));
  await other.press("button", /save the page/i);
  await mine.type("Text", text.replace(line, "The clerk writes this line."));
  await mine.press("button", /save the page/i);
  await mine.page.locator(".versions").first().waitFor();
  assert.match((await mine.focus()).class, /notice/);
  await mine.type("Text", text.replace(line, "Both write this line."));
  await mine.press("button", /save/i);
  await mine.shows("Both write this line.");
  await mine.end();
  await other.end();
});

const idea = "A Center has a generator that was tried.\n\n## Clauses\n\n### Every generator ran under load for an hour\n\nOnce a year.\n\n## Why it matters\n\nStorms.\n\n## Evidence\n\n- The log\n";

test("proposing a standard, and commenting on one", async () => {
  const hands = await Hands.of("clerk");
  await hands.go("/standards/proposals/new");
  await hands.type("Title", "Generators");
  await hands.type("Text", idea);
  await hands.press("button", "Propose it");
  await hands.page.getByRole("heading", { level: 1, name: "Generators" }).waitFor();
  await hands.go("/standards/proposals/7/comments?clause=c1");
  await hands.type("What should be different, and why?", "The next day is a Sunday sometimes.");
  await hands.press("button", "Send the comment");
  await hands.shows("The next day is a Sunday sometimes.");
  await hands.end();
});

test("voting, certifying, and saying how far one's office is", async () => {
  const hands = await Hands.of("clerk");
  await hands.press("link", /has not voted: Poll worker training/);
  await hands.choose(/^Approve(?! with)/);
  await hands.press("button", "Cast the vote");
  await hands.shows(/your vote/i);
  await hands.go("/standards");
  await hands.press("link", /Written procedures/);
  await hands.press("link", /Change or print it|Say how far/);
  await hands.choose(/^In progress/);
  await hands.press("button", "Save");
  await hands.page.getByRole("heading", { level: 1 }).waitFor();
  await hands.end();

  const steward = await Hands.of("steward");
  await steward.press("link", /Audit before certification/);
  await steward.press("button", "Certify the result");
  await steward.shows("Certified by");
  await steward.press("link", "Standards");
  await steward.shows(/Audit before certification/);
  await steward.go("/invitations/new");
  await steward.press("button", "Make the link");
  assert.equal((await steward.focus()).class, "error-summary");
  await steward.type("E-mail", "mei@example.org");
  await steward.type("Name", "Mei Chen");
  await steward.select("Center", "Kestrel");
  await steward.press("button", "Make the link");
  await steward.shows(/\/invitations\/[A-Za-z0-9_-]{20,}/);
  await steward.end();
});

test("Tab goes through every stop of a page once, and out again", async () => {
  const hands = await Hands.of("clerk");
  for (const path of ["/forum/new?kind=question", "/forum/threads/12", "/practices/seals", "/practices/seals/compare?from=1&to=2", "/standards/proposals/7", "/ballots/5"]) {
    await hands.go(path);
    await hands.page.getByRole("button", { name: "Keyboard" }).waitFor();
    await hands.tab();
    assert.match((await hands.focus()).class, /skip/, path);
    let stops = 1;
    for (await hands.tab(); !/skip/.test((await hands.focus()).class); await hands.tab()) assert.ok(++stops < 400, `${path} holds the focus`);
    assert.ok(stops > 10, path);
  }
  await hands.end();
});
