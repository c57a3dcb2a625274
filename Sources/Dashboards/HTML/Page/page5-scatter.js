// Any two measures: customers counted on a grid, one panel for all and one for each segment.

const pairOf = (v, y) => {
  const found = data.pairs.find((pair) => (pair.x === v && pair.y === y) || (pair.x === y && pair.y === v));
  return found ? { ...found, turned: found.x !== v } : null;
};

// Unpacks the counts of a grid: for each segment (−1: unassigned) an array of cells from the lowest y.
const unpacked = new Map();
const gridOf = (v, y) => {
  const key = v + " " + y;
  if (unpacked.has(key)) return unpacked.get(key);
  const pair = pairOf(v, y);
  if (!pair) return null;
  const columns = pair.turned ? pair.rows : pair.columns, rows = pair.turned ? pair.columns : pair.rows;
  const layers = new Map();
  for (const [i, runs] of pair.cells) {
    const cells = new Array(columns * rows).fill(0);
    let at = 0;
    for (let k = 0; k < runs.length; k += 2) {
      for (let end = at + runs[k]; at < end; at += 1) {
        const column = at % pair.columns, row = Math.floor(at / pair.columns);
        cells[pair.turned ? column * columns + row : at] = runs[k + 1];
      }
    }
    layers.set(i, cells);
  }
  const axes = pair.turned ? [pair.yAxis, pair.xAxis] : [pair.xAxis, pair.yAxis];
  const grid = { columns, rows, layers, axes };
  unpacked.set(key, grid);
  return grid;
};

// Strength of each count in 8 steps with about as many cells in each; equal counts share the middle one.
const stepsOf = (cells) => {
  const counts = cells.filter((count) => count > 0).sort((a, b) => a - b), step = new Map();
  counts.forEach((count, k) => {
    if (count !== counts[k - 1]) step.set(count, ((k + counts.lastIndexOf(count)) / 2 + 0.5) / counts.length);
  });
  return (count) => Math.min(7, Math.floor(step.get(count) * 8));
};

const paintCells = (drawing, grid, cells, color, x, y, w, h, steps) => {
  const paths = new Map(), cw = w / grid.columns, ch = h / grid.rows;
  cells.forEach((count, at) => {
    if (!count) return;
    const column = at % grid.columns, row = Math.floor(at / grid.columns), level = steps(count);
    const piece = `M${r(x + column * cw)} ${r(y + h - (row + 1) * ch)}h${r(cw)}v${r(ch)}h${r(-cw)}z`;
    paths.set(level, (paths.get(level) || "") + piece);
  });
  for (const [level, d] of [...paths].sort((a, b) => a[0] - b[0])) {
    drawing.add("path", { d, class: "f-" + color, "fill-opacity": r(0.22 + 0.78 * (level / 7)), "shape-rendering": "crispEdges" });
  }
};

const gridScale = (axis, start, end) => scaleOf(axis[0], axis[1], start, end, axis[2] === "log");

const scatterPanel = (drawing, grid, m, n, box, layers) => {
  const { x, y, w, h: high } = box;
  const scaleX = gridScale(grid.axes[0], x, x + w), scaleY = gridScale(grid.axes[1], y + high, y);
  drawing.add("rect", { x, y, width: w, height: high, class: "frame" });
  layers(scaleX, scaleY);
  if (box.isSmall) return;
  valueAxis(drawing, m, scaleX, x, x + w, y + high);
  const room = Math.max(2, Math.floor(high / 48));
  const ticks = scaleY.log ? logTicks(scaleY.low, scaleY.high, room + 1) : roundTicks(scaleY.low, scaleY.high, room);
  const texts = scaleY.log ? num.logAxis(n, ticks) : num.axis(n, ticks);
  ticks.forEach((tick, k) => {
    drawing.line(x - 4, scaleY(tick), x, scaleY(tick), "axis");
    drawing.text(x - 8, r(Math.min(y + high, Math.max(y + 9, scaleY(tick) + 4))), texts[k], { anchor: "end", kind: "tn" });
  });
  const named = (measure, scale) => measure.label + (scale.log ? say("log.suffix") : "");
  drawing.text(x - 42, y - 10, named(n, scaleY), { kind: "ink", room: w });
  drawing.text(x + w, y + high + 36, named(m, scaleX), { anchor: "end", kind: "ink", room: w });
};

// Of each cell of several segments: the customers of all and the segment with most of them.
const strongest = (grid, rows) => {
  const total = new Array(grid.columns * grid.rows).fill(0), owner = total.map(() => -1), most = total.map(() => 0);
  for (const i of rows) {
    (grid.layers.get(i) || []).forEach((count, at) => {
      total[at] += count;
      if (count > most[at]) { most[at] = count; owner[at] = i; }
    });
  }
  return { total, owner };
};

