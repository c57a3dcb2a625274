// Two segments side by side, and one segment by itself: what stands beside the explorer.

// A chart in its place, with what there is to say about it and the means to take it away.
const put = (where, made, title) => {
  where.replaceChildren(alive(made.drawing, title));
  const told = made.notes.filter(Boolean).join(" ");
  if (told) where.append(h("p", { class: "note" }, told));
  const take = (kind, run) => button(kind, run, { "aria-label": say("save.as", { what: title, kind }) });
  where.append(h("div", { class: "actions taken" },
    take("CSV", () => save(fileName(data.title, title) + ".csv", "text/csv", [csv(made.table)])),
    take("PNG", () => savePicture("png", made.drawing.svg, title, "")), take("SVG", () => savePicture("svg", made.drawing.svg, title, ""))));
};

const comparison = () => {
  compare.hidden = shownSegments().length < 2;
  if (compare.hidden) return;
  const pick = (side) => h("label", { class: "side c-" + data.segments[state[side]].color }, h("span", { class: "hidden" }, say(side)), tag(state[side]),
    h("select", { id: side, onchange: (event) => change({ [side]: Number(event.target.value) }, () => verdict(state.left, state.right)) },
      shownSegments().map((i) => h("option", { value: i, selected: i === state[side] }, data.segments[i].name))));
  const same = state.left === state.right;
  compare.replaceChildren(h("h2", {}, say("compare")), h("div", { class: "pickers" }, pick("left"),
    button("⇄", () => change({ left: state.right, right: state.left }), { class: "swap", "aria-label": say("swap") }), pick("right")));
  if (same) { compare.append(h("p", {}, say("compare.same"))); return; }
  const [box1, box2] = ["plot", "plot square"].map((kind) => h("div", { class: kind }));
  const title = say("quantiles.title", { measure: measure().label });
  compare.append(h("p", { class: "verdict", id: "verdict" }, verdict(state.left, state.right)),
    h("h3", {}, say("compare.title")), h("p", { class: "desc" }, say("compare.desc")), box1,
    h("h3", {}, title), h("p", { class: "desc" }, say("quantiles.desc")), box2);
  const all = dumbbells(state.left, state.right, widthFor(box1));
  put(box1, all, say("compare.title"));
  put(box2, quantiles(state.left, state.right, widthFor(box2)), title);
  compare.append(h("details", {}, h("summary", {}, say("values")), tableOf(all.table.header, all.table.rows)),
    h("p", { class: "note" }, say("compare.sure", { left: people(data.segments[state.left].size), right: people(data.segments[state.right].size),
      a: data.segments[state.left].letter, b: data.segments[state.right].letter })));
};

// What is drawn with one segment chosen, as shares, whatever the explorer shows.
const withOnly = (i, make) => {
  const { seg, unit } = state;
  Object.assign(state, { seg: [i], unit: "share" });
  const made = make();
  Object.assign(state, { seg, unit });
  return made;
};

const oneSegment = () => {
  if (!shownSegments().length || !data.measures.length) { single.replaceChildren(h("p", {}, say("too.few", { n: data.few }))); return; }
  const i = state.one, segment = data.segments[i], m = measure(), other = data.measures[state.y] || m, numbers = described(i);
  const hasPair = data.measures.length > 1 && shownRun === "now";
  const [apart, curve, middle, pair] = [1, 2, 3, 4].map(() => h("div", { class: "plot" }));
  const titles = { apart: say("traits.title"), curve: say("density.title", { measure: m.label }), middle: `${say("chart.box")}: ${m.label}`, pair: say("title.pair", { x: m.label, y: other.label }) };
  const selects = (id, label, current, key, without) => h("label", { class: "field" }, label, h("select", { id, onchange: (event) => change({ [key]: Number(event.target.value) }) }, options(current, without)));
  single.replaceChildren(...only(
    runs.before && h("div", { class: "controls" }, runChoice()),
    h("div", { class: "picker", role: "group", "aria-label": say("view.segment") }, shownSegments().map((k) => h("button", { type: "button", "aria-pressed": String(k === i),
      class: "c-" + data.segments[k].color, "data-one": data.segments[k].letter, onclick: () => change({ one: k }, data.segments[k].name) }, tag(k), data.segments[k].name))),
    h("header", { class: "band b-" + segment.color }, h("h2", {}, segment.letter + "  " + segment.name), h("span", {}, people(segment.size))),
    h("p", { class: "like" }, segment.like), segment.actions.length && h("ul", { class: "todo" }, segment.actions.map((text) => h("li", {}, text))),
    h("div", { class: "kpis" }, kpis(i)),
    h("div", { class: "halves" },
      h("section", {}, h("h3", {}, titles.apart), h("p", { class: "desc" }, say("traits.desc")), apart,
        h("h3", {}, say("statistics", { measure: segment.name })), tableOf(numbers.header, numbers.rows, { caption: segment.name })),
      h("section", {}, h("h3", {}, titles.curve), h("p", { class: "desc" }, say("density.desc")),
        selects("one-measure", say("measure"), state.v, "v"), curve, h("h3", {}, titles.middle), middle)),
    hasPair && h("section", {}, h("h3", {}, titles.pair), h("p", { class: "desc" }, say("scatter.one.desc")),
      h("div", { class: "controls" }, selects("one-x", say("across"), state.v, "v", state.y), selects("one-y", say("against"), state.y, "y", state.v)), pair)));
  put(apart, traits(i, widthFor(apart)), titles.apart);
  put(curve, withOnly(i, () => density(widthFor(curve))), titles.curve);
  put(middle, withOnly(i, () => box(widthFor(middle))), titles.middle);
  if (hasPair && state.v !== state.y) put(pair, scatter(widthFor(pair), i), titles.pair);
};
