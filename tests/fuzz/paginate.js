// Sets blocks on pages of fixed size, with footnotes at the foot, running heads and page numbers:
// what a word processor does and a browser does not. `sheet` is defined by the page around this.
"use strict";

const source = document.getElementById("source");
const output = document.getElementById("output");
const pages = [];
const anchors = {};
let current = null;
let carried = [];

function element(name, parent) {
  const made = document.createElement("div");
  made.className = name;
  if (parent) parent.appendChild(made);
  return made;
}

function newPage(part) {
  const page = element("page", output);
  const area = element("area", page);
  const notes = element("notes", page);
  current = { page, area, notes, part, count: 0, full: false };
  pages.push(current);
  const waiting = carried;
  carried = [];
  for (const note of waiting) addNote(note);
}

function isEmpty() {
  return current.area.childElementCount === 0;
}

function noteHeight() {
  return current.notes.childElementCount ? current.notes.getBoundingClientRect().height : 0;
}

function free() {
  const area = current.area.getBoundingClientRect();
  const last = current.area.lastElementChild;
  const used = last ? last.getBoundingClientRect().bottom - area.top : 0;
  return sheet.height - used - noteHeight();
}

// Word boundaries of an element, as [text node, offset].
function boundaries(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".mark, .whole")) continue;
    for (const match of node.data.matchAll(/ |(?<=\p{L}\p{L}-)(?=\p{L}\p{L})/gu)) {
      found.push([node, match.index + match[0].length]);
    }
  }
  return found;
}

function cutAt(block, index) {
  const [node, offset] = boundaries(block)[index];
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(block, block.childNodes.length);
  const rest = block.cloneNode(false);
  rest.appendChild(range.extractContents());
  rest.classList.add("continued");
  rest.removeAttribute("data-anchor");
  block.classList.add("cut");
  return rest;
}

function marksOf(block) {
  return Array.from(block.querySelectorAll(".mark"));
}

function makeNote(mark) {
  const template = document.getElementById("note" + mark.dataset.note);
  return template.cloneNode(true);
}

function tryWith(block) {
  current.area.appendChild(block);
  const added = marksOf(block).map((mark) => current.notes.appendChild(makeNote(mark)));
  const fits = free() >= -0.5;
  added.forEach((note) => note.remove());
  block.remove();
  return fits;
}

function renumber(text) {
  return sheet.perPage ? String(current.count) : text;
}

function commit(block) {
  current.area.appendChild(block);
  if (block.dataset.anchor) anchors[block.dataset.anchor] = pages.length;
  for (const mark of marksOf(block)) {
    current.count += 1;
    const note = makeNote(mark);
    if (sheet.perPage) {
      mark.querySelector(".n").textContent = String(current.count);
      note.querySelector(".n").textContent = String(current.count);
    }
    addNote(note);
  }
}

// A note for which there is no room runs on to the next page.
function addNote(note) {
  if (carried.length) {
    carried.push(note);
    return;
  }
  current.notes.appendChild(note);
  const limit = current.area.childElementCount ? 0 : sheet.height * 0.5;
  if (free() >= limit - 0.5) return;
  note.remove();
  const count = boundaries(note).length;
  let low = 0, high = count - 1, best = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const trial = note.cloneNode(true);
    cutAt(trial, middle);
    current.notes.appendChild(trial);
    if (free() >= limit - 0.5) { best = middle; low = middle + 1; } else high = middle - 1;
    trial.remove();
  }
  if (best < 2) {
    carried.push(note);
    return;
  }
  const rest = cutAt(note, best);
  current.notes.appendChild(note);
  carried.push(rest);
}

function bestCut(block) {
  let low = 0, high = boundaries(block).length - 1, best = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const trial = block.cloneNode(true);
    cutAt(trial, middle);
    if (tryWith(trial)) { best = middle; low = middle + 1; } else high = middle - 1;
  }
  return best;
}

