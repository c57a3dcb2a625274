// The charts of the explorer. Each gives a drawing and the table of exactly what it shows.

// The bins of a measure with their counts; a log axis has bins of its own.
const binsOf = (m, log) => {
  const bins = log ? m.log : m.histogram;
  const edges = bins.counts.map((_, i) => i).concat(bins.counts.length)
    .map((i) => (log ? +(10 ** ((bins.first + i) / bins.perDecade)).toPrecision(12) : +(bins.start + i * bins.width).toPrecision(12)));
  return { edges, all: bins, by: m.by.map((part) => part && (log ? part.log : part)) };
};

const sides = (width) => ({ x0: 46, x1: width > 620 ? width - 150 : width - 8, isWide: width > 620 });

// A name in one line or, where it does not fit, in two.
const inTwoLines = (text, room) => {
  if (widthOf(text, 600) <= room) return [text];
  const words = text.split(" ");
  let first = words.shift();
  while (words.length && widthOf(first + " " + words[0], 600) <= room) first += " " + words.shift();
  return words.length ? [first, words.join(" ")] : [first];
};

// Name, letter and a number at the right of a row, or above it where there is no room.
const rowName = (drawing, i, side, y, note) => {
  const segment = data.segments[i], kind = "t-" + segment.color;
  if (side.isWide) {
    drawing.tag(i, side.x1 + 14, y);
    const lines = inTwoLines(segment.name, 112);
    lines.forEach((line, k) => drawing.text(side.x1 + 36, y + 12 + k * 15, line, { weight: 600, kind, room: 112 }));
    drawing.text(side.x1 + (lines.length > 1 ? 36 : 14), y + 16 + 16 * lines.length, note, { kind: "ink tn", room: 132 });
  } else {
    drawing.tag(i, side.x0 - 46, y);
    drawing.text(side.x0 - 24, y + 12, segment.name, { weight: 600, kind, room: drawing.width * 0.55 });
    drawing.text(side.x1, y + 12, note, { anchor: "end", kind: "ink tn", room: drawing.width * 0.4 });
  }
};

const beyond = (m, bins) => {
  const { below, above } = bins.all, low = num.value(m, bins.edges[0]), high = num.value(m, bins.edges.at(-1));
  if (below > 0 && above > 0) return [say("beyond.both", { first: people(below), low, last: people(above), high })];
  if (below > 0) return [say("beyond.below", { customers: people(below), value: low })];
  return above > 0 ? [say("beyond.above", { customers: people(above), value: high })] : [];
};

