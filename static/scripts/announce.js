// One short sentence, seen at the foot of the window and read aloud by a screen reader.
let region;
let timer;

export function announce(words) {
  if (!region) {
    region = document.createElement("p");
    region.className = "toast";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  clearTimeout(timer);
  // A region must stand in the page before its words change, or they are not read.
  requestAnimationFrame(() => { region.textContent = words; });
  timer = setTimeout(() => { region.textContent = ""; }, 5000);
}
