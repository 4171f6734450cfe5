// A toolbar and a preview for a Markdown field. The toolbar is one stop of the Tab key; arrows walk inside it
// (the ARIA toolbar pattern).
import { prefixLines, replaceSelection, surround } from "./text_tools.js";

const tools = [
  { icon: "bold", name: "Bold", key: "b", use: (area) => surround(area, "**", "**", "bold words") },
  { icon: "italic", name: "Slanted", key: "i", use: (area) => surround(area, "*", "*", "slanted words") },
  { icon: "heading", name: "Heading", use: (area) => prefixLines(area, () => "## ") },
  { icon: "link", name: "Link", key: "k", use: addLink },
  { icon: "list", name: "List", use: (area) => prefixLines(area, () => "- ") },
  { icon: "numbers", name: "Numbered list", use: (area) => prefixLines(area, (index) => `${index + 1}. `) },
  { icon: "quote", name: "Quotation", use: (area) => prefixLines(area, () => "> ") },
  { icon: "code", name: "Code", use: (area) => surround(area, "`", "`", "code") },
];

const sprite = new URL("../icons/set.svg", import.meta.url).pathname;

function addLink(area) {
  const words = area.value.slice(area.selectionStart, area.selectionEnd) || "words";
  const start = area.selectionStart;
  replaceSelection(area, `[${words}](https://)`);
  const address = start + words.length + 3;
  area.setSelectionRange(address, address + "https://".length);
}

function toolButton(tool, area) {
  const button = document.createElement("button");
  button.type = "button";
  button.title = tool.key ? `${tool.name} (Ctrl+${tool.key.toUpperCase()})` : tool.name;
  button.setAttribute("aria-label", tool.name);
  if (tool.key) button.setAttribute("aria-keyshortcuts", `Control+${tool.key.toUpperCase()}`);
  button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${sprite}#${tool.icon}"></use></svg>`;
  button.addEventListener("click", () => tool.use(area));
  return button;
}

function previewSwitch(editor, area) {
  const button = document.createElement("button");
  const pane = document.createElement("div");
  button.type = "button";
  button.className = "preview-switch";
  button.textContent = "Preview";
  button.setAttribute("aria-pressed", "false");
  pane.className = "preview prose";
  pane.tabIndex = -1;
  pane.hidden = true;
  pane.setAttribute("role", "region");
  pane.setAttribute("aria-label", "Preview");
  area.after(pane);
  button.addEventListener("click", async () => {
    const show = pane.hidden;
    button.setAttribute("aria-pressed", String(show));
    for (const tool of editor.querySelectorAll(".toolbar button"))
      if (tool !== button) tool.disabled = show;
    if (show) pane.style.minHeight = `${area.offsetHeight}px`;
    area.hidden = show;
    pane.hidden = !show;
    if (!show) return area.focus();
    pane.textContent = "One moment …";
    pane.innerHTML = await rendered(editor.dataset.markdown, area);
    pane.focus();
  });
  return button;
}

/// The text as HTML; the server has made it safe, as it does for every page.
async function rendered(address, area) {
  try {
    const token = area.form.elements.namedItem("forgery_token").value;
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ forgery_token: token, body: area.value }) });
    if (answer.ok) return (await answer.text()) || "<p>Nothing is written yet.</p>";
  } catch { /* the network: said below */ }
  return "<p>The preview cannot be made just now. Your text is safe.</p>";
}

function walk(event) {
  const buttons = [...event.currentTarget.querySelectorAll("button:not(:disabled)")];
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = buttons[(to + buttons.length) % buttons.length];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

function start(editor) {
  const area = editor.querySelector("textarea");
  const bar = document.createElement("div");
  bar.className = "toolbar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Markdown");
  bar.setAttribute("aria-controls", area.id);
  bar.append(...tools.map((tool) => toolButton(tool, area)), previewSwitch(editor, area));
  [...bar.children].forEach((button, index) => { button.tabIndex = index ? -1 : 0; });
  bar.addEventListener("keydown", walk);
  editor.prepend(bar);
  // Without the script this button asks the server for a page with the preview; one of the two is enough.
  area.form.querySelector("button[name=act][value=preview]")?.setAttribute("hidden", "");
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key === "Enter") return area.form.requestSubmit();
    const tool = tools.find((candidate) => candidate.key === event.key.toLowerCase());
    if (!tool || event.shiftKey) return;
    event.preventDefault();
    tool.use(area);
  });
}

export function startEditors() {
  document.querySelectorAll(".editor[data-markdown]").forEach(start);
}
