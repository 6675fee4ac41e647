// The findings in words, each with its place in the source, and the fault that keeps the outline from being compiled.

import { byId, element, say } from "./words.js";

let shown = "";

/** Fill the panel; `go(number)` turns to the slide a finding belongs to. */
export function list(told, go) {
  const now = JSON.stringify([told.notices, told.errors, told.warnings]);
  if (now === shown) return;
  shown = now;
  const left = told.errors + told.warnings - told.notices.length;
  byId("findings-counts").textContent = told.notices.length
    ? say("counts", { errors: told.errors, warnings: told.warnings }) + (left > 0 ? ` · ${say("more_findings", { n: left })}` : "")
    : say("no_findings");
  byId("notices").replaceChildren(...told.notices.map((notice) => item(notice, go)));
}

function item(notice, go) {
  const made = element("li", { class: `notice ${notice.severity}` }, head(notice, go), ...body(notice));
  return made;
}

function head(notice, go) {
  const icon = element("span", { class: `icon ${notice.severity}-icon`, "aria-hidden": "true" });
  const made = element("p", { class: "head" }, icon, element("strong", {}, say(notice.severity)), place(notice));
  if (notice.slide) {
    const jump = element("button", { type: "button", class: "jump" }, say("to_slide", { n: notice.slide }));
    jump.addEventListener("click", () => go(notice.slide));
    made.append(jump);
  }
  return made;
}

function place(notice) {
  if (!notice.place) return "";
  return notice.href ? element("a", { class: "place", href: notice.href }, notice.place) : element("span", { class: "place" }, notice.place);
}

function body(notice) {
  const parts = [element("p", { class: "message" }, notice.message)];
  if (notice.excerpt) parts.push(excerpt(notice.excerpt));
  if (notice.hint) parts.push(element("p", { class: "hint" }, say("hint"), notice.hint));
  if (notice.detail) parts.push(record(notice.detail));
  parts.push(element("p", { class: "rule" }, notice.rule));
  return parts;
}

function excerpt(found) {
  const before = found.text.slice(0, found.at);
  const at = found.text.slice(found.at, found.at + 1) || " ";
  const line = element("span", { class: "line-number", "aria-hidden": "true" }, String(found.line));
  const code = element("code", {}, line, before, element("mark", {}, at), found.text.slice(found.at + 1));
  return element("pre", { class: "excerpt", tabindex: "0" }, code);
}

function record(detail) {
  return element("details", {}, element("summary", {}, say("crash_report")), element("pre", { class: "record", tabindex: "0" }, detail));
}

/** Show the first error over the slides where there are no new ones because of it. */
export function fault(told, stale, hasSlides) {
  const first = stale || !told.has_deck ? told.notices.find((notice) => notice.severity === "error") : undefined;
  const section = byId("fault");
  section.hidden = !first;
  document.body.classList.toggle("stale", Boolean(first) && hasSlides);
  byId("stale-words").hidden = !hasSlides;
  if (!first) {
    byId("fault-body").replaceChildren();
    return;
  }
  const where = place(first);
  byId("fault-body").replaceChildren(
    ...[element("p", { class: "message" }, where, where ? " " : "", first.message)],
    ...(first.excerpt ? [excerpt(first.excerpt)] : []),
    ...(first.hint ? [element("p", { class: "hint" }, say("hint"), first.hint)] : []),
    ...(first.detail ? [record(first.detail)] : []),
  );
}
