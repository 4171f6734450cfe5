// A link marked data-copy puts its full address onto the clipboard.
import { announce } from "./announce.js";

async function copy(event) {
  const link = event.target.closest("a[data-copy]");
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(link.href);
    announce("The address is copied.");
  } catch {
    location.href = link.href;
  }
}

export function startCopying() {
  document.addEventListener("click", copy);
}
