// The way of a standard, as each person goes it, with scripting on and off: from an idea to a consultation, from the opening
// of a ballot to a vote that is changed, from certification to an adopted standard that anybody reads and a Center marks.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { axe, openPage, shareWorld, signIn } from "./support.js";

const idea = `A Center tests its generators before each election.

## Clauses

### Every generator ran for an hour under load

### The log of the last test is at hand

## Why it matters

A polling place without light closes.
`;

for (const scripts of [true, false])
  describe(`with scripting ${scripts ? "on" : "off"}`, () => {
    const world = shareWorld();

    const people = new Map();

    /// Somebody's browser, the same each time; nobody: a visitor.
    async function visit(name) {
      if (people.has(name)) return people.get(name);
      const page = await openPage(world.browser, { base: world.cohort.base, scripts, bypassCSP: true });
      if (name) await signIn(page, `${name}@example.org`);
      people.set(name, page);
      return page;
    }

    /// No barrier where one stands, nothing to scroll sideways, and on paper the text without the buttons around it.
    async function sound(page) {
      if (scripts) assert.deepEqual(await axe(page), [], page.url());
      await page.setViewportSize({ width: 320, height: 900 });
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (scripts) assert.equal(await wide(), 0, `${page.url()} at 320 px`);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("nav.sections").isVisible().catch(() => false), false);
      assert.equal(await page.getByRole("heading", { level: 1 }).isVisible(), true);
      await page.emulateMedia({ media: "screen" });
    }

    const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
    const follow = (page, name) => page.getByRole("link", { name, exact: true }).first().click();
    const shows = async (page, words) => page.getByText(words).first().waitFor();

    async function moveOn(page, proposal, choice, reason) {
      await page.goto(`${proposal}/stage`);
      const radio = page.getByRole("radio", { name: choice });
      if (await radio.count()) await radio.check();
      await page.getByRole("textbox", { name: "Reason" }).fill(reason);
      await sound(page);
      await press(page, "Do it");
      await shows(page, reason);
    }

    test("an idea is proposed, endorsed, made a draft, discussed and answered", async () => {
      const clerk = await visit("clerk");
      await clerk.goto("/standards/proposals/new");
      await clerk.getByLabel("Title").fill("Generators");
      await clerk.getByLabel("Text", { exact: true }).fill(idea);
      await sound(clerk);
      await press(clerk, "Propose it");
      await clerk.getByRole("heading", { level: 1, name: "Generators" }).waitFor();
      const proposal = new URL(clerk.url()).pathname;
      await sound(clerk);

      for (const name of ["siobhan-odea", "jose-pena", "grace-ohanian"]) {
        const page = await visit(name);
        await page.goto(proposal);
        await press(page, "Endorse it for your Center");
        await page.getByRole("button", { name: /Your Center endorses it/ }).waitFor();
      }

      const steward = await visit("steward");
      await moveOn(steward, proposal, /Make it a draft/, "Three Centers endorse it.");
      await moveOn(steward, proposal, /Open the consultation/, "Thirty days to read it.");

      const jose = await visit("jose-pena");
      await jose.goto(`${proposal}/comments?clause=c1`);
      await jose.getByLabel("What should be different, and why?").fill("An hour is long for a small engine.");
      await jose.getByLabel("The clause as it should be").fill("### Every generator ran for thirty minutes under load");
      await sound(jose);
      await press(jose, "Send the comment");
      await shows(jose, "An hour is long for a small engine.");

      await clerk.goto(`${proposal}/comments`);
      await clerk.getByRole("link", { name: /^Answer …/ }).first().click();
      await clerk.getByRole("radio", { name: /^Accepted$|^Accepted(?! in)/ }).first().check();
      await clerk.getByRole("textbox", { name: "Reason" }).fill("Thirty minutes show as much.");
      await clerk.getByLabel("Put the proposed wording into the text").check();
      await sound(clerk);
      await press(clerk, "Save the answer");
      await clerk.goto(proposal);
      await shows(clerk, "Every generator ran for thirty minutes under load");
      await clerk.goto(`${proposal}/responses`);
      await shows(clerk, "Thirty minutes show as much.");
      await sound(clerk);
    });

    test("a steward opens a ballot, and a delegate votes and changes the vote", async () => {
      const steward = await visit("steward");
      await steward.goto("/standards/proposals?stage=consultation");
      await follow(steward, "Reconciliation");
      await steward.getByRole("link", { name: /Open a ballot/ }).click();
      await steward.getByRole("radio", { name: /secret/i }).check();
      await shows(steward, "Zero report");
      await sound(steward);
      await press(steward, "Open the ballot");
      const ballot = new URL(steward.url()).pathname;
      assert.match(ballot, /^\/ballots\/\d+$/);

      const clerk = await visit("clerk");
      await clerk.goto("/");
      await shows(clerk, /has not voted/);
      await clerk.goto(ballot);
      await clerk.getByRole("radio", { name: /^Decline/ }).check();
      await press(clerk, "Cast the vote");
      await shows(clerk, "decline: the others can only mend what they know");
      assert.equal(await clerk.getByRole("radio", { name: /^Decline/ }).isChecked(), true);
      await clerk.getByLabel("Comments or reason").fill("The worksheet is too long.");
      await press(clerk, "Cast the vote");
      const tracker = await clerk.locator("code.tracker").first().textContent();
      await clerk.getByRole("radio", { name: /^Approve(?! with)/ }).first().check();
      await clerk.getByLabel("Comments or reason").fill("");
      await press(clerk, "Change the vote");
      assert.equal(await clerk.locator("code.tracker").first().textContent(), tracker);
      await sound(clerk);

      await steward.goto(ballot);
      assert.doesNotMatch(await steward.content(), /worksheet is too long/);
    });

    test("the second person certifies a result, and the standard is in the register for everybody", async () => {
      const steward = await visit("steward");
      await steward.goto("/");
      await steward.getByRole("link", { name: /Audit before certification/ }).first().click();
      await sound(steward);
      await press(steward, "Certify the result");
      await steward.goto("/standards");
      await steward.getByRole("link", { name: /Audit before certification/ }).first().click();
      const standard = new URL(steward.url()).pathname;

      const visitor = await visit();
      await visitor.goto("/standards");
      await sound(visitor);
      const answer = await visitor.goto(standard);
      assert.equal(answer.status(), 200);
      await visitor.getByRole("heading", { level: 1, name: /Audit before certification/ }).waitFor();
      await sound(visitor);
      assert.equal((await visitor.goto("/standards/feed.atom")).status(), 200);

      const clerk = await visit("clerk");
      await clerk.goto(`${standard}/adoption`);
      await clerk.getByRole("radio", { name: /^Met/ }).first().check();
      await clerk.getByLabel("Note").first().fill("Since the spring.");
      await sound(clerk);
      await press(clerk, "Save");
      await clerk.goto(`${standard}/adoption`);
      await shows(clerk, "Since the spring.");
      const other = await visit("jose-pena");
      await other.goto(`${standard}/adoption`);
      assert.doesNotMatch(await other.content(), /Since the spring/);
    });
  });
