// Shows what was asked before and looks like the title that is being typed, below its field. The list changes
// silently; a status line says how many there are, so that a screen reader hears one short sentence.
const pause = 400; // milliseconds without a key before the server is asked
const shortest = 8; // letters that can say what it is about

class Similar {
  constructor(part) {
    this.address = part.dataset.similar;
    this.status = part.querySelector("[role=status]");
    this.notice = part.querySelector(".notice");
    this.list = part.querySelector("ul");
    this.title = part.closest("form").elements.title;
    this.title.addEventListener("input", () => this.soon());
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
  }

  async ask() {
    const title = this.title.value.trim();
    this.asking?.abort();
    if (title.length < shortest) return this.show([]);
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.address}?q=${encodeURIComponent(title)}`, { signal: this.asking.signal });
      if (answer.ok) this.show((await answer.json()).items);
    } catch { /* aborted by the next key, or no network: the question can be asked all the same */ }
  }

  show(items) {
    this.list.replaceChildren(...items.map((item) => {
      const row = document.createElement("li");
      const link = document.createElement("a");
      const kind = document.createElement("span");
      link.href = item.address;
      link.textContent = item.text;
      kind.className = "badge";
      kind.textContent = item.kind;
      row.append(link, " ", kind);
      return row;
    }));
    this.notice.hidden = items.length === 0;
    const words = items.length === 0 ? "" : `${items.length} that look alike are listed below the title.`;
    if (this.status.textContent !== words) this.status.textContent = words;
  }
}

export function startSimilar() {
  for (const part of document.querySelectorAll("[data-similar]")) new Similar(part);
}
