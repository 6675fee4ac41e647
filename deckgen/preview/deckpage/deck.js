// The HTML deck: its slides stand in the page, and the show begins at once. Without scripts they stand below one another.

const facts = JSON.parse(document.getElementById("facts").textContent);
const sections = [...document.querySelectorAll("main > section")];
const pages = facts.pages.map((page, at) => ({ ...page, svg: sections[at].querySelector("svg") }));

const show = new Show({
  say: (name, values = {}) => facts.words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole)),
  slides: () => pages,
  pace: () => facts,
  language: () => document.documentElement.lang,
  title: () => document.title,
  draw: (page) => Promise.resolve(page.svg.cloneNode(true)),
  onMove: (page) => history.replaceState(null, "", `#${page.number}`),
  endless: true,
});

/** The slide that the address names: deck.html#7. */
function numberOfHash() {
  const number = Number(/^#(?:slide-)?(\d+)$/.exec(location.hash)?.[1] ?? 1);
  return number >= 1 && number <= pages.length ? number : 1;
}

document.body.classList.add("scripted");
show.start(numberOfHash(), false);
addEventListener("hashchange", () => show.jump(numberOfHash()));
