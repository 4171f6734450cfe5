// Keeps what is typed into a form marked data-draft on the server while it is being typed, and warns before a
// page with words that are kept nowhere is left.
const pause = 2000; // milliseconds without a key before the text is sent

class Draft {
  constructor(form) {
    this.form = form;
    this.areas = [...form.querySelectorAll("textarea")];
    this.line = form.querySelector("[data-draft-state]");
    this.kept = this.words();
    this.areas.forEach((area) => area.addEventListener("input", () => this.soon()));
    form.addEventListener("submit", () => { this.sent = true; clearTimeout(this.timer); });
  }

  words() { return this.areas.map((area) => area.value).join("\0"); }

  get unkept() { return !this.sent && this.words() !== this.kept; }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), pause);
  }

  async keep() {
    if (!this.unkept) return;
    clearTimeout(this.timer);
    const words = this.words();
    const value = (name) => this.form.elements.namedItem(name)?.value ?? "";
    const sent = { forgery_token: value("forgery_token"), key: this.form.dataset.draft, title: value("title"),
      body: this.areas[0].value, amendment: value("amendment") };
    try {
      const answer = await fetch("/drafts", {
        method: "POST",
        keepalive: words.length < 60000, // browsers refuse to keep longer requests alive
        body: new URLSearchParams(sent),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      this.kept = words;
      this.say(sent.body || sent.amendment ? "Draft kept" : "");
    } catch {
      this.say("The draft could not be kept");
    }
  }

  say(words) {
    if (this.line && this.line.textContent !== words) this.line.textContent = words;
  }
}

export function startDrafts() {
  const drafts = [...document.querySelectorAll("form[data-draft]")]
    .filter((form) => form.querySelector("textarea")).map((form) => new Draft(form));
  if (!drafts.length) return;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) drafts.forEach((draft) => draft.keep());
  });
  window.addEventListener("beforeunload", (event) => {
    if (drafts.some((draft) => draft.unkept)) event.preventDefault();
  });
}
