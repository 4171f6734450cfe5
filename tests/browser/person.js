// Somebody who uses Cohort without a browser: keeps cookies, opens pages, sends forms. Quick enough to see every page.
import { password } from "./support.js";

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const plain = (html) => html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);

export class Person {
  #cookies = new Map();

  constructor(base) {
    this.base = base;
  }

  static async signedIn(base, email, word = password) {
    const person = new Person(base);
    const answer = await person.send("/sign-in", { email, password: word }, "/sign-in");
    if (answer.status !== 303) throw new Error(`${email} is not let in: ${answer.status}`);
    return person;
  }

  async #fetch(address, options) {
    const headers = { accept: "text/html", cookie: [...this.#cookies].map((pair) => pair.join("=")).join("; "), ...options?.headers };
    const answer = await fetch(this.base + address, { redirect: "manual", ...options, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return { address, status: answer.status, type: answer.headers.get("content-type") ?? "", place: answer.headers.get("location"), html: await answer.text() };
  }

  /// Opens an address, and follows where it leads.
  async open(address) {
    let answer = await this.#fetch(address);
    for (let turns = 0; answer.place && turns < 5; ++turns) answer = await this.#fetch(answer.place);
    return answer;
  }

  /// Sends a form with the token of the page `from`. What is answered is given as it is: a redirection is not followed.
  async send(address, fields, from) {
    const token = await this.token(from);
    return this.sendAs(address, { ...fields, forgery_token: token });
  }

  async token(from) {
    const [, value] = /name="forgery_token" value="([^"]+)"/.exec((await this.open(from)).html) ?? [];
    return value ? plain(value) : "";
  }

  /// Sends a form as it is, `headers` beside it.
  sendAs(address, fields, headers = {}) {
    const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
    return this.#fetch(address, { method: "POST", body, headers: { origin: this.base, ...headers } });
  }

  /// What a field of a page holds.
  async field(address, name) {
    const { html } = await this.open(address);
    const [, text] = new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n?([^<]*)`).exec(html) ?? new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html);
    return plain(text);
  }
}
