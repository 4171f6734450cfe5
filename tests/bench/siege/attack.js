// The attackers that no tool at hand has: `node attack.js NAME '{json}'`. Each runs for some seconds from addresses of the
// loopback that it is told, counts what it was answered, and prints one line of JSON.
import { connect } from "node:net";
import { gzipSync } from "node:zlib";

const [name, json] = process.argv.slice(2);
const told = JSON.parse(json);
const { port, seconds, cookie = "", forgery = "", addresses } = told;
const deadline = performance.now() + seconds * 1000;
const counts = {};
const open = new Set();
const count = (what) => (counts[what] = (counts[what] ?? 0) + 1);
const left = () => deadline - performance.now();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const head = (method, path, fields = {}) =>
  `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
  Object.entries(fields).map(([field, value]) => `${field}: ${value}\r\n`).join("") + "\r\n";
const form = { "Content-Type": "application/x-www-form-urlencoded", Origin: `http://127.0.0.1:${port}` };

/// The n-th of many addresses, 127.1.0.1 and on.
const address = (n) => `127.1.${Math.floor((n % addresses) / 250)}.${(n % addresses % 250) + 1}`;

/// A connection that counts the status of each answer (of its first line only, where `quick`) and how it ended.
function dial(n, { onOpen = () => {}, onAnswer = () => {}, read = true } = {}) {
  const socket = connect({ port, host: "127.0.0.1", localAddress: address(n) });
  open.add(socket);
  socket.on("connect", () => onOpen(socket));
  if (read)
    socket.on("data", (bytes) => {
      for (const [, status] of bytes.toString("latin1").matchAll(/HTTP\/1\.1 (\d{3}) /g)) {
        count(status);
        onAnswer(socket, status);
      }
    });
  socket.on("error", (error) => count(error.code));
  socket.on("close", () => {
    open.delete(socket);
    if (left() > 0) count("closed");
  });
  return socket;
}

/// So many dialled at a time that the backlog of the listener holds them, and held to the end.
async function hold(connections, how) {
  for (let n = 0; n < connections && left() > 0; ++n) {
    dial(n, how);
    if (n % 100 === 99) await pause(20);
  }
  await pause(Math.max(0, left() - 500));
  counts["open at the end"] = open.size;
}

/// `lanes` connections that ask again as soon as all `at_once` answers have come, dialled anew where the server closes.
async function repeat(lanes, message, at_once = 1) {
  let n = 0;
  const lane = () => new Promise((resolve) => {
    const number = n++;
    let waiting = at_once;
    const socket = dial(number, {
      onOpen: (it) => it.write(message(number)),
      onAnswer: (it) => {
        if (--waiting > 0) return;
        waiting = at_once;
        left() > 0 ? it.write(message(n++)) : it.end();
      },
    });
    socket.on("close", resolve);
    setTimeout(() => socket.destroy(), Math.max(0, left()) + 1_000).unref();
  });
  await Promise.all(Array.from({ length: lanes }, async () => {
    while (left() > 0) {
      await lane();
      await pause(1); // a port of the client's that closes takes a moment too
    }
  }));
}

const signIn = (email, password) => {
  const body = new URLSearchParams({ forgery_token: forgery, email, password }).toString();
  return head("POST", "/sign-in", { ...form, Cookie: cookie, "Content-Length": body.length }) + body;
};

const attacks = {
  idle: () => hold(told.connections, {}),
  /// A header that never ends, a line every three seconds.
  drip: () => {
    setInterval(() => open.forEach((it) => it.write("X-More: words\r\n")), 3_000).unref();
    return hold(told.connections, { onOpen: (it) => it.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`) });
  },
  /// Asks once and then stays, again when closed: the idle ones of a flood of visitors.
  "idle-after-one": () => hold(told.connections, { onOpen: (it) => it.write(head("GET", "/sign-in")) }),
  /// All but the last byte of a large body, and then silence.
  "stalled-bodies": () => hold(told.connections, {
    onOpen: (it) => it.write(head("POST", "/sign-in", { ...form, "Content-Length": told.size }) + "x".repeat(told.size - 1)),
  }),
  bodies: () => repeat(told.connections, () =>
    head("POST", "/sign-in", { ...form, Cookie: cookie, "Content-Length": told.size }) + "x".repeat(told.size)),
  bomb: () => {
    const bytes = gzipSync(Buffer.alloc(told.size)).toString("latin1");
    const message = Buffer.from(head("POST", "/api/v1/threads", {
      "Content-Type": "application/json", "Content-Encoding": "gzip", Authorization: `Bearer ${told.token}`,
      "Content-Length": bytes.length }) + bytes, "latin1");
    return repeat(told.connections, () => message);
  },
  "sign-ins": () => repeat(told.connections, (n) =>
    signIn(told.people ? `person${(n % told.people) + 2}@example.org` : `somebody-${n}@example.org`, told.password ?? "the wrong words are these")),
  churn: async () => {
    for (let n = 0; left() > 0; ++n) {
      dial(n, { onOpen: (it) => (n % 2 ? it.resetAndDestroy?.() ?? it.destroy() : it.end(head("GET", "/healthz", { Connection: "close" }))) });
      if (n % 20 === 19) await pause(5);
    }
  },
  /// Many requests in one packet, the answers read.
  pipeline: () => repeat(told.connections, () => head("GET", told.path, { Cookie: cookie }).repeat(100), 100),
  /// The same, and never one answer read.
  "pipeline-unread": () => hold(told.connections, {
    read: false,
    onOpen: (it) => {
      it.pause();
      it.write(head("GET", told.path, { Cookie: cookie }).repeat(20_000));
    },
  }),
  headers: () => repeat(told.connections, (n) =>
    n % 2 ? head("GET", "/", Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`X-${i}`, "y"])))
          : head("GET", "/", { "X-Long": "y".repeat(200_000) })),
  previews: () => {
    const body = new URLSearchParams({ forgery_token: forgery, body: "| a | b |\n|---|---|\n" + "| *x* `y` [z](w) | ~~v~~ |\n".repeat(4_000) }).toString();
    return repeat(told.connections, () => head("POST", "/preview", { ...form, Cookie: cookie, "Content-Length": body.length }) + body);
  },
  gets: () => repeat(told.connections, (n) =>
    head("GET", told.paths[n % told.paths.length] + `&run=${n}`, { Cookie: cookie, ...(told.forwarded && { "X-Forwarded-For": told.forwarded }) })),
};

await attacks[name]();
console.log(JSON.stringify(counts));
process.exit(0);
