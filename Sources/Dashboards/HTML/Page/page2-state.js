// What the reader looks at, kept in the address so that a view can be mailed.
const data = JSON.parse(document.getElementById("data").textContent);
const num = Numbers(data.numbers);

// A text of the catalogue with its gaps filled.
const say = (id, values = {}) =>
  (data.words[id] ?? id).replace(/\{(\w+)\}/g, (gap, name) => (name in values ? values[name] : gap));
const people = (n) => (n > 0 && n < data.few ? say("few", { n: data.few })
  : say(n === 1 ? "customers.one" : "customers.other", { n: num.integer(n) }));
const cell = (n) => (n > 0 && n < data.few ? "<" + data.few : num.integer(n));

const shownSegments = data.segments.map((_, i) => i).filter((i) => !data.segments[i].isHidden);
const CHARTS = ["histogram", "cumulative", "density", "box", "bars", "scatter"];

const byValue = [...shownSegments];
const start = () => ({
  view: "report", at: "", seg: data.segments.map((_, i) => i), v: data.first, y: data.second, chart: "histogram",
  unit: "share", scale: "auto", stat: "median", left: byValue[0], right: byValue.at(-1), one: byValue[0], theme: "",
});
let state = start();

const letters = (list) => list.map((i) => data.segments[i].letter).join(",");
const place = (letter) => data.segments.findIndex((segment) => segment.letter === letter);
const measureNamed = (name) => data.measures.findIndex((measure) => measure.name === name);

// Only what differs from the start stands in the address.
const address = () => {
  const usual = start(), parts = [];
  const put = (key, isUsual, text) => { if (!isUsual) parts.push(key + "=" + encodeURIComponent(text)); };
  put("view", state.view === usual.view, state.view);
  put("at", !state.at || state.view !== "report", state.at);
  if (state.seg.length !== usual.seg.length) parts.push("seg=" + letters(state.seg));
  if (state.view !== "report") {
    put("var", state.v === usual.v, (data.measures[state.v] || {}).name);
    put("y", state.y === usual.y, (data.measures[state.y] || {}).name);
    for (const key of ["chart", "unit", "scale", "stat"]) put(key, state[key] === usual[key], state[key]);
    for (const key of ["left", "right", "one"]) put(key, state[key] === usual[key], letters([state[key]]));
  }
  put("theme", state.theme === "", state.theme);
  return parts.join("&");
};

const readAddress = () => {
  const hash = location.hash.slice(1);
  const next = start();
  if (hash && !hash.includes("=")) return { ...next, theme: state.theme, seg: state.seg, at: hash };
  const found = new URLSearchParams(hash);
  const pick = (key, known) => { if (known.includes(found.get(key))) next[key] = found.get(key); };
  pick("view", ["report", "explore", "segment"]);
  pick("chart", CHARTS);
  pick("unit", ["share", "count"]);
  pick("scale", ["auto", "log", "linear"]);
  pick("stat", ["mean", "median", "total", "customers"]);
  pick("theme", ["", "dark", "light"]);
  next.at = found.get("at") || "";
  for (const [key, name] of [["v", "var"], ["y", "y"]]) {
    const i = measureNamed(found.get(name));
    if (i >= 0) next[key] = i;
  }
  if (next.y === next.v && data.measures.length > 1) next.y = data.order.find((v) => v !== next.v);
  for (const key of ["left", "right", "one"]) {
    const i = place(found.get(key));
    if (i >= 0 && !data.segments[i].isHidden) next[key] = i;
  }
  if (found.has("seg")) {
    const wanted = found.get("seg").split(",");
    const seg = data.segments.map((_, i) => i).filter((i) => wanted.includes(data.segments[i].letter));
    if (seg.length) next.seg = seg;
  }
  return next;
};

const selected = () => state.seg.filter((i) => !data.segments[i].isHidden);
const measure = () => data.measures[state.v];
// A log axis where the reader wants one or where a long tail asks for it.
const isLog = (m = measure()) => Boolean(m.log) && (state.scale === "log" || (state.scale === "auto" && m.isSkewed));
