// Small pictures of the themes, made when somebody wants to see them; a click on one is a choice in the list.

import { byId, element, facts } from "./words.js";

const chosen = () => byId("theme").value;

/** Which of the pictures is that of the theme in the list. */
export function markTheme() {
  for (const button of byId("themes").children) button.setAttribute("aria-pressed", String(button.dataset.theme === chosen()));
}

function fill() {
  const pictures = Object.entries(facts.themes).map(([name, label]) => {
    const image = element("img", { src: `/theme.svg?theme=${encodeURIComponent(name)}`, alt: "", loading: "lazy" });
    const button = element("button", { type: "button", "data-theme": name }, image, element("span", {}, label));
    image.addEventListener("error", () => image.remove());
    return button;
  });
  byId("themes").replaceChildren(...pictures);
}

function show(open) {
  if (open && !byId("themes").children.length) fill();
  byId("themes").hidden = !open;
  byId("show-themes").setAttribute("aria-expanded", String(open));
  if (open) markTheme();
}

/** Call `pick(theme)` for the picture that is clicked. */
export function onThemePicked(pick) {
  byId("show-themes").addEventListener("click", () => show(byId("themes").hidden));
  byId("themes").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) pick(button.dataset.theme);
  });
  byId("themes").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    show(false);
    byId("show-themes").focus();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#themes, #show-themes, #theme")) show(false);
  });
}
