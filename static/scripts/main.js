// Starts every behaviour. Each one looks for its own hook in the page and does nothing where there is none;
// the page works without all of them.
import { startCopying } from "./copy_link.js";
import { startDrafts } from "./drafts.js";
import { startEditors } from "./editor.js";
import { startHotkeys } from "./hotkeys.js";
import { startQuoting } from "./quote.js";
import { startClock } from "./relative_time.js";
import { startSimilar } from "./similar.js";
import { startSuggestions } from "./suggest.js";

for (const start of [startClock, startEditors, startDrafts, startQuoting, startCopying, startSuggestions, startSimilar, startHotkeys])
  start();
