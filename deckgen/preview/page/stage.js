// The current slide, large: its drawing put into the page, so that its text can be read and its links followed.

import { byId, element, say } from "./words.js";

const MOST_KEPT = 40; // drawings

const drawings = new Map(); // print -> promise of an SVG text

/** The SVG text of a slide, asked for once. */
function drawing(print) {
  let found = drawings.get(print);
  drawings.delete(print);
  if (!found) {
    found = fetch(`/slide/${print}.svg`).then(async (answer) => {
      const text = await answer.text();
      if (!answer.ok) throw new Error(text.trim());
      return text;
    });
    found.catch(() => drawings.delete(print)); // asked for again next time
  }
  drawings.set(print, found);
  if (drawings.size > MOST_KEPT) drawings.delete(drawings.keys().next().value);
  return found;
}

/** Have the neighbours ready, so that turning a page waits for nothing. */
export function prepare(prints) {
  for (const print of prints) drawing(print).catch(() => {});
}

/** A slide with this print as an element of its own. */
export async function parsed(print) {
  const made = new DOMParser().parseFromString(await drawing(print), "image/svg+xml");
  if (made.documentElement.localName !== "svg") throw new Error(made.documentElement.textContent.trim().slice(0, 200));
  return document.importNode(made.documentElement, true);
}

let wanted = "";

/** Show the slide with this print; what is shown stays until the new one is there. */
export async function show(print) {
  const board = byId("slide");
  wanted = print;
  if (board.dataset.print === print) return;
  let drawn;
  try {
    drawn = await parsed(print);
  } catch (error) {
    drawn = element("p", { class: "wait" }, say("cannot_draw", { reason: error.message }));
  }
  if (wanted !== print) return; // another page was turned to meanwhile
  board.replaceChildren(drawn);
  if (drawn.localName === "svg") board.dataset.print = print;
  else delete board.dataset.print;
}

/** Call `go(number)` when a link inside the slide is clicked. */
export function onJump(go) {
  byId("slide").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-slide]");
    if (!link) return;
    event.preventDefault();
    go(Number(link.dataset.slide));
  });
}

export async function toggleFullScreen() {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await byId("board").requestFullscreen();
}

let idle = 0;

/** The pointer goes away when it rests over a slide in full screen. */
export function hidePointerAtRest() {
  const board = byId("board");
  board.addEventListener("mousemove", () => {
    board.classList.remove("resting");
    clearTimeout(idle);
    idle = setTimeout(() => board.classList.add("resting"), 2500);
  });
}
