// The strip of thumbnails: a list of links, one of them current; only what is in sight is drawn.

import { clock } from "./present.js";
import { byId, element, say } from "./words.js";

const entries = new Map(); // key -> {item, link, image, number}

/** Show these pages in this order; entries that stay are kept, so that only changed pictures are loaded. */
export function fill(pages) {
  const list = byId("thumbs");
  const stay = new Set(pages.map((page) => page.key));
  for (const [key, entry] of entries) {
    if (!stay.has(key)) {
      entry.item.remove();
      entries.delete(key);
    }
  }
  let at = list.firstElementChild;
  for (const page of pages) {
    const entry = entries.get(page.key) ?? made(page);
    if (entry.item === at) at = at.nextElementSibling;
    else list.insertBefore(entry.item, at);
    update(entry, page);
  }
}

function made(page) {
  // Size and laziness before the address, or all pictures are loaded at once.
  const image = element("img", { alt: "", loading: "lazy", decoding: "async", width: 1280, height: 720 });
  const number = element("span", { class: "number", "aria-hidden": "true" });
  const bar = element("span", { class: "time-bar" });
  const clock = element("span", { class: "time-clock" });
  const time = element("span", { class: "time", "aria-hidden": "true" }, element("span", { class: "time-track" }, bar), clock);
  const link = element("a", { href: `#${encodeURIComponent(page.key)}`, tabindex: "-1", draggable: "false" }, number, image, time);
  const entry = { item: element("li", {}, link), link, image, number, time, bar, clock, page: null, mark: "" };
  entries.set(page.key, entry);
  return entry;
}

function update(entry, page) {
  const before = entry.page;
  entry.page = page;
  if (before?.print !== page.print) entry.image.src = `/slide/${page.print}.svg`;
  if (before?.number !== page.number) entry.number.textContent = page.number;
  if (before?.seconds !== page.seconds) timed(entry, page.seconds);
  if (before?.number !== page.number || before?.title !== page.title || before?.seconds !== page.seconds) name(entry);
}

const LONG = 180; // seconds: as much as a slide may stand, and the whole length of its bar

/** The bar under a slide: how long it stands with its notes. */
function timed(entry, seconds) {
  entry.time.hidden = !seconds;
  entry.bar.style.width = `${Math.min(100, (100 * seconds) / LONG)}%`;
  entry.time.classList.toggle("long", seconds > LONG);
  entry.clock.textContent = clock(seconds);
}

function name(entry) {
  const said = say("slide_name", { n: entry.page.number, title: entry.page.title });
  const takes = entry.page.seconds ? say("takes", { time: clock(entry.page.seconds) }) : "";
  const label = said + takes + (entry.mark ? say(entry.mark === "error" ? "has_errors" : "has_warnings") : "");
  entry.link.setAttribute("aria-label", label);
  entry.link.title = said;
}

/** Mark the slides that findings belong to: `marks` is number -> error | warning. */
export function mark(marks) {
  for (const entry of entries.values()) {
    const found = marks.get(entry.page.number) ?? "";
    if (found === entry.mark) continue;
    entry.mark = found;
    entry.item.dataset.mark = found;
    name(entry);
  }
}

let current = null;

/** Make this slide the current one; it takes the focus along where the strip has it. */
export function select(key) {
  const entry = entries.get(key) ?? null;
  const focused = byId("strip").contains(document.activeElement);
  if (current && current !== entry) {
    current.link.removeAttribute("aria-current");
    current.link.tabIndex = -1;
  }
  current = entry;
  if (!entry) return;
  entry.link.setAttribute("aria-current", "true");
  entry.link.tabIndex = 0;
  if (focused) entry.link.focus({ preventScroll: true });
  reveal(entry.item);
  // How high the entries on the way are is only guessed until they have been in sight.
  requestAnimationFrame(() => requestAnimationFrame(() => current === entry && reveal(entry.item)));
}

/** Scroll the strip, and nothing else, so far that the item and a piece of its neighbours are in sight. */
function reveal(item) {
  const strip = byId("strip");
  const inner = item.getBoundingClientRect();
  const outer = strip.getBoundingClientRect();
  const upright = strip.scrollHeight > strip.clientHeight + 1;
  const [start, end, low, high, step] = upright
    ? [inner.top, inner.bottom, outer.top, outer.bottom, inner.height / 2]
    : [inner.left, inner.right, outer.left, outer.right, inner.width / 2];
  const by = start < low + step ? start - low - step : end > high - step ? end - high + step : 0;
  if (by) strip.scrollBy(upright ? { top: by } : { left: by });
}

addEventListener("resize", () => current && reveal(current.item));

/** Let the changed slides be seen for a moment. */
export function pulse(keys) {
  for (const key of keys) {
    const item = entries.get(key)?.item;
    if (!item) continue;
    item.classList.remove("changed");
    void item.offsetWidth; // starts the animation anew
    item.classList.add("changed");
    item.addEventListener("animationend", () => item.classList.remove("changed"), { once: true });
  }
}

export function onPick(pick) {
  byId("thumbs").addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (!item || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    for (const [key, entry] of entries) if (entry.item === item) pick(key);
  });
}
