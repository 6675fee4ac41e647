// The page: what the server tells, where the reader is, and what the keys do.

import { Feed } from "./feed.js";
import { fault, list } from "./findings.js";
import { hidePointerAtRest, onJump, parsed, prepare, show, toggleFullScreen } from "./stage.js";
import { judge } from "./score.js";
import * as strip from "./strip.js";
import { clock, Show } from "./present.js";
import { markTheme, onThemePicked } from "./themes.js";
import { byId, element, facts, kept, say } from "./words.js";

const MOST_NAMED = 6; // changed slides are named one by one up to here

/** What is shown: pages in order, the key of the current one, and what was told last. */
const state = { pages: [], current: "", told: null, theme: null };

const feed = new Feed(receive, (link) => {
  byId("link").dataset.state = link;
  byId("link-words").textContent = say(link);
});

function receive(told, theme) {
  if (told.edition !== facts.edition) {
    location.reload(); // the server is that of another outline or another version
    return;
  }
  const before = new Map(state.pages.map((page) => [page.key, page]));
  const compares = before.size > 0 && theme === state.theme;
  const mended = Boolean(state.told?.errors) && told.errors === 0 && theme === state.theme;
  if (told.has_deck) {
    document.documentElement.style.setProperty("--ratio", told.ratio);
    const fresh = new Map(told.pages.map((page) => [page.key, page]));
    place(told.order.map((key) => fresh.get(key) ?? before.get(key)));
    const changed = compares ? state.pages.filter((page) => before.get(page.key)?.print !== page.print) : [];
    follow(changed);
    const now = state.pages.find((page) => page.key === state.current);
    if (now) show(now.print); // asked for before the thumbnails, which may be many
    strip.fill(state.pages);
    strip.pulse(changed.map((page) => page.key));
    announceChange(changed, mended);
  }
  if (told.errors && told.errors !== state.told?.errors) announce(say("counts", told));
  state.told = told;
  state.theme = theme;
  render();
  presented.update();
  judge(theme, goTo);
}

/** Take over the new pages and stay where the reader is: at the same slide, or where it was if it is gone or renamed. */
function place(pages) {
  const at = state.pages.findIndex((page) => page.key === state.current);
  state.pages = pages;
  const key = state.current || keyOfHash();
  if (!pages.some((page) => page.key === key)) state.current = pages[Math.max(0, Math.min(at, pages.length - 1))]?.key ?? "";
  else state.current = key;
}

function follow(changed) {
  if (!byId("follow").checked || !changed.length || changed.length === state.pages.length) return;
  if (!changed.some((page) => page.key === state.current)) state.current = changed[0].key;
}

/** The slide that the address names, by its title or its number. */
function keyOfHash() {
  let name = location.hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // not of our making
  }
  return state.pages.find((page) => page.key === name)?.key ?? state.pages.find((page) => String(page.number) === name)?.key ?? name;
}

function render() {
  const { told } = state;
  const index = state.pages.findIndex((page) => page.key === state.current);
  const page = state.pages[index];
  document.body.classList.remove("loading");
  byId("title").textContent = told.title || facts.outline;
  for (const id of ["title", "thumbs", "notes-text"]) if (byId(id).lang !== told.language) byId(id).lang = told.language;
  byId("file").textContent = told.title ? facts.outline : "";
  nameOwnTheme(told);
  renderFindings(told);
  strip.select(state.current);
  byId("previous").disabled = index <= 0;
  byId("next").disabled = index < 0 || index >= state.pages.length - 1;
  byId("where").textContent = page ? say("of", { n: index + 1, total: state.pages.length }) : "";
  if (page) renderPage(page, told.lines[index]);
  else byId("slide").replaceChildren(element("p", { class: "wait" }, say("no_slides")));
  document.title = titleOf(told, page);
}

