// Keeps "3 minutes ago" true while a page stays open. Only the last day is refreshed; older words keep.
const words = new Intl.RelativeTimeFormat("en", { numeric: "always" });
const minute = 60, hour = 60 * minute, day = 24 * hour;

function relative(seconds) {
  const size = Math.abs(seconds);
  if (size < minute) return seconds > 0 ? "in a moment" : "just now";
  if (size < hour) return words.format(Math.trunc(seconds / minute), "minute");
  return words.format(Math.trunc(seconds / hour), "hour");
}

function refresh() {
  for (const time of document.querySelectorAll("time[data-relative]")) {
    const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
    if (Math.abs(seconds) < day) time.textContent = relative(seconds);
  }
}

export function startClock() {
  setInterval(refresh, minute * 1000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
}
