// The stream of news from the server: opened again whenever it breaks, closed while nobody looks for long.

const AGAIN = 1500; // ms until the next try where the browser gives up
const UNSEEN = 60_000; // ms in the background; a browser opens six connections a host, and each page holds one

export class Feed {
  /** `onView` gets each state of the page, `onLink` whether the server is there: connected, lost, ended. */
  constructor(onView, onLink) {
    this.onView = onView;
    this.onLink = onLink;
    this.theme = "";
    this.source = null;
    this.timer = 0;
    document.addEventListener("visibilitychange", () => this.rest());
  }

  open(theme) {
    this.close();
    this.theme = theme;
    this.ended = false;
    const source = new EventSource(`/events?theme=${encodeURIComponent(theme)}`);
    this.source = source;
    source.addEventListener("open", () => {
      this.ended = false;
      this.onLink("connected");
    });
    source.addEventListener("view", (event) => this.onView(JSON.parse(event.data), theme));
    source.addEventListener("bye", () => {
      this.ended = true;
    });
    source.addEventListener("error", () => {
      this.onLink(this.ended ? "ended" : "lost");
      if (source.readyState === EventSource.CLOSED) this.timer = setTimeout(() => this.open(this.theme), AGAIN);
    });
  }

  close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  rest() {
    clearTimeout(this.timer);
    if (document.hidden) this.timer = setTimeout(() => this.close(), UNSEEN);
    else if (!this.source || this.source.readyState === EventSource.CLOSED) this.open(this.theme);
  }
}
