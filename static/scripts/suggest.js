// Completes the search box from the server (the ARIA combobox pattern with a list box): arrows choose, Enter
// goes there, Escape closes. Without a choice Enter searches, as ever.
const pause = 120; // milliseconds without a key before the server is asked

class Suggestions {
  constructor(form) {
    this.address = form.dataset.suggest;
    this.input = form.querySelector("input[type=search]");
    this.list = document.createElement("ul");
    this.list.className = "suggestions";
    this.list.id = `${this.input.id}-list`;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Suggestions");
    form.append(this.list);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.soon());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    // On mousedown the box still has the focus, so that blur does not take the list away first.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.go(event.target.closest("li")));
  }

  get options() { return [...this.list.children]; }
  get current() { return this.options.findIndex((option) => option.getAttribute("aria-selected") === "true"); }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
  }

  async ask() {
    const words = this.input.value.trim();
    this.asking?.abort();
    if (words.length < 2) return this.close();
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.address}?q=${encodeURIComponent(words)}`, { signal: this.asking.signal });
      if (answer.ok) this.show((await answer.json()).items);
    } catch { /* aborted by the next key, or no network: the box still searches */ }
  }

  show(items) {
    if (document.activeElement !== this.input || !items?.length) return this.close();
    this.list.replaceChildren(...items.map((item, index) => {
      const option = document.createElement("li");
      const kind = document.createElement("span");
      option.id = `${this.list.id}-${index}`;
      option.dataset.address = item.address;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      kind.className = "badge";
      kind.textContent = item.kind;
      option.append(item.text, " ", kind);
      return option;
    }));
    this.open(true);
  }

  open(shown) {
    this.list.hidden = !shown;
    this.input.setAttribute("aria-expanded", String(shown));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.open(false);
    this.list.replaceChildren();
  }

  choose(index) {
    this.options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = this.options[index];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    const count = this.options.length;
    if (!count) return;
    // The text box itself (-1) is one of the places that the arrows walk through.
    if (event.key === "ArrowDown") this.choose((this.current + 2) % (count + 1) - 1);
    else if (event.key === "ArrowUp") this.choose((this.current + count + 1) % (count + 1) - 1);
    else if (event.key === "Enter" && this.current >= 0) this.go(this.options[this.current]);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  go(option) {
    if (option) location.assign(option.dataset.address);
  }
}

export function startSuggestions() {
  for (const form of document.querySelectorAll("form[data-suggest]")) new Suggestions(form);
}
