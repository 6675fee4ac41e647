// Presenting: what the audience sees, and a second window for who speaks. The live page and the HTML deck share it; it imports nothing.

const TICK = 500; // ms between two looks at the clock
const REST = 2500; // ms until a pointer that rests goes away
const SIZES = [18, 22, 26, 32, 38, 46]; // px: of the notes
const FEATURES = "popup,width=1280,height=800";

/** Minutes and seconds: 12:05. */
export function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/**
 * One show. `slides()` are the pages in order: number, title, notes, open (the stretches of the notes that nobody knows yet), clicks,
 * seconds, hidden. `draw(page)` promises a new drawing, `onMove(page)` is told of every slide that is turned to.
 */
export class Show {
  constructor({ slides, draw, say, pace, language, title, onMove = () => {}, endless = false }) {
    Object.assign(this, { slides, draw, say, pace, language, title, onMove, endless });
    this.active = false;
    this.key = ""; // of the slide that is shown
    this.click = 0;
    this.black = false;
    this.pointing = false;
    this.typed = "";
    this.used = 0; // ms before the clock was stopped last
    this.since = 0; // when it was started last; 0 while it stands
    this.speaker = null;
    this.size = 2;
    document.addEventListener("keydown", (event) => this.onKey(event));
    addEventListener("pagehide", () => this.speaker?.close());
  }

  // ---- where we are

  get index() {
    return this.slides().findIndex((page) => page.key === this.key);
  }

  get page() {
    return this.slides()[this.index];
  }

  /** The slide that follows, as the audience will see it: hidden ones are passed over. */
  following(step) {
    const pages = this.slides();
    let at = this.index + step;
    while (pages[at]?.hidden) at += step;
    return pages[at];
  }

  /** Begin at a slide; `speaker` opens the second window as well. */
  start(number, speaker) {
    this.key = this.slides()[number - 1]?.key ?? "";
    this.click = 0;
    if (!this.active) this.open();
    if (speaker) this.openSpeaker();
    if (this.speaker || !speaker) this.tell(this.say("show_keys") + (this.endless ? "" : this.say("show_keys_end")), 6000); // else it is said that the window was blocked
    this.render();
  }

