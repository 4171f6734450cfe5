// Keeps a form marked data-draft on the server while it is being filled in, and warns before a page with words
// that are kept nowhere is left.
const pause = 2000; // milliseconds without a key before the text is sent
const patience = 15000; // milliseconds before it is tried again where the line failed

class Draft {
  constructor(form) {
    this.form = form;
    this.line = form.querySelector("[data-draft-state]");
    this.kept = this.fields().toString();
    form.addEventListener("input", () => this.soon());
    form.addEventListener("submit", () => {
      this.sent = true; // a request that is still under way would bring the draft back
      clearTimeout(this.timer);
      this.request?.abort();
    });
  }

  fields() { return new URLSearchParams(new FormData(this.form)); }

  /// The page was left and is shown again as it was: what was sent is no draft, what is typed now is one.
  comeBack() {
    if (this.sent) this.kept = this.fields().toString();
    this.sent = false;
  }

  get hasWords() { return [...this.form.querySelectorAll("textarea")].some((area) => area.value.trim()); }

  get unkept() { return !this.sent && this.fields().toString() !== this.kept; }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), pause);
  }

  async keep() {
    if (!this.unkept) return;
    clearTimeout(this.timer);
    const fields = this.fields();
    const words = fields.toString();
    fields.set("key", this.form.dataset.draft);
    this.request?.abort(); // an older one must not come last
    this.request = new AbortController();
    try {
      const answer = await fetch("/drafts", {
        method: "POST",
        keepalive: words.length < 60000, // browsers refuse to keep longer requests alive
        body: fields,
        signal: this.request.signal,
      });
      this.say(this.outcome(answer, words));
    } catch (error) {
      if (error.name === "AbortError") return;
      this.say("No connection: the draft is not kept yet. Your words are still here, and it is tried again.");
      this.timer = setTimeout(() => this.keep(), patience);
    }
  }

  outcome(answer, words) {
    if (answer.status === 401)
      return "You were signed out. Your words are still here: send them, and sign in when asked.";
    if (!answer.ok) return "The draft could not be kept. Your words are still here.";
    this.kept = words;
    return this.hasWords ? "Draft kept" : "";
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
  window.addEventListener("pageshow", (event) => event.persisted && drafts.forEach((draft) => draft.comeBack()));
  window.addEventListener("online", () => drafts.forEach((draft) => draft.keep()));
  window.addEventListener("beforeunload", (event) => {
    if (drafts.some((draft) => draft.unkept && draft.hasWords)) event.preventDefault();
  });
}