function renderPage(page, line) {
  byId("stage").setAttribute("aria-label", say("slide_now", { n: page.number, total: state.pages.length, title: page.title }));
  const paragraphs = page.notes.split("\n").filter((text) => text.trim());
  renderMinutes(page);
  byId("notes-text").replaceChildren(
    ...(paragraphs.length ? paragraphs.map((text) => element("p", {}, text)) : [element("p", { class: "none" }, say("no_notes"))]),
  );
  const edit = byId("edit");
  edit.hidden = !state.told.editor || !line;
  if (!edit.hidden) edit.href = `${state.told.editor}:${line}:1`;
  const hash = `#${encodeURIComponent(page.key)}`;
  if (location.hash !== hash) history.replaceState(null, "", `${location.pathname}${location.search}${hash}`);
  show(page.print).then(() => prepare(neighbours(page)));
}

/** How long the slide, its part and the whole take. */
function renderMinutes(page) {
  const { told } = state;
  const part = told.parts.find((each) => page.number >= each.first && page.number < each.first + each.count);
  const own = part ? state.pages.slice(part.first - 1, part.first - 1 + part.count) : [];
  const facts = { slide: clock(page.seconds), part: clock(own.reduce((sum, each) => sum + each.seconds, 0)), whole: clock(told.seconds) };
  byId("minutes").textContent = told.seconds ? say(told.minutes ? "minutes_of" : "minutes", { ...facts, most: told.minutes }) : "";
  byId("minutes").classList.toggle("over", told.minutes > 0 && told.seconds > 60 * told.minutes);
}

function neighbours(page) {
  const index = state.pages.indexOf(page);
  return [index + 1, index - 1].flatMap((at) => (state.pages[at] ? [state.pages[at].print] : []));
}

function renderFindings(told) {
  const stale = told.stale || (!told.has_deck && state.pages.length > 0);
  list(told, goTo);
  fault(told, stale, state.pages.length > 0);
  byId("error-count").textContent = told.errors;
  byId("warning-count").textContent = told.warnings;
  byId("count-words").textContent = `${say("findings")} ${say("counts", told)}`;
  byId("show-findings").classList.toggle("no-errors", !told.errors);
  byId("show-findings").classList.toggle("no-warnings", !told.warnings);
  // Opened by the first error, where there is room; it does not close by itself, so that the slide stays where it is.
  if (kept.get("findings") === null && told.errors && innerWidth >= 1200) showFindings(true);
  const marks = new Map();
  for (const notice of told.notices) if (notice.slide && marks.get(notice.slide) !== "error") marks.set(notice.slide, notice.severity);
  strip.mark(marks);
}

function titleOf(told, page) {
  const counts = [told.errors && say("short_errors", { n: told.errors }), told.warnings && say("short_warnings", { n: told.warnings })];
  const said = counts.filter(Boolean).join(" ");
  return `${said && `(${said}) `}${page ? `${page.number} ${page.title} · ` : ""}${told.title || facts.outline} · ${say("preview")}`;
}

function announce(text) {
  byId("announce").textContent = text;
}

function announceChange(changed, mended) {
  const named = changed.slice(0, MOST_NAMED + 1).map((page) => page.number);
  const said = named.length > MOST_NAMED ? say("changed_many", { n: changed.length }) : say("changed_slides", { list: named.join(say("comma")) });
  if (mended || named.length) announce([mended ? say("mended") : "", named.length ? said : ""].filter(Boolean).join(" · "));
}

// ---- turning pages

function turn(step) {
  const index = state.pages.findIndex((page) => page.key === state.current);
  goTo(Math.max(0, Math.min(state.pages.length - 1, index + step)) + 1);
}

function goTo(number) {
  const page = state.pages[number - 1];
  if (!page || page.key === state.current) return;
  state.current = page.key;
  render();
  announce(say("slide_now", { n: page.number, total: state.pages.length, title: page.title }));
}