const histogram = (width) => {
  const m = measure(), log = isLog(), bins = binsOf(m, log), rows = selected(), isShare = state.unit === "share";
  const side = sides(width), head = side.isWide ? 10 : 28, high = rows.length > 8 ? 56 : 80, pitch = head + high + 12;
  const drawing = new Drawing(width, rows.length * pitch + 26, say("chart.label", { chart: say("chart.histogram"), measure: m.label }));
  const x = scaleOf(bins.edges[0], bins.edges.at(-1), side.x0, side.x1, log);
  const part = (count, n) => (isShare ? count / Math.max(1, n) : count);
  const top = Math.max(...rows.map((i) => Math.max(...bins.by[i].counts) / (isShare ? Math.max(1, m.by[i].n) : 1)),
    isShare ? Math.max(...bins.all.counts) / m.n : 0, 1e-9) * 1.04;
  rows.forEach((i, row) => {
    const y0 = row * pitch + head + high, y1 = row * pitch + head;
    countAxis(drawing, top, y0, y1, side.x0, side.x1);
    const height = (v) => (v / top) * high;
    bins.by[i].counts.forEach((count, column) => {
      const left = x(bins.edges[column]), right = x(bins.edges[column + 1]), value = part(count, m.by[i].n);
      if (count) {
        drawing.add("rect", { x: r(left + 0.4), y: r(y0 - height(value)), width: r(Math.max(0.6, right - left - 0.8)),
          height: r(height(value)), class: "f-" + data.segments[i].color });
      }
      drawing.stop(row, column, { x: left, y: y1, w: right - left, h: high, mark: [left, y0 - height(value), right - left, height(value)] },
        `${data.segments[i].letter} ${data.segments[i].name}`,
        [say("range", { low: num.value(m, bins.edges[column]), high: num.value(m, bins.edges[column + 1]) }),
          count > 0 && count < data.few ? people(count)
            : say("part.of.segment", { customers: people(count), share: num.percent(count / Math.max(1, m.by[i].n)) })], i);
    });
    if (isShare) {
      const outline = bins.all.counts.map((count, column) => {
        const y = r(y0 - height(count / m.n));
        return `${column ? "L" : "M"}${r(x(bins.edges[column]))} ${y}H${r(x(bins.edges[column + 1]))}`;
      }).join("");
      drawing.add("path", { d: outline, class: "l-outline" });
    }
    const median = x(m.by[i].q[50]);
    drawing.line(median, y1 - 2, median, y0, "median");
    rowName(drawing, i, side, side.isWide ? y1 + 4 : y1 - 24, say("median", { value: num.value(m, m.by[i].q[50]) }));
  });
  valueAxis(drawing, m, x, side.x0, side.x1, rows.length * pitch - 12);
  return {
    drawing,
    notes: [isShare && say("note.outline"), ...beyond(m, bins)],
    table: {
      header: [say("from"), say("to"), say("all"), ...rows.map((i) => data.segments[i].letter + " " + data.segments[i].name)],
      rows: bins.all.counts.map((count, c) => [num.value(m, bins.edges[c]), num.value(m, bins.edges[c + 1]), cell(count),
        ...rows.map((i) => cell(bins.by[i].counts[c]))]),
    },
  };
};

// Names of the segments with their dashes in one line above the plot, or in as many as they need.
const legendOf = (rows, width) => {
  let x = 0, y = 0;
  const places = rows.map((i) => {
    const wide = Math.min(width, widthOf(data.segments[i].name, 600) + 50);
    if (x > 0 && x + wide > width) { x = 0; y += 24; }
    const place = { i, x, y, wide };
    x += wide + 18;
    return place;
  });
  return { places, height: y + 34 };
};

// Lines over one axis: all customers thin, each segment in its color and dash.
const lines = (width, kind, curve, x, top, axisOf, stops) => {
  const rows = selected(), m = measure(), high = Math.min(360, Math.max(220, width * 0.45));
  const side = { x0: axisOf ? 46 : 4, x1: width - 8 }, { places, height: legend } = legendOf(rows, width);
  const drawing = new Drawing(width, legend + high + 28, say("chart.label", { chart: say("chart." + kind), measure: m.label }));
  const scale = x(side.x0, side.x1), y0 = legend + high, y = (v) => y0 - (v / top) * high;
  if (axisOf) axisOf(drawing, y0, legend, side);
  valueAxis(drawing, m, scale, side.x0, side.x1, y0, legend);
  drawing.line(side.x0, y0, side.x1, y0, "axis");
  const pathOf = (points) => points.map(([a, b], k) => `${k ? "L" : "M"}${r(scale(a))} ${r(y(b))}`).join("");
  drawing.add("path", { d: pathOf(curve(-1)), class: "l-outline" });
  for (const i of rows) {
    drawing.add("path", { d: pathOf(curve(i)), class: "l-segment s-" + data.segments[i].color,
      "stroke-dasharray": data.segments[i].dash.join(" ") || null });
  }
  for (const place of places) {
    const segment = data.segments[place.i];
    drawing.line(place.x, place.y + 8, place.x + 22, place.y + 8, "segment s-" + segment.color,
      { "stroke-dasharray": segment.dash.join(" ") || null });
    drawing.tag(place.i, place.x + 27, place.y);
    drawing.text(place.x + 48, place.y + 12, segment.name, { weight: 600, kind: "t-" + segment.color, room: place.wide - 48 });
  }
  rows.forEach((i, row) => stops(i).forEach(([a, b, lines], column, list) => {
    const left = scale(column ? (list[column - 1][0] + a) / 2 : a), right = scale(column + 1 < list.length ? (list[column + 1][0] + a) / 2 : a);
    drawing.stop(row, column, { x: Math.min(left, right), y: legend, w: Math.abs(right - left), h: high, dot: [scale(a), y(b)] },
      `${data.segments[i].letter} ${data.segments[i].name}`, lines, i);
  }));
  return drawing;
};

