// A link marked data-quote="post-12" quotes the marked words of that post, or all of it, into the textarea of the
// form that the link leads to, under the name in data-author: that which everybody may read.
import { replaceSelection } from "./text_tools.js";

function wordsOf(post) {
  const selection = getSelection();
  const prose = post.querySelector(".prose"); // the post's own: comments of others stand in the post, too
  const marked = selection.rangeCount && prose.contains(selection.getRangeAt(0).commonAncestorContainer);
  return (marked && selection.toString().trim()) || prose.innerText.trim();
}

function quote(event) {
  const link = event.target.closest("a[data-quote]");
  const post = link && document.getElementById(link.dataset.quote);
  const area = link && document.getElementById(link.hash.slice(1))?.closest("form, section")?.querySelector("textarea");
  if (!post || !area) return;
  event.preventDefault();
  const lines = wordsOf(post).split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
  area.setSelectionRange(area.value.length, area.value.length);
  replaceSelection(area, `${area.value ? "\n\n" : ""}> **${link.dataset.author}:**\n${lines}\n\n`);
  area.scrollIntoView({ block: "center" });
}

export function startQuoting() {
  document.addEventListener("click", quote);
}