const KEYS = {
  ArrowRight: () => turn(1),
  ArrowDown: () => turn(1),
  PageDown: () => turn(1),
  ArrowLeft: () => turn(-1),
  ArrowUp: () => turn(-1),
  PageUp: () => turn(-1),
  Home: () => goTo(1),
  End: () => goTo(state.pages.length),
};

/** What a key does here; nothing where the focused element needs it itself. */
function action(event) {
  const { key, target, shiftKey } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest("select, textarea, input")) return undefined;
  if (presented.active) return undefined; // it has keys of its own
  if (key.toLowerCase() === "p" && !event.repeat) return present;
  if (key.toLowerCase() === "f" && !event.repeat) return () => toggleFullScreen().catch(() => {});
  const scrolls = target.closest(".scrolls, pre");
  if (scrolls && !["ArrowLeft", "ArrowRight"].includes(key)) return undefined;
  if (key === " ") return target.closest("button, summary, a") && !target.closest("#thumbs") ? undefined : () => turn(shiftKey ? -1 : 1);
  return KEYS[key];
}

document.addEventListener("keydown", (event) => {
  const found = action(event);
  if (!found) return;
  event.preventDefault();
  found();
});

// ---- presenting

const presented = new Show({
  say,
  slides: () => state.pages,
  pace: () => ({ seconds: state.told?.seconds ?? 0, minutes: state.told?.minutes ?? 0 }),
  language: () => state.told?.language ?? "",
  title: () => state.told?.title ?? "",
  draw: (page) => parsed(page.print),
  onMove: (page) => goTo(page.number),
});

function present() {
  const page = state.pages.find((each) => each.key === state.current);
  if (page) presented.start(page.number, true);
}

byId("present").addEventListener("click", present);

// ---- controls

function showFindings(open) {
  byId("findings").hidden = !open;
  document.body.classList.toggle("with-findings", open);
  byId("show-findings").setAttribute("aria-expanded", String(open));
}

function fillThemes() {
  const options = Object.entries(facts.themes).map(([name, label]) => element("option", { value: name }, label));
  byId("theme").replaceChildren(element("option", {}, say("own_theme")), ...options);
  byId("theme").options[0].value = "";
  byId("theme").value = new URLSearchParams(location.search).get("theme") ?? "";
  if (byId("theme").selectedIndex < 0) byId("theme").value = "";
}

/** Say what the outline's own theme is called, once it has been seen. */
function nameOwnTheme(told) {
  if (byId("theme").value || !told.theme) return;
  byId("theme").options[0].textContent = say("own_theme_named", { name: told.theme });
}

byId("theme").addEventListener("change", () => {
  const theme = byId("theme").value;
  markTheme();
  history.replaceState(null, "", `${location.pathname}${theme ? `?theme=${encodeURIComponent(theme)}` : ""}${location.hash}`);
  feed.open(theme);
});
onThemePicked((theme) => {
  byId("theme").value = theme;
  byId("theme").dispatchEvent(new Event("change"));
});
byId("show-findings").addEventListener("click", () => {
  const open = byId("findings").hidden;
  kept.set("findings", open ? "open" : "closed");
  showFindings(open);
});
byId("score").addEventListener("toggle", () => judge(state.theme ?? "", goTo));
byId("follow").checked = kept.get("follow") === "yes";
byId("follow").addEventListener("change", () => kept.set("follow", byId("follow").checked ? "yes" : "no"));
byId("previous").addEventListener("click", () => turn(-1));
byId("next").addEventListener("click", () => turn(1));
byId("full").addEventListener("click", () => toggleFullScreen().catch(() => {}));
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("stage").focus();
});
addEventListener("hashchange", () => goTo(state.pages.findIndex((page) => page.key === keyOfHash()) + 1));
strip.onPick((key) => goTo(state.pages.findIndex((page) => page.key === key) + 1));
onJump(goTo);
hidePointerAtRest();
fillThemes();
showFindings(kept.get("findings") === "open");
byId("link-words").textContent = say("waiting");
feed.open(byId("theme").value);
