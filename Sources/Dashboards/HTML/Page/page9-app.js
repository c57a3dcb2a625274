// The page itself: header, chips, explorer, segment page, and what the printed figures gain on a screen.

const body = document.body, root = document.documentElement;
const live = h("div", { class: "hidden", "aria-live": "polite", id: "live" });
const tooltip = h("div", { class: "tip", role: "tooltip", hidden: true });
const announce = (text) => { live.textContent = text; };
const isStill = matchMedia("(prefers-reduced-motion: reduce)");

const change = (next, said) => {
  const before = state.v;
  Object.assign(state, next);
  turn();
  // A measure against itself says nothing: the two change places.
  if (state.v === state.y && data.measures.length > 1) state.y = before !== state.v ? before : data.order.find((v) => v !== state.v);
  const hash = address();
  // A page opened from a mail attachment may not allow this; the view works all the same.
  try { history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search); } catch { /* stays */ }
  render();
  if (said) announce(typeof said === "function" ? said() : said);
};

const button = (text, onclick, more = {}) => h("button", { type: "button", onclick, ...more }, text);
// One of several, as pressed buttons.
const choice = (label, options, current, pick, kind = "") => h("div", { class: "choice " + kind, role: "group", "aria-label": label },
  options.map(([key, text, isOff]) => button(text, () => pick(key), { "aria-pressed": String(key === current), "data-key": key, disabled: isOff })));

// Pointing at a place of a drawing, or walking through its places with the arrow keys.
const alive = (drawing, label) => {
  const { svg, stops } = drawing;
  if (!stops.length) return svg;
  const cursor = s("rect", { class: "cursor", tabindex: 0, role: "img", "data-cursor": "", rx: 2, "aria-label": label + ". " + say("keys") });
  svg.append(cursor);
  let current = null;
  const show = (stop, isSaid) => {
    current = stop;
    const [x, y, w, high] = stop.mark || [stop.dot[0] - 6, stop.dot[1] - 6, 12, 12];
    for (const [key, value] of Object.entries({ x: x - 1.5, y: y - 1.5, width: Math.max(4, w + 3), height: Math.max(4, high + 3) })) cursor.setAttribute(key, r(value));
    cursor.classList.add("on");
    tooltip.replaceChildren(h("strong", {}, stop.title), ...stop.lines.map((line) => h("span", {}, line)));
    tooltip.hidden = false;
    const frame = svg.getBoundingClientRect(), k = frame.width / drawing.width;
    const left = frame.left + scrollX + (x + w / 2) * k - tooltip.offsetWidth / 2;
    const top = frame.top + scrollY + y * k - tooltip.offsetHeight - 12;
    tooltip.style.left = Math.max(scrollX + 6, Math.min(left, scrollX + root.clientWidth - tooltip.offsetWidth - 6)) + "px";
    tooltip.style.top = (top < scrollY + 6 ? frame.top + scrollY + (y + high) * k + 12 : top) + "px";
    if (isSaid) {
      const text = [stop.title, ...stop.lines].join(", ");
      cursor.setAttribute("aria-label", text);
      announce(text);
    }
  };
  const hide = () => { tooltip.hidden = true; cursor.classList.remove("on"); };
  const near = (event) => {
    const frame = svg.getBoundingClientRect(), k = drawing.width / frame.width;
    const x = (event.clientX - frame.left) * k, y = (event.clientY - frame.top) * k;
    const far = (stop) => {
      const dx = Math.max(stop.x - x, 0, x - stop.x - stop.w), dy = Math.max(stop.y - y, 0, y - stop.y - stop.h);
      const point = stop.dot ? Math.hypot(stop.dot[0] - x, stop.dot[1] - y) / 1000 : 0;
      return dx + dy + point;
    };
    let best = null, least = 14;
    for (const stop of stops) { const d = far(stop); if (d < least) { least = d; best = stop; } }
    return best;
  };
  svg.addEventListener("pointermove", (event) => { const stop = near(event); if (stop) show(stop); else hide(); });
  svg.addEventListener("pointerleave", () => { if (document.activeElement !== cursor) hide(); });
  svg.addEventListener("pointerdown", (event) => { const stop = near(event); if (stop) show(stop); });
  cursor.addEventListener("focus", () => { if (cursor.matches(":focus-visible")) show(current || stops[0], true); });
  cursor.addEventListener("blur", hide);
  cursor.addEventListener("keydown", (event) => {
    const rows = [...new Set(stops.map((stop) => stop.row))].sort((a, b) => a - b);
    const inRow = (row) => stops.filter((stop) => stop.row === row);
    const at = current || stops[0], here = inRow(at.row), k = here.indexOf(at);
    const closest = (row) => row === undefined ? null
      : inRow(row).reduce((a, b) => (Math.abs(b.x - at.x) < Math.abs(a.x - at.x) ? b : a));
    const moves = {
      ArrowRight: () => here[k + 1] || (here.length === 1 ? closest(rows[rows.indexOf(at.row) + 1]) : null),
      ArrowLeft: () => here[k - 1] || (here.length === 1 ? closest(rows[rows.indexOf(at.row) - 1]) : null),
      ArrowDown: () => closest(rows[rows.indexOf(at.row) + 1]), ArrowUp: () => closest(rows[rows.indexOf(at.row) - 1]),
      Home: () => here[0], End: () => here.at(-1),
    };
    if (moves[event.key]) {
      event.preventDefault();
      const stop = moves[event.key]();
      if (stop) show(stop, true);
    } else if (event.key === "Enter" && at.segment >= 0) solo(at.segment);
    else if (event.key === "Escape") { hide(); cursor.blur(); }
  });
  return svg;
};

