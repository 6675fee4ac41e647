// The deck of deck.json, made with PptxGenJS as a person would who wants cards, an agenda with links and notes.
// node deck.mjs deck.json deck.pptx
import { readFileSync, writeFileSync } from "node:fs";
import PptxGenJS from "pptxgenjs";

const [input, output] = process.argv.slice(2);
const RED = "A8161B", DARK = "7D0C11", GOLD = "8A6423", PALE = "EAD7AE", PANEL = "F5EEE1", INK = "2A2422", GREY = "766A62";
const LEFT = 0.67, WIDTH = 12, TOP = 1.83, HEIGHT = 4.83; // inches, on a slide of 13.33 × 7.5

const deck = JSON.parse(readFileSync(input, "utf8"));
const pptx = new PptxGenJS();
pptx.layout = "LAYOUT_WIDE";
pptx.title = deck.title;
pptx.author = deck.author;
pptx.theme = { headFontFace: "Microsoft YaHei", bodyFontFace: "Microsoft YaHei" };
defineMasters();
for (const page of deck.pages) addPage(page);
// Not writeFile: under node, PptxGenJS 4.0.1 drops its `compression: true` and stores every part (exportPresentation).
writeFileSync(output, await pptx.stream({ compression: true }));

function defineMasters() {
  pptx.defineSlideMaster({
    title: "PLAIN",
    background: { color: "FFFFFF" },
    objects: [
      { line: { x: LEFT, y: 6.96, w: WIDTH, h: 0, line: { color: PALE, width: 1 } } },
      { text: { text: deck.title, options: { x: LEFT, y: 7.0, w: 8, h: 0.3, fontSize: 11, color: GREY } } },
      { placeholder: { options: { name: "title", type: "title", x: 1.8, y: 0.6, w: 9, h: 0.6, fontSize: 28, bold: true, color: INK }, text: "" } },
    ],
    slideNumber: { x: 12.2, y: 7.0, fontSize: 11, color: GREY },
  });
  pptx.defineSlideMaster({ title: "RED", background: { color: DARK }, objects: [] });
}

function addPage(page) {
  const outer = page.kind === "cover" || page.kind === "closing" || page.kind === "divider";
  const slide = pptx.addSlide({ masterName: outer ? "RED" : "PLAIN" });
  if (outer) addCover(slide, page);
  else addContent(slide, page);
  if (page.notes) slide.addNotes(page.notes);
}

function addCover(slide, page) {
  const middle = { x: 1, w: 11.33, align: "center" };
  if (page.kicker) slide.addText(page.kicker, { ...middle, y: 1.6, h: 0.5, fontSize: 18, color: PALE });
  slide.addText(page.title, { ...middle, y: 2.3, h: 1.2, fontSize: 54, bold: true, color: "FFFFFF" });
  if (page.subtitle) slide.addText(page.subtitle, { ...middle, y: 3.7, h: 0.6, fontSize: 20, color: PALE });
  if (page.kind === "cover") slide.addText(`${deck.author}  ${deck.date}`, { ...middle, y: 6.2, h: 0.5, fontSize: 16, color: PALE });
}

function addContent(slide, page) {
  slide.addText(page.title, { placeholder: "title" });
  if (page.kicker) slide.addText(page.kicker, { x: 1.8, y: 0.3, w: 8, h: 0.3, fontSize: 12, color: GOLD });
  if (page.subtitle) slide.addText(page.subtitle, { x: 1.8, y: 1.2, w: 9, h: 0.4, fontSize: 16, color: GOLD, charSpacing: 2 });
  if (page.numeral) addSeal(slide, page.numeral);
  if (page.kind === "agenda") addAgenda(slide, page.items);
  else if (page.kind === "statement") addStatement(slide, page);
  else if (page.kind === "pairs") addPairs(slide, page.items);
  else if (page.kind === "principles") addGrid(slide, page.items);
  else addPointsAndCards(slide, page);
}

function addSeal(slide, numeral) {
  const fontSize = numeral.length > 1 ? 16 : 40;
  slide.addText(numeral, { shape: "rect", x: LEFT, y: 0.67, w: 0.875, h: 0.875, fill: { color: RED }, color: "FFFFFF", fontSize, align: "center" });
}

function addAgenda(slide, items) {
  const step = WIDTH / items.length;
  items.forEach((item, i) => {
    const text = [{ text: item.lead, options: { hyperlink: { slide: item.page }, color: "FFFFFF" } }];
    slide.addText(text, { shape: "rect", x: LEFT + i * step, y: TOP, w: step - 0.2, h: HEIGHT, fill: { color: RED }, fontSize: 20, vert: "eaVert", align: "center" });
  });
}