// The share of a group below a value, from its percentiles.
const shareBelow = (q, v) => {
  if (v < q[0]) return 0;
  if (v >= q[100]) return 1;
  let i = q.findLastIndex((edge) => edge <= v);
  if (i < 0) i = 0;
  const step = q[i + 1] - q[i];
  return (i + (step > 0 ? (v - q[i]) / step : 0)) / 100;
};

const cumulative = (width) => {
  const m = measure(), log = isLog(), isShare = state.unit === "share", rows = selected();
  const bins = binsOf(m, log), part = (i) => (i < 0 ? m : m.by[i]);
  const curve = (i) => part(i).q.map((v, p) => [v, (p / 100) * (isShare ? 1 : part(i).n)]);
  const top = isShare ? 1 : Math.max(...rows.map((i) => m.by[i].n), 1) * 1.04;
  const drawing = lines(width, "cumulative", (i) => (i < 0 && !isShare ? [] : curve(i)),
    (a, b) => scaleOf(bins.edges[0], bins.edges.at(-1), a, b, log), top,
    (d, y0, y1, side) => countAxis(d, top, y0, y1, side.x0, side.x1),
    (i) => [...Array(21).keys()].map((k) => [m.by[i].q[k * 5], (k / 20) * (isShare ? 1 : m.by[i].n),
      [say("cumulative.tip", { share: num.percent(k / 20), value: num.value(m, m.by[i].q[k * 5]) }),
        ...rows.filter((j) => j !== i).slice(0, 4).map((j) => say("cumulative.other", { name: data.segments[j].name,
          share: num.percent(shareBelow(m.by[j].q, m.by[i].q[k * 5])) }))]]));
  return {
    drawing,
    notes: [isShare && say("note.line.all"), say("note.percentiles")],
    table: {
      header: [say("percentile"), say("all"), ...rows.map((i) => data.segments[i].letter + " " + data.segments[i].name)],
      rows: [...Array(21).keys()].map((k) => [num.percentage(num.integer(k * 5)), num.value(m, m.q[k * 5]),
        ...rows.map((i) => num.value(m, m.by[i].q[k * 5]))]),
    },
  };
};

// A smooth density from binned counts: every bin is spread by a bell as wide as Silverman's rule says.
const smooth = (m, i, log, isShare) => {
  const bins = binsOf(m, log), part = i < 0 ? m : m.by[i], counts = i < 0 ? bins.all.counts : bins.by[i].counts;
  const f = log ? (v) => Math.log10(Math.max(v, bins.edges[0])) : (v) => v;
  const [low, high] = [f(bins.edges[0]), f(bins.edges.at(-1))], bin = (high - low) / counts.length;
  const middle = (f(part.q[75]) - f(part.q[25])) / 1.349 || (high - low) / 6;
  const bell = Math.max(0.9 * middle * Math.max(part.n, 2) ** -0.2, bin * 0.7);
  const n = isShare ? Math.max(1, part.n) : 1;
  return Array.from({ length: 161 }, (_, k) => {
    const at = low + ((high - low) * k) / 160;
    let sum = 0;
    counts.forEach((count, c) => {
      const z = (at - (low + (c + 0.5) * bin)) / bell;
      if (count && Math.abs(z) < 4.5) sum += count * Math.exp(-0.5 * z * z);
    });
    return [log ? 10 ** at : at, (sum * bin) / (bell * 2.5066) / n];
  });
};