const toggle = (i) => {
  const seg = state.seg.includes(i) ? state.seg.filter((other) => other !== i) : [...state.seg, i].sort((a, b) => a - b);
  const kept = seg.length ? seg : data.segments.map((_, k) => k);
  change({ seg: kept }, say("now.shown", { names: kept.map((k) => data.segments[k].name).join(", ") }));
};
const solo = (i) => {
  const isAlone = state.seg.length === 1 && state.seg[0] === i;
  const seg = isAlone ? data.segments.map((_, k) => k) : [i];
  change({ seg }, say("now.shown", { names: seg.map((k) => data.segments[k].name).join(", ") }));
};

// ---- The frame: views, chips, theme -------------------------------------------------------------

const views = h("div", { class: "views" });
const chips = h("div", { class: "chips", role: "group", "aria-label": say("chips") });
const tools = h("div", { class: "tools" });
const explorer = h("div", { id: "explorer", class: "explorer", hidden: true });
const single = h("div", { id: "single", class: "single", hidden: true });

// The ground the file opens with; without one, that of the reader's system.
const home = root.dataset.theme || "";
const isDark = () => (state.theme || home || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

const frame = () => {
  views.replaceChildren(choice(say("views"), [["report", say("view.report")], ["explore", say("view.explore")], ["segment", say("view.segment")]],
    state.view, (view) => { change({ view, at: "" }); scrollTo(0, 0); }));
  tools.replaceChildren(
    button(isDark() ? say("light") : say("dark"), () => change({ theme: isDark() ? "light" : "dark" }), { id: "theme", class: "plain" }),
    button(say("patterns"), () => change({ patterns: state.patterns ? "" : "on" }), { id: "patterns", class: "plain", "aria-pressed": String(Boolean(state.patterns)) }),
    button(say("print"), () => print(), { class: "plain" }));
  chips.hidden = data.segments.length < 2 || state.view === "segment";
  if (chips.hidden) return;
  chips.replaceChildren(...only(h("span", { class: "lead" }, say("segments")),
    ...data.segments.map((segment, i) => h("span", { class: "chip c-" + segment.color + (state.seg.includes(i) ? " on" : "") },
      button("", (event) => (event.altKey ? solo(i) : toggle(i)), { "aria-pressed": String(state.seg.includes(i)), "data-segment": segment.letter, ondblclick: () => solo(i) }),
      button(say("only"), () => solo(i), { class: "only", "aria-label": say("only.label", { name: segment.name }), "data-solo": segment.letter }))),
    button(say("chips.all"), () => change({ seg: data.segments.map((_, i) => i) }), { class: "plain" }),
    data.segments.length > 3 && button(say("chips.top"), () => change({ seg: [0, 1, 2] }), { class: "plain" })));
  chips.querySelectorAll(".chip > button:first-child").forEach((chip, i) => {
    chip.append(tag(i), h("span", { class: "name" }, data.segments[i].name), h("span", { class: "count" }, cell(data.segments[i].size)));
  });
};

// ---- The explorer -------------------------------------------------------------------------------

let latest = null;
const widthFor = (element) => Math.max(260, Math.floor(element.clientWidth));

const search = h("input", { type: "search", placeholder: say("find"), "aria-label": say("find"), oninput: () => list() });
const measureList = h("ul", { class: "measures" });
const measureSelect = h("select", { "aria-label": say("measure"), onchange: (event) => change({ v: Number(event.target.value) }) });
const plotBox = h("div", { class: "plot" });
const heading = h("div", { class: "heading" });
const controls = h("div", { class: "controls" });
const notes = h("p", { class: "note" });
const actions = h("div", { class: "actions" });
const valuesBox = h("details", { class: "values" });
const tables = h("div", {});
const compare = h("aside", { class: "compare", "aria-label": say("compare") });

const options = (pick, without) => data.measures.map((m, v) => h("option", { value: v, selected: v === pick, disabled: v === without }, m.label));

const list = () => {
  const wanted = search.value.trim().toLowerCase();
  const found = data.order.filter((v) => data.measures[v].label.toLowerCase().includes(wanted));
  measureList.replaceChildren(...found.map((v) => {
    const m = data.measures[v];
    return h("li", {}, h("button", { type: "button", "aria-pressed": String(v === state.v), "data-measure": m.name, onclick: () => change({ v }) },
      h("span", {}, m.label), s("svg", { width: 36, height: 8, "aria-hidden": "true" }, s("rect", { width: 36, height: 8, rx: 1, class: "f-grid" }),
        s("rect", { width: r(36 * (m.separation ?? 0)), height: 8, rx: 1, class: "f-single" }))));
  }));
  if (!found.length) measureList.append(h("li", { class: "note" }, say("find.none")));
  measureSelect.replaceChildren(...options(state.v));
};

const draw = (width) => ({ histogram, cumulative, density, box, bars, scatter })[state.chart](width);

// This run or the one before it, where the report tells of one.
const runChoice = () => runs.before && choice(say("run"), [["now", say("run.now")], ["before", runs.before.name]], shownRun,
  (run) => change({ run }, run === "now" ? say("run.now") : runs.before.name), "runs");

const explore = () => {
  list();
  const m = measure(), rows = selected(), isScatter = state.chart === "scatter";
  const canLog = Boolean(m.log) && ["histogram", "cumulative", "density", "box"].includes(state.chart);
  const hasUnit = ["histogram", "cumulative", "density"].includes(state.chart) || (state.chart === "bars" && ["total", "customers"].includes(state.stat));
  controls.replaceChildren(...only(
    runChoice(),
    choice(say("chart"), CHARTS.map((key) => [key, say("chart." + key), key === "scatter" && (data.measures.length < 2 || shownRun === "before")]), state.chart, (chart) => change({ chart }, say("chart." + chart)), "charts"),
    state.chart === "bars" && choice(say("statistic"), [["median", say("stat.median")], ["mean", say("stat.mean")], ["total", say("stat.total"), !m.isSummable],
      ["customers", say("stat.customers")]], state.stat, (stat) => change({ stat })),
    hasUnit && choice(say("unit"), [["share", state.chart === "bars" ? say("unit.total") : say("unit.share")], ["count", state.chart === "bars" ? say("unit.amount") : say("unit.count")]], state.unit, (unit) => change({ unit })),
    canLog && choice(say("scale"), [["log", say("scale.log")], ["linear", say("scale.linear")]], isLog() ? "log" : "linear", (scale) => change({ scale })),
    isScatter && h("label", { class: "field" }, say("against"), h("select", { id: "against", onchange: (event) => change({ y: Number(event.target.value) }) }, options(state.y, state.v))),
  ));
  const title = isScatter ? say("title.pair", { x: m.label, y: data.measures[state.y].label }) : state.chart === "bars" && state.stat === "customers" ? say("stat.customers") : m.label;
  const described = [shownRun === "before" ? runs.before.name : "", say("desc." + state.chart), ...(hasUnit && state.chart !== "bars" ? [say(state.unit === "share" ? "unit.share" : "unit.count")] : []),
    canLog && isLog() ? say("scale.log.long") : "", "n\u00a0=\u00a0" + num.integer(rows.reduce((sum, i) => sum + (m.by[i] ? m.by[i].n : 0), 0)),
    m.missing > 0 ? say("missing", { n: people(m.missing) }) : ""].filter(Boolean).join("\u00a0· ");
  heading.replaceChildren(h("h2", {}, title), h("p", { class: "desc" }, described));
  if (!rows.length) {
    plotBox.replaceChildren(h("p", {}, say("too.few", { n: data.few })));
    latest = null;
  } else {
    latest = { ...draw(widthFor(plotBox)), title, described };
    plotBox.replaceChildren(alive(latest.drawing, title));
  }
  notes.textContent = latest ? latest.notes.filter(Boolean).join(" ") : "";
  const stats = statistics(), sums = totals();
  actions.replaceChildren(
    button(say("csv"), () => latest && save(fileName(data.title, title) + ".csv", "text/csv", [csv(latest.table)]), { id: "csv" }),
    button(say("csv.all"), () => save(fileName(data.title, "statistics") + ".csv", "text/csv", [csv(everything())]), { id: "csv-all" }),
    button("PNG", () => latest && savePicture("png", latest.drawing.svg, title, described), { id: "png" }),
    button("SVG", () => latest && savePicture("svg", latest.drawing.svg, title, described), { id: "svg" }),
    button(say("json"), () => save(fileName(data.title) + ".json", "application/json", [document.getElementById("data").textContent]), { id: "json" }),
    button(say("copy"), (event) => copyLink(event.currentTarget), { id: "copy" }));
  const isOpen = valuesBox.open;
  valuesBox.replaceChildren(h("summary", {}, say("values")), ...(isOpen && latest ? [tableOf(latest.table.header, latest.table.rows)] : []));
  tables.replaceChildren(
    h("h3", {}, say("statistics", { measure: m.label })), tableOf(stats.header, dressedRows(stats.rows), { keep: 1, mark: 4, caption: m.label }),
    h("h3", {}, say("totals")), tableOf(sums.header, dressedRows(sums.rows), { keep: 1, caption: say("totals") }));
  comparison();
};

valuesBox.addEventListener("toggle", () => {
  if (valuesBox.open && latest && valuesBox.children.length < 2) valuesBox.append(tableOf(latest.table.header, latest.table.rows));
});

// Every measure of every segment in one table.
const everything = () => ({
  header: [say("measure"), say("segment"), "n", say("stat.mean"), say("sd"), say("min"), ...["5", "25"].map(num.percentage), say("stat.median"), ...["75", "95"].map(num.percentage), say("max"), say("stat.total")],
  rows: data.measures.flatMap((m) => [...shownSegments(), -1].map((i) => {
    const part = i < 0 ? { ...m, total: m.sum } : m.by[i];
    return [m.label, i < 0 ? say("all") : data.segments[i].letter + " " + data.segments[i].name, part.n, part.mean, part.sd,
      ...[0, 5, 25, 50, 75, 95, 100].map((p) => part.q[p]), m.isSummable ? part.total : ""];
  })),
});

const copyLink = async (where) => {
  try { await navigator.clipboard.writeText(location.href); where.textContent = say("copied"); } catch { prompt(say("copy"), location.href); }
  announce(say("copied"));
};

// ---- The printed figures on a screen ------------------------------------------------------------

const enrich = () => {
  document.querySelectorAll(".book table").forEach((table) => {
    const rows = table.tBodies[0] ? [...table.tBodies[0].rows] : [];
    const isTotal = rows.length && rows.at(-1).cells[0].textContent === say("all");
    if (rows.length - (isTotal ? 1 : 0) > 2 && table.tHead && !rows.some((row) => row.cells[0].colSpan > 1)) sortable(table, isTotal ? 1 : 0);
  });
  document.querySelectorAll(".book figure").forEach((figure) => {
    const svg = figure.querySelector("svg[role=img]"), table = figure.querySelector("table");
    if (!svg && !table) return;
    const title = figure.querySelector("h3")?.textContent || svg?.querySelector("title")?.textContent || data.title;
    const note = figure.querySelector(".desc")?.textContent;
    const read = () => {
      const [head, ...rows] = [...table.rows].map((row) => [...row.cells].map((c) => c.textContent));
      return { header: head, rows };
    };
    figure.append(h("div", { class: "save" }, table && button("CSV", () => save(fileName(data.title, title) + ".csv", "text/csv", [csv(read())]), { "aria-label": say("save.as", { what: title, kind: "CSV" }) }),
      svg && button("PNG", () => savePicture("png", svg, title, note), { "aria-label": say("save.as", { what: title, kind: "PNG" }) }),
      svg && button("SVG", () => savePicture("svg", svg, title, note), { "aria-label": say("save.as", { what: title, kind: "SVG" }) })));
  });
  document.querySelectorAll(".draw, .book .scroll").forEach(scrolls);
  // The skip link leads to the view that is open, and leaves the address alone.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    const target = { report: document.getElementById("main"), explore: explorer.querySelector(".stage"), segment: single }[state.view];
    target.tabIndex = -1;
    target.focus();
  });
  document.querySelectorAll(".book nav a").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    change({ at: link.getAttribute("href").slice(1) });
    go();
  }));
};

