// Pages of a folder may start no Worker. The search of the theme then runs in a hidden frame of the same page, over the same messages.
if (location.protocol === "file:") window.IFrameWorker = window.Worker = class extends EventTarget {
  constructor(address) {
    super();
    const base = new URL(address, document.baseURI), frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    const inner = frame.contentWindow, held = [];
    const load = (script) => new Promise((loaded, failed) => {
      const element = inner.document.createElement("script");
      Object.assign(element, { src: new URL(script, base).href, onload: loaded, onerror: failed });
      inner.document.head.append(element);
    });
    inner.importScripts = (...scripts) => scripts.reduce((before, script) => before.then(() => load(script)), Promise.resolve());
    inner.postMessage = (data) => {
      const told = new MessageEvent("message", { data });
      this.dispatchEvent(told);
      this.onmessage?.(told);
    };
    const hand = (data) => inner.dispatchEvent(new MessageEvent("message", { data }));
    this.postMessage = (data) => held.push(data);
    this.terminate = () => frame.remove();
    load(base.href).then(() => { this.postMessage = hand; held.forEach(hand); });
  }
};