const density = (width) => {
  const m = measure(), log = isLog(), isShare = state.unit === "share", rows = selected(), bins = binsOf(m, log);
  const curves = new Map([-1, ...rows].map((i) => [i, i < 0 && !isShare ? [] : smooth(m, i, log, isShare)]));
  const top = Math.max(...[...curves.values()].flat().map((p) => p[1]), 1e-9) * 1.06;
  const at = bins.edges.slice(0, -1).map((edge, c) => (log ? Math.sqrt(edge * bins.edges[c + 1]) : (edge + bins.edges[c + 1]) / 2));
  const drawing = lines(width, "density", (i) => curves.get(i),
    (a, b) => scaleOf(bins.edges[0], bins.edges.at(-1), a, b, log), top, null,
    (i) => at.map((v) => {
      const curve = curves.get(i), k = curve.findIndex((p) => p[0] >= v);
      return [v, curve[Math.max(0, k)][1], [say("density.tip", { value: num.value(m, +v.toPrecision(3)), share: num.percent(shareBelow(m.by[i].q, v)) })]];
    }));
  return { drawing, notes: [say("note.density"), isShare && say("note.line.all"), ...beyond(m, bins)], table: histogram(width).table };
};

const fiveNumbers = (m, box) => [
  say("box.middle", { low: num.value(m, box.q25), high: num.value(m, box.q75) }),
  say("box.whiskers", { low: num.value(m, box.low), high: num.value(m, box.high) }),
  ...(box.below + box.above > 0 ? [say("box.beyond", { customers: people(box.below + box.above) })] : []),
];

const box = (width) => {
  const m = measure(), log = isLog(), rows = [...selected(), -1], wide = width > 620;
  const side = { x0: wide ? 190 : 8, x1: wide ? width - 96 : width - 8 };
  const pitch = wide ? 44 : 58, part = (i) => (i < 0 ? { ...m, box: m.box } : m.by[i]);
  const boxes = rows.map((i) => part(i).box);
  const floor = log ? binsOf(m, true).edges[0] : Math.min(...boxes.map((b) => b.low));
  const drawing = new Drawing(width, rows.length * pitch + 34, say("chart.label", { chart: say("chart.box"), measure: m.label }));
  const x = scaleOf(floor, Math.max(...boxes.map((b) => b.high)), side.x0 + 6, side.x1 - 6, log);
  valueAxis(drawing, m, x, side.x0, side.x1, rows.length * pitch + 6, 0);
  rows.forEach((i, row) => {
    const b = boxes[row], y = row * pitch + (wide ? pitch / 2 : 36), color = i < 0 ? "other" : data.segments[i].color;
    const name = i < 0 ? say("all") : data.segments[i].name;
    const label = { weight: 600, kind: i < 0 ? "ink" : "t-" + color, room: wide ? 160 : width * 0.55 };
    if (i >= 0) drawing.tag(i, 0, wide ? y - 8 : y - 32);
    drawing.text(i < 0 ? 0 : 22, wide ? y + 4 : y - 20, name, label);
    drawing.text(width, wide ? y + 4 : y - 20, num.value(m, b.median), { anchor: "end", kind: "ink tn", weight: 600 });
    drawing.line(x(b.low), y, x(b.high), y, "whisker");
    for (const end of [b.low, b.high]) drawing.line(x(end), y - 5, x(end), y + 5, "whisker");
    drawing.add("rect", { x: r(x(b.q25)), y: y - 11, width: r(Math.max(2, x(b.q75) - x(b.q25))), height: 22, class: `box f-${color}-tint s-${color}` });
    drawing.line(x(b.median), y - 11, x(b.median), y + 11, "middle");
    drawing.stop(row, 0, { x: 0, y: row * pitch, w: width, h: pitch, mark: [x(b.q25), y - 11, x(b.q75) - x(b.q25), 22] },
      i < 0 ? name : `${data.segments[i].letter} ${name}`, [say("median", { value: num.value(m, b.median) }), ...fiveNumbers(m, b)], i);
  });
  return {
    drawing,
    notes: [say("note.box")],
    table: {
      header: [say("segment"), say("whisker.low"), num.percentage("25"), say("stat.median"), num.percentage("75"), say("whisker.high"), say("beyond.whiskers")],
      rows: rows.map((i, row) => [i < 0 ? say("all") : data.segments[i].letter + " " + data.segments[i].name,
        ...["low", "q25", "median", "q75", "high"].map((key) => num.value(m, boxes[row][key])), cell(boxes[row].below + boxes[row].above)]),
    },
  };
};

