// Elements of the page and of pictures; texts are always set as text.
const h = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);
const s = (name, attributes = {}, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

const fill = (element, attributes, children) => {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...only(...children));
  return element;
};

const ruler = document.createElement("canvas").getContext("2d");
const widthOf = (text, weight = 400, size = 12) => {
  ruler.font = `${weight} ${size}px Inter, "Noto Sans", "DejaVu Sans", sans-serif`;
  return ruler.measureText(text).width;
};
// Digits of equal width are as wide as a zero.
const widthOfNumber = (text, weight) => widthOf(text.replace(/\d/g, "0"), weight);
const fitted = (text, room, weight = 400) => {
  if (widthOf(text, weight) <= room) return text;
  let end = text.length;
  while (end > 1 && widthOf(text.slice(0, end) + "…", weight) > room) end -= 1;
  return text.slice(0, end).trimEnd() + "…";
};

// What is left of a list of parts of a page, some of which may not apply.
const only = (...parts) => parts.flat().filter((part) => part !== null && part !== undefined && part !== false);

const tag = (i) => h("span", { class: "tag b-" + data.segments[i].color }, data.segments[i].letter);

// A picture in the making: shapes, and the places a reader can point at or walk through by keyboard.
class Drawing {
  constructor(width, height, label) {
    this.width = width;
    this.height = height;
    this.stops = [];
    this.svg = s("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": label });
  }

  add(name, attributes, ...children) {
    const element = s(name, attributes, ...children);
    this.svg.append(element);
    return element;
  }

  text(x, y, text, options = {}) {
    const { anchor, kind = "", weight, room } = options;
    const shown = room ? fitted(text, room, weight) : text;
    const element = this.add("text", { x, y, "text-anchor": anchor, class: kind || null, "font-weight": weight }, shown);
    if (shown !== text) element.append(s("title", {}, text));
    return element;
  }

  line(x1, y1, x2, y2, kind = "grid", more = {}) {
    return this.add("line", { x1: r(x1), y1: r(y1), x2: r(x2), y2: r(y2), class: "l-" + kind, ...more });
  }

  tag(i, x, y) {
    const segment = data.segments[i];
    this.add("rect", { x, y, width: 16, height: 16, rx: 3, class: "f-" + segment.color });
    this.text(x + 8, y + 12, segment.letter, { anchor: "middle", weight: 600, kind: "on-" + segment.color });
  }

  // A place with what is to be read there.
  stop(row, column, box, title, lines, segment) {
    this.stops.push({ row, column, ...box, title, lines, segment });
  }
}

const r = (value) => Math.round(value * 100) / 100;

// From values to places along an axis; a log axis keeps what is too small at its edge.
const scaleOf = (low, high, start, end, log) => {
  const f = log ? (v) => Math.log10(Math.max(v, low)) : (v) => v;
  const [a, b] = [f(low), f(high)];
  const scale = (v) => start + ((Math.min(Math.max(f(v), a), b) - a) / (b - a || 1)) * (end - start);
  return Object.assign(scale, { low, high, log, inverse: (p) => {
    const v = a + ((p - start) / (end - start)) * (b - a);
    return log ? 10 ** v : v;
  } });
};

const valueAxis = (drawing, m, scale, x0, x1, y, grid) => {
  const room = Math.max(2, Math.floor((x1 - x0) / 72));
  const ticks = scale.log ? logTicks(scale.low, scale.high, room + 1)
    : roundTicks(scale.low, scale.high, room).filter((t) => !m.isYear || Number.isInteger(t));
  const texts = scale.log ? num.logAxis(m, ticks) : num.axis(m, ticks);
  let last = -1e9;
  ticks.forEach((tick, i) => {
    const x = scale(tick), wide = widthOf(texts[i]);
    if (grid !== undefined) drawing.line(x, grid, x, y);
    drawing.line(x, y, x, y + 4, "axis");
    const middle = Math.min(Math.max(x, wide / 2), drawing.width - wide / 2);
    if (middle - wide / 2 < last + 8) return;
    last = middle + wide / 2;
    drawing.text(r(middle), y + 17, texts[i], { anchor: "middle", kind: "tn" });
  });
};

// Shares or customers, from zero.
const countAxis = (drawing, top, y0, y1, x0, x1) => {
  const isShare = state.unit === "share";
  const ticks = roundTicks(0, top * (isShare ? 100 : 1), (y0 - y1) / 22).map((t) => (isShare ? t / 100 : t));
  const texts = num.axis(null, ticks.map((t) => (isShare ? t * 100 : t)));
  ticks.forEach((tick, i) => {
    const y = y0 - (tick / top) * (y0 - y1);
    drawing.line(x0, y, x1, y, tick === 0 ? "axis" : "grid");
    drawing.text(x0 - 6, r(y + 4), isShare ? num.percentage(texts[i]) : texts[i], { anchor: "end", kind: "tn" });
  });
};

// The small shape that tells a segment apart without color.
const marker = (shape, x, y, size) => {
  const d = size / 2, p = (...points) => "M" + points.map(([a, b]) => `${r(x + a * d)} ${r(y + b * d)}`).join("L") + "Z";
  switch (shape) {
    case "square": case "openSquare": return p([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]);
    case "triangle": case "openTriangle": return p([0, -1.1], [1.05, 0.85], [-1.05, 0.85]);
    case "triangleDown": case "openTriangleDown": return p([0, 1.1], [1.05, -0.85], [-1.05, -0.85]);
    case "diamond": case "openDiamond": return p([0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]);
    case "plus": return p([-0.4, -1.1], [0.4, -1.1], [0.4, -0.4], [1.1, -0.4], [1.1, 0.4], [0.4, 0.4], [0.4, 1.1],
      [-0.4, 1.1], [-0.4, 0.4], [-1.1, 0.4], [-1.1, -0.4], [-0.4, -0.4]);
    case "star": return p(...Array.from({ length: 10 }, (_, i) => {
      const angle = (Math.PI * i) / 5 - Math.PI / 2, reach = i % 2 ? 0.55 : 1.25;
      return [reach * Math.cos(angle), reach * Math.sin(angle)];
    }));
    default: return `M${r(x - d)} ${r(y)}a${d} ${d} 0 1 0 ${size} 0a${d} ${d} 0 1 0 ${-size} 0Z`;
  }
};
const isOpen = (shape) => shape === "ring" || shape.startsWith("open");