// The text goes on although its next footnote does not fit whole, if some lines of it do.
function spillCut(block, best) {
  const trial = block.cloneNode(true);
  if (best >= 0) cutAt(trial, best);
  current.area.appendChild(trial);
  const before = marksOf(trial).map((mark) => current.notes.appendChild(makeNote(mark)));
  const room = free();
  before.forEach((note) => note.remove());
  trial.remove();
  if (room < sheet.line * 3) return best;
  for (let next = best + 1; next < Math.min(best + 14, boundaries(block).length); next += 1) {
    const longer = block.cloneNode(true);
    cutAt(longer, next);
    if (marksOf(longer).length > before.length) return next;
  }
  return best;
}

function place(block, part) {
  for (;;) {
    if (tryWith(block)) return commit(block);
    let cut = block.dataset.solid ? -1 : bestCut(block);
    if (!block.dataset.solid) cut = spillCut(block, cut);
    if (cut >= 0) {
      const rest = cutAt(block, cut);
      commit(block);
      newPage(part);
      block = rest;
      continue;
    }
    if (isEmpty()) return commit(block);
    newPage(part);
  }
}

function needed(block, next) {
  current.area.appendChild(block);
  const height = block.getBoundingClientRect().height + parseFloat(getComputedStyle(block).marginTop);
  block.remove();
  return height + (next ? sheet.line * (next.dataset.keep ? 4.5 : 2.2) : 0);
}

for (const part of ["cover", "front", "body"]) {
  const blocks = Array.from(source.querySelectorAll(`[data-part="${part}"] > *`));
  if (!blocks.length) continue;
  if (!(part === "body" && sheet.inline)) newPage(part);
  if (part === "cover") current.area.classList.add("cover", sheet.cover);
  if (part === "cover" && sheet.inline) { current.part = "body"; current.area.classList.remove("cover"); }
  blocks.forEach((block, position) => {
    if (block.dataset.newPage && !isEmpty()) newPage(part);
    if (block.dataset.keep && !isEmpty() && free() < needed(block, blocks[position + 1])) newPage(part);
    place(block, part);
  });
  if (part === "cover" && sheet.blank) newPage("blank");
}
while (carried.length) newPage("body");
source.remove();

function roman(number) {
  const values = [[10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
  let text = "";
  for (const [value, letters] of values) while (number >= value) { text += letters; number -= value; }
  return text;
}

const front = sheet.inline ? 0 : pages.filter((page) => page.part !== "body").length;
function printed(number) {
  const part = pages[number - 1].part;
  if (part === "body") return String(sheet.folio.restart ? number - front : number);
  return sheet.folio.roman_front ? roman(number) : String(number);
}

function furniture(page, number, text, atTop, position) {
  const line = element("furniture", page);
  const outer = number % 2 ? "right" : "left";
  const inner = number % 2 ? "left" : "right";
  line.style.textAlign = { outer, inner }[position] || position;
  line.style[atTop ? "top" : "bottom"] = sheet.folio.offset + "pt";
  if (sheet.folio.rule) line.style[atTop ? "borderBottom" : "borderTop"] = "0.5pt solid #444";
  line.textContent = text;
}

pages.forEach(({ page, part }, index) => {
  const number = index + 1;
  if (part === "blank" || (part === "cover" && !sheet.folio.on_cover)) return;
  const text = sheet.folio.form.replace("{n}", printed(number)).replace("{N}", String(pages.length));
  furniture(page, number, text, sheet.folio.at_top, sheet.folio.position);
  const header = number % 2 ? sheet.headers[0] : sheet.headers[1];
  if (header && part === "body") {
    furniture(page, number, header, !sheet.folio.at_top, sheet.folio.header_position);
  }
});

for (const line of output.querySelectorAll("[data-target]")) {
  const number = line.querySelector(".number");
  number.textContent = printed(anchors[line.dataset.target]);
  const leader = line.querySelector(".leader");
  if (!leader || !sheet.leader) continue;
  const room = leader.getBoundingClientRect().width;
  leader.textContent = sheet.leader.repeat(20);
  const probe = document.createRange();
  probe.selectNodeContents(leader);
  const unit = probe.getBoundingClientRect().width / 20;
  leader.textContent = sheet.leader.repeat(Math.max(0, Math.floor((room - 4) / unit)));
}
document.title = sheet.title;
