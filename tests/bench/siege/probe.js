// Somebody who reads and writes steadily while others attack: `node probe.js '{json}'`. Twenty pages a second, each at its
// time whether or not those before it have come, each made anew; a post every third. A delay counts from the moment at
// which the page was due. Prints one line of JSON.
import { Agent, request } from "node:http";

const { base, cookie, forgery, from, seconds, thread, page, words } = JSON.parse(process.argv[2]);
const every = 50; // ms
const late = 10_000; // ms after which a page counts as not come
const kept = new Agent({ keepAlive: true, localAddress: from });
const fresh = new Agent({ keepAlive: false, localAddress: from });
const results = [];
const failed = {};
let number = 0;

function ask(what, path, form) {
  const due = performance.now();
  const agent = ++number % 10 === 0 ? fresh : kept; // each tenth comes by a connection of its own
  return new Promise((resolve) => {
    const end = (fault) => {
      results.push({ what, ms: performance.now() - due });
      if (fault) failed[fault] = (failed[fault] ?? 0) + 1;
      resolve();
    };
    const body = form && new URLSearchParams(form).toString();
    const call = request(base + path, {
      agent, method: form ? "POST" : "GET", timeout: late,
      headers: { cookie, origin: base, ...(form && { "content-type": "application/x-www-form-urlencoded", "content-length": body.length }) },
    }, (answer) => {
      answer.resume();
      answer.on("end", () => end(answer.statusCode === (form ? 303 : 200) ? "" : `${what} ${answer.statusCode}`));
      answer.on("error", (error) => end(`${what} ${error.code}`));
    });
    call.on("timeout", () => call.destroy(Object.assign(new Error(), { code: "late" })));
    call.on("error", (error) => end(`${what} ${error.code}`));
    call.end(body);
  });
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const asked = [];
const begun = performance.now();
for (let tick = 0; performance.now() - begun < seconds * 1000; ++tick) {
  const paths = [thread, page, `/search?q=${encodeURIComponent(words[tick % words.length])}`, "/"];
  const path = paths[tick % 4];
  asked.push(ask(["thread", "page", "search", "home"][tick % 4], `${path}${path.includes("?") ? "&" : "?"}run=${tick}`));
  if (tick % 60 === 30)
    asked.push(ask("post", `${thread.replace(/(\/\d+)\/.*/, "$1")}/posts`, { forgery_token: forgery, body: `What the probe says, ${tick}.` }));
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + (tick + 1) * every - performance.now())));
}
await Promise.all(asked);

const figures = (list) => {
  const sorted = list.map(({ ms }) => ms).sort((a, b) => a - b);
  return { count: sorted.length, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), max: sorted.at(-1) ?? 0 };
};
const posts = results.filter(({ what }) => what === "post");
console.log(JSON.stringify({ ...figures(results.filter(({ what }) => what !== "post")), posts: figures(posts), failed }));
process.exit(0);
