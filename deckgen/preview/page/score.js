// What the deck is worth, asked for only while the panel is open.

import { byId, element, say } from "./words.js";

let wanted = "";

/** Ask anew for the theme that is shown; `go(number)` turns to the slide that cost points. */
export async function judge(theme, go) {
  if (!byId("score").open) return;
  wanted = theme;
  const answer = await fetch(`/score?theme=${encodeURIComponent(theme)}`).catch(() => null);
  if (wanted !== theme) return; // another theme was chosen meanwhile
  const told = answer?.ok ? await answer.json() : null;
  byId("score-level").textContent = told ? say("score_level", { n: told.level }) : say("no_score");
  byId("measures").replaceChildren(...(told?.measures ?? []).map((measure) => item(measure, go)));
}

function item(measure, go) {
  const points = measure.points ?? 0;
  const bar = element("meter", { min: "0", max: "100", low: "50", high: "80", optimum: "100", value: String(points), "aria-hidden": "true" });
  const head = element("p", { class: "head" }, element("strong", {}, measure.name), " ", measure.points === null ? "–" : String(points), bar);
  const costs = measure.costs.map((cost) => element("li", {}, ...jump(cost, go), cost.message));
  return element("li", { class: "measure" }, head, element("p", { class: "hint" }, measure.says), element("ul", {}, ...costs));
}

function jump(cost, go) {
  if (!cost.slide) return [];
  const made = element("button", { type: "button", class: "jump" }, say("to_slide", { n: cost.slide }));
  made.addEventListener("click", () => go(cost.slide));
  return [made, " "];
}