  open() {
    this.active = true;
    const view = new View(document, "show-slide");
    const dot = made(document, "span", "show-dot");
    const words = made(document, "p", "show-words");
    words.setAttribute("role", "status");
    const stage = made(document, "div", "show", view.frame, dot, words);
    stage.id = "show";
    stage.tabIndex = -1;
    this.audience = { view, dot, words, stage };
    stage.addEventListener("click", (event) => this.onClick(event));
    stage.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      this.back();
    });
    stage.addEventListener("mousemove", (event) => this.onPoint(event, view));
    document.body.append(stage);
    document.body.classList.add("showing");
    stage.focus({ preventScroll: true });
    this.restart();
    this.rest();
  }

  end() {
    if (!this.active || this.endless) return;
    this.active = false;
    this.speaker?.close();
    this.speaker = null;
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    this.audience.stage.remove();
    document.body.classList.remove("showing");
  }

  /** The pages changed (an edit was saved), or what is said of them. */
  update() {
    if (!this.active) return;
    if (this.index < 0) this.key = this.slides()[0]?.key ?? "";
    if (this.page) this.click = Math.min(this.click, this.page.clicks);
    this.render();
  }

  // ---- moving

  on() {
    if (this.black) return this.blacken();
    if (this.click < (this.page?.clicks ?? 0)) this.click += 1;
    else return this.turn(this.following(1), 0);
    return this.render();
  }

  /** One step back; the slide before stands with all that its clicks bring. */
  back() {
    if (this.black) return this.blacken();
    const before = this.following(-1);
    if (this.click > 0) this.click -= 1;
    else return this.turn(before, before?.clicks ?? 0);
    return this.render();
  }

  turn(page, click) {
    if (!page) return;
    this.key = page.key;
    this.click = click;
    this.black = false;
    this.render();
    this.onMove(page);
  }

  jump(number) {
    this.turn(this.slides()[number - 1], 0);
  }

  blacken() {
    this.black = !this.black;
    this.render();
  }

  point() {
    this.pointing = !this.pointing;
    if (!this.pointing) this.audience.dot.hidden = true;
    this.render();
  }

  // ---- keys and pointers; presentation remotes send PageDown, PageUp, B or . and F5

  onKey(event) {
    if (!this.active || event.ctrlKey || event.metaKey || event.altKey) return;
    const deed = this.deed(event);
    if (!deed) return;
    event.preventDefault();
    deed();
  }

  deed({ key, shiftKey, target }) {
    if (/^[0-9]$/.test(key)) return () => this.type(key);
    const name = key.length === 1 ? key.toLowerCase() : key;
    if (name === "Enter" && this.typed) return () => this.jumpTyped();
    if ((name === " " || name === "Enter") && target?.closest?.("button, a")) return undefined;
    if (name === " ") return () => (shiftKey ? this.back() : this.on());
    return {
      ArrowRight: () => this.on(),
      ArrowDown: () => this.on(),
      PageDown: () => this.on(),
      Enter: () => this.on(),
      n: () => this.on(),
      ArrowLeft: () => this.back(),
      ArrowUp: () => this.back(),
      PageUp: () => this.back(),
      Backspace: () => this.back(),
      Home: () => this.jump(1),
      End: () => this.jump(this.slides().length),
      b: () => this.blacken(),
      ".": () => this.blacken(),
      p: () => this.openSpeaker(),
      l: () => this.point(),
      f: () => this.fill(),
      F5: () => this.fill(),
      t: () => this.restart(),
      "+": () => this.resize(1),
      "=": () => this.resize(1),
      "-": () => this.resize(-1),
      Escape: () => (this.typed ? this.forget() : this.end()),
    }[name];
  }

  type(digit) {
    this.typed = (this.typed + digit).slice(-4);
    this.tell(this.say("show_jump", { n: this.typed }), 4000, () => this.forget());
  }

  forget() {
    this.typed = "";
    this.tell("", 0);
  }

  jumpTyped() {
    const number = Number(this.typed);
    this.forget();
    this.jump(number);
  }

  /** A link goes where it leads, any other click one step on. */
  onClick(event) {
    const link = event.target.closest("a");
    if (link?.dataset.slide) {
      event.preventDefault();
      this.jump(Number(link.dataset.slide));
    } else if (!link && !String(getSelection())) this.on();
  }

  /** The dot stands where the pointer is, in whichever window it moves. */
  onPoint(event, view) {
    this.rest();
    if (!this.pointing) return;
    const from = view.frame.getBoundingClientRect();
    const { view: to, dot, stage } = this.audience;
    const box = to.frame.getBoundingClientRect();
    const outer = stage.getBoundingClientRect();
    const x = (event.clientX - from.left) / from.width;
    const y = (event.clientY - from.top) / from.height;
    dot.hidden = x < 0 || x > 1 || y < 0 || y > 1;
    dot.style.left = `${box.left - outer.left + x * box.width}px`;
    dot.style.top = `${box.top - outer.top + y * box.height}px`;
  }

  /** The pointer goes away when it rests over the audience's slide. */
  rest() {
    const { stage } = this.audience;
    stage.classList.remove("resting");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => stage.classList.add("resting"), REST);
  }

  fill() {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    else document.documentElement.requestFullscreen().catch(() => {});
  }

  /** Words for who speaks, for a moment: in the second window where it is open, else at the foot of this one. */
  tell(text, ms, then = () => {}) {
    clearTimeout(this.telling);
    const put = (said) => {
      this.audience.words.textContent = this.speaker ? "" : said;
      this.speaker?.say(said);
    };
    put(text);
    if (!text) return;
    this.telling = setTimeout(() => {
      put("");
      then();
    }, ms);
  }

  // ---- the clock

  get elapsed() {
    return (this.used + (this.since ? Date.now() - this.since : 0)) / 1000;
  }

  restart() {
    this.used = 0;
    this.since = Date.now();
    this.tick();
  }

  pause() {
    this.used = 1000 * this.elapsed;
    this.since = this.since ? 0 : Date.now();
    this.tick();
  }

  tick() {
    this.speaker?.tick();
  }

  resize(step) {
    this.size = Math.max(0, Math.min(SIZES.length - 1, this.size + step));
    this.speaker?.resize();
  }

  // ---- drawing

  render() {
    const page = this.page;
    const { view, stage } = this.audience;
    stage.classList.toggle("black", this.black);
    stage.classList.toggle("pointing", this.pointing);
    if (page) view.show(this, page, this.click);
    this.speaker?.render();
  }

  openSpeaker() {
    if (this.speaker && !this.speaker.window.closed) {
      this.speaker.window.focus();
      return;
    }
    const opened = window.open("", "", FEATURES);
    if (!opened) {
      this.tell(this.say("show_blocked"), 8000);
      return;
    }
    this.speaker = new Speaker(this, opened);
    this.render();
  }
}