const go = () => {
  const target = state.at && document.getElementById(state.at);
  if (target && state.view === "report") {
    target.scrollIntoView({ behavior: isStill.matches ? "auto" : "smooth" });
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
};

// ---- Together -----------------------------------------------------------------------------------

const focusKey = () => {
  const active = document.activeElement;
  if (!active || active === body || active === search) return null;
  for (const key of ["id", "data-segment", "data-solo", "data-measure", "data-one", "data-key"]) {
    const value = active.getAttribute(key);
    if (value) return `[${key}=${CSS.escape(value)}]`;
  }
  return active.classList.contains("cursor") ? ".plot .cursor" : null;
};

const render = () => {
  const focused = focusKey();
  tooltip.hidden = true;
  body.dataset.view = state.view;
  if (state.theme || home) root.dataset.theme = state.theme || home; else delete root.dataset.theme;
  if (state.patterns) root.dataset.patterns = ""; else delete root.dataset.patterns;
  const off = data.segments.map((_, i) => i).filter((i) => !state.seg.includes(i)).map((i) => data.segments[i].color);
  if (off.length) root.dataset.off = off.join(" "); else delete root.dataset.off;
  frame();
  explorer.hidden = state.view !== "explore";
  single.hidden = state.view !== "segment";
  if (data.measures.length) {
    if (state.view === "explore") explore();
    if (state.view === "segment") oneSegment();
  }
  if (focused && document.activeElement === body) document.querySelector(focused)?.focus({ preventScroll: true });
};

const build = () => {
  const bar = document.querySelector(".bar");
  bar.append(views, tools);
  bar.after(chips);
  explorer.append(
    h("div", { class: "list" }, search, h("div", { class: "listhead" }, h("span", {}, say("measure")), h("span", {}, say("separation"))), measureList,
      h("p", { class: "note" }, say("separation.note"))),
    h("main", { class: "stage" }, h("label", { class: "field narrow" }, say("measure"), measureSelect), heading, controls, plotBox, notes, actions, valuesBox, tables,
      data.omitted.map((text) => h("p", { class: "note" }, text))),
    compare);
  if (!data.measures.length) explorer.replaceChildren(h("p", {}, say("no.measures")));
  document.querySelector(".book").after(explorer, single);
  body.append(live, tooltip);
  enrich();
  state = readAddress();
  render();
  document.fonts.ready.then(() => { if (state.view !== "report") render(); });
  if (state.at) go();
  let width = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; render(); } });
  addEventListener("hashchange", () => { state = readAddress(); render(); go(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
  addEventListener("keydown", (event) => {
    if (event.key === "/" && state.view === "explore" && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) { event.preventDefault(); search.focus(); }
    if (event.key === "Escape") tooltip.hidden = true;
  });
  // Short tables are opened on paper; pages of numbers would drown the figures.
  const opened = [];
  addEventListener("beforeprint", () => document.querySelectorAll(".book details:not([open], .finding)").forEach((element) => {
    if (element.querySelectorAll("tbody tr").length <= 12) { opened.push(element); element.open = true; }
  }));
  addEventListener("afterprint", () => { for (const element of opened.splice(0)) element.open = false; });
};
build();
