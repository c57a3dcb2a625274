// What the reader looks at, kept in the address so that a view can be mailed.
const data = JSON.parse(document.getElementById("data").textContent);
const num = Numbers(data.numbers);

// A text of the catalogue with its gaps filled.
const say = (id, values = {}) =>
  (data.words[id] ?? id).replace(/\{(\w+)\}/g, (gap, name) => (name in values ? values[name] : gap));
const people = (n) => (n > 0 && n < data.few ? say("few", { n: data.few })
  : say(n === 1 ? "customers.one" : "customers.other", { n: num.integer(n) }));
const cell = (n) => (n > 0 && n < data.few ? "<" + data.few : num.integer(n));

// The explorer shows this run or the one before; each has its own lists of segments and measures.
const RUN = ["customers", "segments", "measures", "order", "first", "second", "correlations", "pairs", "ratio"];
const runs = { now: Object.fromEntries(RUN.map((key) => [key, data[key]])), before: data.before && { ratio: null, ...data.before, correlations: [], pairs: [] } };
let shownRun = "now";
const use = (run) => {
  if (run === shownRun) return;
  Object.assign(data, runs[run]);
  shownRun = run;
  unpacked.clear();
};

const shownSegments = () => data.segments.map((_, i) => i).filter((i) => !data.segments[i].isHidden);
const CHARTS = ["histogram", "cumulative", "density", "box", "bars", "scatter"];

const start = () => {
  const shown = shownSegments();
  return {
    view: "report", at: "", run: "now", seg: data.segments.map((_, i) => i), v: data.first, y: data.second, chart: "histogram",
    unit: "share", scale: "auto", stat: "median", left: shown[0], right: shown.at(-1), one: shown[0], theme: "", patterns: "",
  };
};
let state = start();

const letters = (list) => list.map((i) => data.segments[i].letter).join(",");
const place = (letter) => data.segments.findIndex((segment) => segment.letter === letter);
const measureNamed = (name) => data.measures.findIndex((measure) => measure.name === name);

// The pages tell of this run, the explorer of the chosen one: what is looked at keeps its letter or name.
const wantedRun = (view, run) => (view !== "report" && runs[run] ? run : "now");
const turn = () => {
  const run = wantedRun(state.view, state.run), { segments, measures } = data;
  if (run === shownRun) return;
  use(run);
  const usual = start(), here = (i) => (segments[i] ? place(segments[i].letter) : -1);
  const seg = state.seg.map(here).filter((i) => i >= 0);
  state.seg = state.seg.length === segments.length || !seg.length ? usual.seg : seg;
  for (const key of ["left", "right", "one"]) {
    const i = here(state[key]);
    state[key] = i >= 0 && !data.segments[i].isHidden ? i : usual[key];
  }
  for (const key of ["v", "y"]) {
    const i = measures[state[key]] ? measureNamed(measures[state[key]].name) : -1;
    state[key] = i >= 0 ? i : usual[key];
  }
  // Pairs of measures are counted for this run alone.
  if (run === "before" && state.chart === "scatter") state.chart = usual.chart;
};

// Only what differs from the start stands in the address.
const address = () => {
  const usual = start(), parts = [];
  const put = (key, isUsual, text) => { if (!isUsual) parts.push(key + "=" + encodeURIComponent(text)); };
  put("view", state.view === usual.view, state.view);
  put("at", !state.at || state.view !== "report", state.at);
  if (state.seg.length !== usual.seg.length) parts.push("seg=" + letters(state.seg));
  if (state.view !== "report") {
    put("run", shownRun === "now", shownRun);
    put("var", state.v === usual.v, (data.measures[state.v] || {}).name);
    put("y", state.y === usual.y, (data.measures[state.y] || {}).name);
    for (const key of ["chart", "unit", "scale", "stat"]) put(key, state[key] === usual[key], state[key]);
    for (const key of ["left", "right", "one"]) put(key, state[key] === usual[key], letters([state[key]]));
  }
  put("theme", state.theme === "", state.theme);
  put("patterns", !state.patterns, state.patterns);
  return parts.join("&");
};

const readAddress = () => {
  const hash = location.hash.slice(1), found = new URLSearchParams(hash), isPlace = hash && !hash.includes("=");
  if (isPlace) { state.view = "report"; turn(); } else use(wantedRun(found.get("view") || "report", found.get("run")));
  const next = { ...start(), run: shownRun };
  if (isPlace) return { ...next, theme: state.theme, patterns: state.patterns, seg: state.seg, at: hash };
  const pick = (key, known) => { if (known.includes(found.get(key))) next[key] = found.get(key); };
  pick("view", ["report", "explore", "segment"]);
  pick("chart", CHARTS);
  pick("unit", ["share", "count"]);
  pick("scale", ["auto", "log", "linear"]);
  pick("stat", ["mean", "median", "total", "customers"]);
  pick("theme", ["", "dark", "light"]);
  pick("patterns", ["", "on"]);
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