/** An element of a document, which may be that of the other window. */
function made(home, name, css, ...children) {
  const element = home.createElement(name);
  if (css) element.className = css;
  element.append(...children);
  return element;
}

/** A frame that holds the drawing of one slide as far as its clicks have brought it. */
class View {
  constructor(home, css) {
    this.frame = made(home, "div", css);
    this.print = "";
  }

  /** Show the page; what is shown stays until the new drawing is there. */
  async show(show, page, click) {
    this.wanted = page;
    this.click = click;
    if (this.print !== page.print) {
      let drawn;
      try {
        drawn = await show.draw(page);
      } catch (error) {
        drawn = made(this.frame.ownerDocument, "p", "", error.message);
      }
      if (this.wanted !== page) return; // another page was turned to meanwhile
      this.frame.replaceChildren(this.frame.ownerDocument.adoptNode(drawn));
      this.print = page.print;
    }
    for (const item of this.frame.querySelectorAll("[data-step]")) {
      item.classList.toggle("unshown", Number(item.dataset.step) > this.click);
    }
  }

  clear() {
    this.wanted = null;
    this.print = "";
    this.frame.replaceChildren();
  }
}

/** The window for who speaks: this slide and the next, the notes, the clock. */
class Speaker {
  constructor(show, opened) {
    this.show = show;
    this.window = opened;
    this.document = opened.document;
    this.build();
    opened.addEventListener("keydown", (event) => show.onKey(event));
    opened.addEventListener("pagehide", () => {
      if (show.speaker === this) show.speaker = null;
    });
    opened.setInterval(() => this.tick(), TICK); // of this window, since that of the audience may be covered
  }

  at(css) {
    return this.document.querySelector(`.${css}`);
  }

  build() {
    const { show, document: home } = this;
    const { say } = show;
    home.documentElement.lang = show.language();
    home.title = `${say("notes")} · ${show.title()}`;
    // The styles of this page, whether they are in it or beside it.
    for (const sheet of document.querySelectorAll("[data-present]")) {
      const copy = home.importNode(sheet, true);
      if (sheet.href) copy.href = sheet.href;
      home.head.append(copy);
    }
    home.body.className = "speaker";
    this.now = new View(home, "show-slide speaker-now");
    this.next = new View(home, "show-slide speaker-next");
    this.now.frame.addEventListener("mousemove", (event) => show.onPoint(event, this.now));
    this.now.frame.addEventListener("click", (event) => show.onClick(event));
    const button = (name, deed, css = "") => {
      const key = made(home, "button", css, say(name));
      key.type = "button";
      key.addEventListener("click", () => {
        deed();
        key.blur(); // so that the space bar turns pages again
      });
      return key;
    };
    const time = (name, css) => made(home, "p", "speaker-time", made(home, "span", "", say(name)), made(home, "output", css, "–"));
    const heading = (name, css) => made(home, "h2", "", say(name), " ", made(home, "span", css));
    home.body.append(
      made(
        home, "header", "speaker-head",
        time("show_time", "speaker-clock"), time("show_used", "speaker-used"), time("show_left", "speaker-left"), time("show_plan", "speaker-plan"),
        made(home, "progress", "speaker-progress"),
      ),
      made(home, "section", "speaker-here", heading("show_now", "speaker-where"), this.now.frame),
      made(home, "section", "speaker-then", heading("show_next", "speaker-what"), this.next.frame),
      made(home, "section", "speaker-notes"),
      made(
        home, "footer", "speaker-foot",
        button("show_back", () => show.back()), button("show_on", () => show.on()), button("show_black", () => show.blacken(), "speaker-black"),
        button("show_pointer", () => show.point(), "speaker-pointer"), button("show_pause", () => show.pause(), "speaker-pause"),
        button("show_restart", () => show.restart()), button("show_smaller", () => show.resize(-1)), button("show_larger", () => show.resize(1)),
        ...(show.endless ? [] : [button("show_end", () => show.end())]), made(home, "output", "show-typed"),
      ),
    );
    this.at("speaker-notes").tabIndex = 0;
    this.resize();
  }

