// The second step at sign-in, from Settings to the code page and back in by paper, with and without scripting, with the
// keyboard, and without barriers on any of its pages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf } from "./authenticator.js";
import { axe, openPage, password, shareWorld } from "./support.js";

const world = shareWorld();

const looks = [{ width: 1280, colorScheme: "light" }, { width: 320, colorScheme: "dark" }];

/// axe-core on a desk by day and on a telephone by night; nothing to scroll sideways.
async function hasNoBarrier(page) {
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const where = `${page.url()}, ${width} px, ${colorScheme}`;
    assert.deepEqual(await axe(page), [], where);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${where}: ${wide} px too wide`);
  }
}

async function typePassword(page, email, next) {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
}

async function signOut(page) {
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
}

async function journey(email, { scripts }) {
  const page = await openPage(world.browser, { base: world.cohort.base, scripts, bypassCSP: scripts });
  const look = () => (scripts ? hasNoBarrier(page) : undefined);
  await typePassword(page, email, "/settings/second-step");
  await page.getByRole("heading", { level: 2, name: "Turn it on" }).waitFor();
  await look();

  // On, by the keyboard: the password, then the code of the key that is shown.
  await page.getByLabel("Your password").fill(password);
  await page.keyboard.press("Enter");
  const key = await page.locator(".step-key").textContent();
  await page.getByRole("img", { name: "QR code of the key below" }).waitFor();
  await look();
  await page.getByLabel("Code of your app").fill("12");
  await page.keyboard.press("Enter");
  await page.locator(".error-summary").waitFor();
  assert.equal(await page.locator(".step-key").textContent(), key);
  await look();
  await page.getByLabel("Code of your app").fill(codeOf(key));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Your recovery codes" }).waitFor();
  const paper = await page.locator(".recovery-codes code").allTextContents();
  assert.equal(paper.length, 10);
  await look();
  await page.getByRole("link", { name: "I have them" }).click();
  await page.getByText("You have 10 recovery codes left.").waitFor();
  await look();
  await signOut(page);

  // In again: wrong, then right, and on to where the way led.
  await typePassword(page, email, "/forum/tags");
  await page.getByRole("heading", { level: 1, name: "One more step" }).waitFor();
  const field = page.getByLabel("Code of your app");
  assert.equal(await field.getAttribute("autocomplete"), "one-time-code");
  assert.equal(await field.getAttribute("inputmode"), "numeric");
  await look();
  await field.fill("000000");
  await page.keyboard.press("Enter");
  await page.locator(".error-summary").waitFor();
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  await look();
  await page.goto("/forum");
  assert.match(page.url(), /\/sign-in\?next=/, "half a session opens nothing");
  await page.goto("/sign-in/code?next=/forum/tags");
  await field.fill(codeOf(key, 1)); // that of now was taken already
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/forum\/tags$/);
  await signOut(page);

  // And by paper.
  await typePassword(page, email, "/settings/second-step");
  await page.getByText("The app is out of reach").click();
  await page.getByLabel("Recovery code").fill(paper[0].toUpperCase().replace("-", " "));
  await page.keyboard.press("Enter");
  await page.getByText("You have 9 recovery codes left.").waitFor();

  // Off, with the password and one code more.
  await page.getByLabel("Turn it off").check();
  await page.getByLabel("Your password").fill(password);
  await page.getByLabel("Code", { exact: true }).fill(paper[1]);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: "Turn it on" }).waitFor();
  await page.context().close();
}

test("the second step is turned on, used, and turned off", () => journey("coach@example.org", { scripts: true }));
test("the same with scripting switched off", () => journey("clerk@example.org", { scripts: false }));

test("an administrator sees who has it", async () => {
  const page = await openPage(world.browser, { base: world.cohort.base, bypassCSP: true });
  await typePassword(page, "admin@example.org", "/admin/members/linh-tran");
  await page.getByRole("heading", { name: "Second step at sign-in" }).waitFor();
  await page.getByText("It is off.").waitFor();
  await page.context().close();
});
