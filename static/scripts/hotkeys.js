// Single keys: "/" goes to the search box, "?" lists the keys, "j" and "k" walk posts and rows. They can be
// switched off in that list, as WCAG 2.1.4 asks, and never act while something is typed.
const setting = "cohort.single-keys";
const keys = [
  ["/", "Go to the search box"],
  ["j", "Next post or row"],
  ["k", "Previous post or row"],
  ["?", "This list"],
  ["Ctrl Enter", "Send the form you write in"],
  ["Ctrl B, I, K", "Bold, slanted, link"],
];

function isOn() {
  try {
    return localStorage.getItem(setting) !== "off";
  } catch {
    return true; // storage is forbidden here: the setting does not outlive the page
  }
}

function list() {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.innerHTML = `<form method="dialog" class="stack"><h2 id="keys-title">Keys</h2><dl class="facts">${
    keys.map(([key, what]) => `<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`).join("")
  }</dl><div class="choice"><input type="checkbox" id="single-keys"><label for="single-keys">Use the single keys</label></div><button class="button">Close</button></form>`;
  const box = dialog.querySelector("#single-keys");
  box.checked = isOn();
  box.addEventListener("change", () => localStorage.setItem(setting, box.checked ? "on" : "off"));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function step(by) {
  const stops = [...document.querySelectorAll("main .post, main .row, main .hits > li")];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const stop = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : at + by];
  if (!stop) return;
  const target = stop.querySelector(".row-title a") ?? stop;
  if (target === stop) stop.tabIndex = -1;
  target.focus();
  stop.scrollIntoView({ block: "center" });
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !isOn() || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const act = {
    "/": () => document.querySelector(".finder input")?.focus(),
    "?": list,
    j: () => step(1),
    k: () => step(-1),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

export function startHotkeys() {
  document.addEventListener("keydown", press);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  button.textContent = "Keyboard";
  button.addEventListener("click", list);
  document.querySelector(".foot")?.append(button);
}