  render() {
    const { show } = this;
    const page = show.page;
    if (!page) return;
    this.now.show(show, page, show.click);
    const following = show.following(1);
    if (following) this.next.show(show, following, following.clicks);
    else this.next.clear();
    const left = page.clicks - show.click;
    const steps = left > 0 ? ` · ${show.say("show_steps", { n: left })}` : "";
    this.at("speaker-where").textContent = `${show.say("of", { n: page.number, total: show.slides().length })} · ${page.title}${steps}`;
    this.at("speaker-what").textContent = following ? following.title : show.say("show_last");
    this.at("speaker-black").setAttribute("aria-pressed", String(show.black));
    this.at("speaker-pointer").setAttribute("aria-pressed", String(show.pointing));
    this.document.body.classList.toggle("black", show.black);
    this.notes(page);
    this.tick();
  }

  /** The notes, a paragraph a line; what nobody knows yet stays marked. */
  notes(page) {
    const said = JSON.stringify([page.notes, page.open]);
    if (said === this.said) return;
    this.said = said;
    const paragraphs = paragraphsOf(page).map((pieces) =>
      made(this.document, "p", "", ...pieces.map(({ text, open }) => (open ? made(this.document, "mark", "", text) : text))),
    );
    const none = made(this.document, "p", "none", this.show.say("no_notes"));
    this.at("speaker-notes").replaceChildren(...(paragraphs.length ? paragraphs : [none]));
    this.at("speaker-notes").scrollTop = 0;
  }

  tick() {
    if (this.window.closed) return;
    const { show } = this;
    const { seconds, minutes } = show.pace();
    const used = show.elapsed;
    const whole = minutes ? 60 * minutes : seconds;
    const now = new Date();
    this.at("speaker-clock").textContent = `${now.getHours()}:${String(now.getMinutes()).padStart(2, "0")}`;
    this.at("speaker-used").textContent = clock(used);
    const left = this.at("speaker-left");
    left.textContent = whole ? clock(Math.abs(whole - used)) : "–";
    left.previousElementSibling.textContent = show.say(whole && used > whole ? "show_over" : "show_left");
    left.parentElement.classList.toggle("over", whole > 0 && used > whole);
    this.at("speaker-plan").textContent = clock(this.planned(whole, seconds));
    const bar = this.at("speaker-progress");
    bar.max = whole || 1;
    bar.value = Math.min(whole || 1, used);
    this.at("speaker-pause").setAttribute("aria-pressed", String(!show.since));
  }

  /** When this slide should be over: the notes up to here, in proportion to the time that there is. */
  planned(whole, seconds) {
    const pages = this.show.slides();
    const all = pages.reduce((sum, page) => sum + page.seconds, 0);
    const here = pages.slice(0, this.show.index + 1).reduce((sum, page) => sum + page.seconds, 0);
    return all ? (here / all) * (whole || seconds) : 0;
  }

  resize() {
    this.at("speaker-notes").style.fontSize = `${SIZES[this.show.size]}px`;
  }

  /** Words at the foot. */
  say(text) {
    this.at("show-typed").textContent = text;
  }

  close() {
    this.window.close();
  }
}

/** The notes as paragraphs of pieces, each of which somebody knows or nobody yet. */
function paragraphsOf({ notes, open = [] }) {
  const ends = [...new Set([0, ...open.flat(), notes.length])].sort((one, other) => one - other);
  const isOpen = (at) => open.some(([from, to]) => at >= from && at < to);
  const chars = Array.from(notes);
  const paragraphs = [[]];
  for (const [number, from] of ends.entries()) {
    const lines = chars.slice(from, ends[number + 1]).join("").split("\n");
    for (const [at, text] of lines.entries()) {
      if (at) paragraphs.push([]);
      if (text) paragraphs.at(-1).push({ text, open: isOpen(from) });
    }
  }
  return paragraphs.filter((pieces) => pieces.some(({ text }) => text.trim()));
}