const cellTip = (grid, m, n, at, rows) => {
  const column = at % grid.columns, row = Math.floor(at / grid.columns);
  const edge = (axis, count, k) => gridScale(axis, 0, count).inverse(k);
  const range = (measure, axis, count, k) => {
    const low = edge(axis, count, k), high = edge(axis, count, k + 1);
    const isSingle = measure.isWhole && axis[2] !== "log" && high - low <= 1.0001;
    return `${measure.label}: ` + (isSingle ? num.value(measure, Math.round((low + high) / 2))
      : say("range", { low: num.value(measure, +low.toPrecision(3)), high: num.value(measure, +high.toPrecision(3)) }));
  };
  return [range(m, grid.axes[0], grid.columns, column), range(n, grid.axes[1], grid.rows, row),
    ...rows.filter((i) => (grid.layers.get(i) || [])[at]).slice(0, 5)
      .map((i) => `${data.segments[i].letter} ${data.segments[i].name}: ${cell(grid.layers.get(i)[at])}`)];
};

const scatter = (width, only = null, v = state.v, w = state.y) => {
  const m = data.measures[v], n = data.measures[w], grid = v === w ? null : gridOf(v, w);
  const rows = only === null ? selected() : [only];
  const high = Math.min(440, Math.max(260, width * 0.55));
  const small = only === null && rows.length > 1 ? rows : [];
  const perRow = Math.max(1, Math.min(small.length, Math.floor(width / 150))), gap = 14;
  const side = (width - gap * (perRow - 1)) / perRow, low = Math.min(side * 0.72, 150);
  const below = small.length ? Math.ceil(small.length / perRow) * (low + 36) + 20 : 0;
  const drawing = new Drawing(width, 24 + high + 46 + below, say("chart.label.pair", { x: m.label, y: n.label }));
  if (!grid) {
    drawing.text(width / 2, high / 2, say("scatter.none"), { anchor: "middle", kind: "ink" });
    return { drawing, notes: [], table: { header: [], rows: [] } };
  }
  const shown = strongest(grid, rows), everybody = strongest(grid, [...grid.layers.keys()]);
  const steps = stepsOf(shown.total), frame = { x: 52, y: 24, w: width - 60, h: high };
  scatterPanel(drawing, grid, m, n, frame, () => {
    if (only !== null) paintCells(drawing, grid, everybody.total, "other", frame.x, frame.y, frame.w, high, () => 1);
    for (const i of rows) {
      const own = shown.total.map((count, at) => (shown.owner[at] === i ? count : 0));
      paintCells(drawing, grid, own, data.segments[i].color, frame.x, frame.y, frame.w, high, steps);
    }
  });
  const cw = frame.w / grid.columns, ch = high / grid.rows;
  const filled = new Map();
  shown.total.forEach((count, at) => {
    if (!count) return;
    const column = at % grid.columns, row = grid.rows - 1 - Math.floor(at / grid.columns), i = shown.owner[at];
    filled.set(row, (filled.get(row) ?? -1) + 1);
    const place = { x: frame.x + column * cw, y: frame.y + row * ch, w: cw, h: ch };
    drawing.stop(row, filled.get(row), { ...place, mark: [place.x, place.y, cw, ch] },
      count < data.few ? people(count) : people(count), cellTip(grid, m, n, at, rows), i);
  });
  small.forEach((i, k) => {
    const x = (k % perRow) * (side + gap), y = 24 + high + 62 + Math.floor(k / perRow) * (low + 36);
    drawing.tag(i, x, y - 4);
    drawing.text(x + 22, y + 8, data.segments[i].name, { weight: 600, kind: "t-" + data.segments[i].color, room: side - 26 });
    scatterPanel(drawing, grid, m, n, { x, y: y + 16, w: side, h: low, isSmall: true }, () => {
      paintCells(drawing, grid, everybody.total, "other", x, y + 16, side, low, () => 1);
      const own = grid.layers.get(i) || [];
      paintCells(drawing, grid, own, data.segments[i].color, x, y + 16, side, low, stepsOf(own));
    });
  });
  const table = { header: [m.label, n.label, ...rows.map((i) => data.segments[i].letter + " " + data.segments[i].name)], rows: [] };
  shown.total.forEach((count, at) => {
    if (!count) return;
    const edge = (axis, size, k) => +gridScale(axis, 0, size).inverse(k + 0.5).toPrecision(4);
    table.rows.push([num.value(m, edge(grid.axes[0], grid.columns, at % grid.columns)),
      num.value(n, edge(grid.axes[1], grid.rows, Math.floor(at / grid.columns))),
      ...rows.map((i) => cell((grid.layers.get(i) || [])[at] || 0))]);
  });
  const rho = data.correlations[v] && data.correlations[v][w];
  return { drawing, table, notes: [say(only === null ? "note.scatter" : "note.scatter.one"),
    typeof rho === "number" && say("note.rho", { r: num.fixed(rho, 2) })] };
};
