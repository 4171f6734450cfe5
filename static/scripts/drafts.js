// Keeps what is typed into a form marked data-draft on the server while it is being typed, and warns before a
// page with words that are kept nowhere is left.
const pause = 2000; // milliseconds without a key before the text is sent
const patience = 15000; // milliseconds before it is tried again where the line failed

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
      this.say(this.outcome(answer, words, sent));
    } catch {
      this.say("No connection: the draft is not kept yet. Your words are still here, and it is tried again.");
      this.timer = setTimeout(() => this.keep(), patience);
    }
  }

  outcome(answer, words, sent) {
    if (answer.status === 401)
      return "You were signed out. Your words are still here: send them, and sign in when asked.";
    if (!answer.ok) return "The draft could not be kept. Your words are still here.";
    this.kept = words;
    return sent.body || sent.amendment ? "Draft kept" : "";
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
  window.addEventListener("online", () => drafts.forEach((draft) => draft.keep()));
  window.addEventListener("beforeunload", (event) => {
    if (drafts.some((draft) => draft.unkept)) event.preventDefault();
  });
}
