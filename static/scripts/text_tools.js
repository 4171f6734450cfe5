// Changing the text of a textarea as if it were typed, so that the browser's own undo still works.

export function replaceSelection(area, text) {
  area.focus();
  // Deprecated by name, but the one way every browser keeps in its undo history.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/// Puts marks around the selection, or takes them away where they are; selects the words between.
export function surround(area, before, after, placeholder) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const inside = value.slice(start, end);
  const marked = value.slice(start - before.length, start) === before && value.slice(end, end + after.length) === after;
  if (marked) {
    area.setSelectionRange(start - before.length, end + after.length);
    replaceSelection(area, inside);
    area.setSelectionRange(start - before.length, end - before.length);
    return;
  }
  const words = inside || placeholder;
  replaceSelection(area, before + words + after);
  area.setSelectionRange(start + before.length, start + before.length + words.length);
}

/// Puts a mark before each selected line, or takes it away where every line has it. `mark` may count.
export function prefixLines(area, mark) {
  const { value } = area;
  const start = value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const next = value.indexOf("\n", area.selectionEnd);
  const end = next < 0 ? value.length : next;
  const lines = value.slice(start, end).split("\n");
  const marks = lines.map((_, index) => mark(index));
  const marked = lines.every((line, index) => line.startsWith(marks[index]));
  area.setSelectionRange(start, end);
  replaceSelection(area, lines.map((line, index) => (marked ? line.slice(marks[index].length) : marks[index] + line)).join("\n"));
}
