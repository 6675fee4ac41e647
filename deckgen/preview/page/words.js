// The facts that the server put into the page, and the words in the language of this run.

export const facts = JSON.parse(document.getElementById("facts").textContent);

/** The words called `name`, with `{…}` filled in. */
export function say(name, values = {}) {
  return facts.words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

/** An element with attributes and children; text stays text, whatever it holds. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const byId = (id) => document.getElementById(id);

/** Kept from visit to visit where the browser allows it. */
export const kept = {
  get(name) {
    try {
      return localStorage.getItem(`deckgen-${name}`);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`deckgen-${name}`, value);
    } catch {
      // A browser that keeps nothing: the choice holds until the page is closed.
    }
  },
};