function addStatement(slide, page) {
  slide.addText(runs(page.text), { x: LEFT, y: TOP, w: WIDTH, h: 2.8, fontSize: 30, color: INK });
  const step = WIDTH / Math.max(page.tags.length, 1);
  page.tags.forEach((tag, i) => {
    slide.addText(tag, { shape: "roundRect", x: LEFT + i * step, y: 5.2, w: step - 0.2, h: 0.6, fill: { color: PANEL }, fontSize: 14, color: GOLD, align: "center" });
  });
}

function addPairs(slide, items) {
  const step = WIDTH / items.length;
  items.forEach((item, i) => {
    const x = LEFT + i * step;
    const [first, second] = item.key.split("/");
    slide.addText(first, { shape: "ellipse", x: x + 0.1, y: TOP, w: 1.1, h: 1.1, fill: { color: RED }, fontSize: 28, color: "FFFFFF", align: "center" });
    slide.addText(second, { shape: "ellipse", x: x + 1.0, y: TOP, w: 1.1, h: 1.1, fill: { color: GOLD }, fontSize: 28, color: "FFFFFF", align: "center" });
    slide.addText(leadAndText(item), { x, y: TOP + 1.3, w: step - 0.2, h: 3.3, valign: "top" });
  });
}

function addGrid(slide, items) {
  const columns = 3;
  const rows = Math.ceil(items.length / columns);
  items.forEach((item, i) => {
    const box = cell(i, columns, rows, { x: LEFT, w: WIDTH });
    slide.addShape("rect", { ...box, fill: { color: "FFFFFF" }, line: { color: PALE, width: 1 } });
    slide.addText(String(i + 1), { x: box.x + box.w - 0.8, y: box.y + 0.1, w: 0.7, h: 0.5, fontSize: 28, color: PALE });
    slide.addText(leadAndText(item), { x: box.x + 0.1, y: box.y + 0.1, w: box.w - 0.2, h: box.h - 0.2 });
  });
}

function addPointsAndCards(slide, page) {
  const both = page.items.length && page.cards.length;
  addPoints(slide, page.items, both ? 6.25 : WIDTH);
  if (page.text) slide.addText(runs(page.text), { x: LEFT, y: 6.4, w: WIDTH, h: 0.4, fontSize: 16, color: INK });
  if (page.cards.length) addCards(slide, page.cards, both ? { x: 7.33, w: 5.33 } : { x: LEFT, w: WIDTH });
}

function addPoints(slide, items, width) {
  const step = HEIGHT / Math.max(items.length, 1);
  items.forEach((item, i) => {
    const y = TOP + i * step;
    slide.addText(item.key || String(i + 1).padStart(2, "0"), { x: LEFT, y, w: 0.7, h: step, fontSize: 20, color: GOLD, valign: "top" });
    slide.addText(leadAndText(item), { x: LEFT + 0.7, y, w: width - 0.7, h: step, valign: "top" });
    slide.addShape("line", { x: LEFT, y: y + step, w: width, h: 0, line: { color: PALE, width: 1 } });
  });
}

function addCards(slide, cards, area) {
  const columns = area.w > 8 ? 3 : 2;
  slide.addShape("rect", { x: area.x, y: TOP, w: area.w, h: HEIGHT, fill: { color: PANEL } });
  cards.forEach((card, i) => {
    const box = cell(i, columns, Math.ceil(cards.length / columns), area);
    const known = card.value !== "X";
    slide.addShape("rect", { ...box, fill: { color: "FFFFFF" }, line: { color: PALE, width: 1, dashType: known ? "solid" : "dash" } });
    const inner = { x: box.x + 0.1, w: box.w - 0.2 };
    slide.addText(card.label, { ...inner, y: box.y + 0.05, h: 0.3, fontSize: 14, color: GREY });
    const value = [{ text: card.value, options: { fontSize: 36, bold: true } }, { text: card.unit, options: { fontSize: 14 } }];
    slide.addText(value, { ...inner, y: box.y + 0.35, h: 0.6, color: RED });
    if (card.change) slide.addText(card.change, { ...inner, y: box.y + box.h - 0.35, h: 0.3, fontSize: 14, color: INK });
  });
}

function cell(i, columns, rows, area) {
  const w = area.w / columns, h = HEIGHT / rows, gap = 0.1;
  return { x: area.x + (i % columns) * w + gap / 2, y: TOP + Math.floor(i / columns) * h + gap / 2, w: w - gap, h: h - gap };
}

function leadAndText(item) {
  const lead = { text: item.lead.replaceAll("**", ""), options: { fontSize: 20, bold: true, color: RED, breakLine: true } };
  return [lead, ...runs(item.text, { fontSize: 16, color: INK })];
}

// Every second piece between ** and ** is a key word.
function runs(text, options = {}) {
  return text.split("**").map((piece, i) => ({ text: piece, options: i % 2 ? { ...options, bold: true, color: RED } : options })).filter((run) => run.text);
}