const bars = (width) => {
  const m = measure(), rows = selected(), wide = width > 620, isCount = state.stat === "customers";
  const stat = state.stat === "total" && !m.isSummable ? "median" : state.stat;
  const isPart = state.unit === "share" && (stat === "total" || isCount);
  const whole = isCount ? data.customers : m.sum;
  const raw = (i) => (isCount ? data.segments[i].size : stat === "total" ? m.by[i].total : stat === "mean" ? m.by[i].mean : m.by[i].q[50]);
  const value = (i) => (isPart ? raw(i) / (whole || 1) : raw(i));
  const text = (v) => (isPart ? num.percent(v) : isCount ? cell(v) : num.value(m, v));
  const all = stat === "mean" ? m.mean : stat === "median" && !isCount ? m.q[50] : null;
  const side = { x0: wide ? 190 : 0, x1: width - 90 }, pitch = wide ? 36 : 52;
  const low = Math.min(0, ...rows.map(value)), high = Math.max(0, ...rows.map(value), all ?? 0) || 1;
  const drawing = new Drawing(width, rows.length * pitch + (all === null ? 6 : 26), say("chart.label", { chart: say("stat." + stat), measure: m.label }));
  const x = scaleOf(low, high, side.x0, side.x1, false);
  // The lines stand behind bars and letters, and beside the names only where these have a column of their own.
  const upTo = rows.length * pitch;
  rows.forEach((_, row) => {
    const [from, to] = wide ? [row * pitch, (row + 1) * pitch] : [row * pitch + 20, row * pitch + 48];
    drawing.line(x(0), from, x(0), to, "axis");
    if (all !== null) drawing.line(x(all), from, x(all), row + 1 === rows.length ? upTo + 4 : to, "median");
  });
  rows.forEach((i, row) => {
    const y = row * pitch + (wide ? 8 : 24), v = value(i), left = Math.min(x(0), x(v)), segment = data.segments[i];
    drawing.tag(i, 0, wide ? y + 2 : y - 20);
    drawing.text(22, wide ? y + 14 : y - 8, segment.name, { weight: 600, kind: "t-" + segment.color, room: wide ? 160 : width - 30 });
    drawing.add("rect", { x: r(left), y, width: r(Math.abs(x(v) - x(0))), height: 20, class: "f-" + segment.color });
    drawing.text(r(Math.max(x(v), x(0)) + 6), y + 14, text(v), { kind: "ink tn halo", weight: 600 });
    drawing.stop(row, 0, { x: 0, y: row * pitch, w: width, h: pitch, mark: [left, y, Math.abs(x(v) - x(0)), 20] },
      `${segment.letter} ${segment.name}`,
      [`${say("stat." + (isCount ? "customers" : stat))}: ${text(v)}`, people(segment.size),
        ...(all === null ? [] : [`${say("all")}: ${text(all)}`])], i);
  });
  if (all !== null) {
    const label = `${say("all")}: ${text(all)}`, half = widthOf(label) / 2;
    drawing.text(r(Math.min(Math.max(x(all), half), width - half)), upTo + 18, label, { anchor: "middle" });
  }
  return {
    drawing,
    notes: [isCount || stat === "total" ? "" : say("note.per.customer")],
    table: {
      header: [say("segment"), isCount ? say("stat.customers") : `${m.label}, ${say("stat." + stat)}`],
      rows: [...rows.map((i) => [data.segments[i].letter + " " + data.segments[i].name, text(value(i))]),
        [say("all"), all !== null ? text(all) : isPart ? num.percentage("100") : isCount ? cell(data.customers) : num.value(m, m.sum)]],
    },
  };
};
