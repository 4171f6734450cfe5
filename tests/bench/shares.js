// Where the processor's time goes: `perf script -F comm,ip,sym | node tests/bench/shares.js NAME…`. Each sample counts for the
// innermost function of its stack whose name holds one of the given words.
import { createInterface } from "node:readline";

const names = process.argv.slice(2);
const counts = new Map();
let samples = 0;
let stack = [];

function finish() {
  if (stack.length === 0) return;
  samples++;
  const place = stack.map((frame) => names.filter((name) => frame.includes(name)).sort((a, b) => b.length - a.length)[0]).find(Boolean) ?? "(other)";
  counts.set(place, (counts.get(place) ?? 0) + 1);
  stack = [];
}

for await (const line of createInterface({ input: process.stdin })) {
  const frame = /^\s+[0-9a-f]+ (.*)/.exec(line);
  if (frame) stack.push(frame[1]);
  else finish();
}
finish();
for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${((100 * count) / samples).toFixed(1).padStart(5)} %  ${name}`);
