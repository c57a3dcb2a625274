// Tables, the comparison of two segments, and the page of one segment.

// A box that scrolls is reached by keyboard, and fades where it goes on to the right.
const fade = (element) => element.classList.toggle("more", element.scrollLeft + element.clientWidth < element.scrollWidth - 2);
const wide = new ResizeObserver((entries) => entries.forEach(({ target }) => {
  if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0; else target.removeAttribute("tabindex");
  fade(target);
}));
const scrolls = (element) => {
  wide.observe(element);
  element.addEventListener("scroll", () => fade(element), { passive: true });
  return element;
};

// A table whose columns sort; the rows after `keep` stay last.
const tableOf = (header, rows, { keep = 0, mark = -1, caption } = {}) => {
  const body = h("tbody", {}, rows.map((row) => h("tr", {}, row.map((entry, k) =>
    k ? h("td", {}, entry) : h("th", { scope: "row" }, ...(Array.isArray(entry) ? entry : [entry]))))));
  const table = h("table", {}, caption && h("caption", { class: "hidden" }, caption),
    h("thead", {}, h("tr", {}, header.map((text, k) => h("th", { scope: "col", class: k === mark ? "marked" : null }, text)))), body);
  if (rows.length - keep > 1) sortable(table, keep);
  return scrolls(h("div", { class: "scroll" }, table));
};

const sortable = (table, keep) => {
  const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
  heads.forEach((head, k) => {
    const text = head.textContent;
    const button = h("button", { type: "button", class: "sort", onclick: () => {
      const isDown = head.getAttribute("aria-sort") === (k ? "descending" : "ascending");
      const direction = (k ? 1 : -1) * (isDown ? -1 : 1);
      const rows = [...body.rows], last = keep ? rows.splice(-keep) : [];
      const worth = (row) => num.read(row.cells[k]?.textContent ?? "");
      const isNumber = k > 0 && rows.some((row) => worth(row) !== null);
      rows.sort((a, b) => (isNumber ? (worth(b) ?? -Infinity) - (worth(a) ?? -Infinity)
        : (b.cells[k]?.textContent ?? "").localeCompare(a.cells[k]?.textContent ?? "")) * direction);
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction > 0 ? "descending" : "ascending");
      body.append(...rows, ...last);
    } }, text);
    head.replaceChildren(button);
  });
};

const named = (i) => [tag(i), h("span", { class: "t-" + data.segments[i].color }, data.segments[i].name)];

const statistics = () => {
  const m = measure(), rows = state.seg;
  const line = (part) => [num.integer(part.n), ...[5, 25].map((p) => num.value(m, part.q[p])), num.value(m, part.q[50]),
    ...[75, 95].map((p) => num.value(m, part.q[p])), num.value(m, part.mean), num.value(m, part.q[100])];
  const none = ["<" + data.few, "–", "–", "–", "–", "–", "–", "–"];
  return {
    header: [m.label, "n", ...["5", "25"].map(num.percentage), say("stat.median"), ...["75", "95"].map(num.percentage), say("stat.mean"), say("max")],
    rows: [...rows.map((i) => [i, ...(m.by[i] ? line(m.by[i]) : none)]), [say("all"), ...line(m)]],
  };
};

const totals = () => {
  const sums = data.measures.map((m, v) => v).filter((v) => data.measures[v].isSummable);
  const ratio = data.ratio;
  const over = (a, b) => (b > 0 ? num.value(data.measures[ratio.value], a / b) : "–");
  return {
    header: [say("segment"), say("stat.customers"), say("share"), ...sums.map((v) => data.measures[v].label), ...(ratio ? [ratio.label] : [])],
    rows: [...state.seg.map((i) => {
      const segment = data.segments[i], isHidden = segment.isHidden;
      return [i, cell(segment.size), isHidden ? "–" : num.percent(segment.share),
        ...sums.map((v) => (isHidden ? "–" : num.value(data.measures[v], data.measures[v].by[i].total))),
        ...(ratio ? [isHidden ? "–" : over(data.measures[ratio.value].by[i].total, data.measures[ratio.per].by[i].total)] : [])];
    }), [say("all"), num.integer(data.customers), num.percentage("100"), ...sums.map((v) => num.value(data.measures[v], data.measures[v].sum)),
      ...(ratio ? [over(data.measures[ratio.value].sum, data.measures[ratio.per].sum)] : [])]],
  };
};

const dressedRows = (rows) => rows.map(([first, ...rest]) => [typeof first === "number" ? named(first) : first, ...rest]);
const plainRows = (rows) => rows.map(([first, ...rest]) =>
  [typeof first === "number" ? data.segments[first].letter + " " + data.segments[first].name : first, ...rest]);

// How often a customer of one group lies above one of the other; ties count half.
const above = (a, b) => {
  let wins = 0;
  for (const x of a) for (const y of b) wins += x > y ? 1 : x === y ? 0.5 : 0;
  return wins / (a.length * b.length);
};

const rank = (q, v) => {
  const below = q.filter((x) => x < v).length, upTo = q.filter((x) => x <= v).length;
  if (upTo > below) return (below + upTo - 1) / 2;
  if (below === 0 || below === q.length) return below ? 100 : 0;
  return below - 1 + (v - q[below - 1]) / (q[below] - q[below - 1] || 1);
};

const gaps = (left, right) => data.measures.map((m, v) => ({ m, v }))
  .filter(({ m }) => m.by[left] && m.by[right] && m.by[left].n && m.by[right].n)
  .map(({ m, v }) => ({ m, v, a: m.by[left].q[50], b: m.by[right].q[50],
    ra: rank(m.q, m.by[left].q[50]), rb: rank(m.q, m.by[right].q[50]) }))
  .sort((x, y) => Math.abs(y.ra - y.rb) - Math.abs(x.ra - x.rb) || x.v - y.v);

// The difference in the chosen measure, in words.
const verdict = (left, right) => {
  const m = measure(), a = m.by[left], b = m.by[right], [A, B] = [data.segments[left].name, data.segments[right].name];
  if (!a || !b) return "";
  const [x, y] = [a.q[50], b.q[50]], values = { left: A, right: B, measure: m.inner, a: num.value(m, x), b: num.value(m, y) };
  const first = x === y ? say("verdict.same", values)
    : x > 0 && y > 0 && Math.max(x / y, y / x) >= 1.15
      ? say(x > y ? "verdict.times" : "verdict.fraction", { ...values, times: num.times(Math.max(x / y, y / x)) })
      : say("verdict.plain", values);
  const share = above(a.q, b.q);
  const word = Math.abs(share - 0.5) < 0.06 ? "verdict.even" : share > 0.5 ? "verdict.more" : "verdict.less";
  return first + " " + say(word, { ...values, share: num.percent(Math.max(share, 1 - share)) });
};

const dumbbells = (left, right, width) => {
  const rows = gaps(left, right).slice(0, 14), pitch = 42;
  const drawing = new Drawing(width, rows.length * pitch + 26, say("compare.label", { left: data.segments[left].name, right: data.segments[right].name }));
  const x = (p) => 8 + (p / 100) * (width - 16);
  for (const p of [0, 25, 50, 75, 100]) {
    drawing.line(x(p), 0, x(p), rows.length * pitch);
    drawing.text(x(p), rows.length * pitch + 18, num.integer(p), { anchor: p === 0 ? "start" : p === 100 ? "end" : "middle", kind: "tn" });
  }
  rows.forEach((gap, row) => {
    const y = row * pitch, [A, B] = [data.segments[left], data.segments[right]];
    const texts = [num.value(gap.m, gap.a), say("versus"), num.value(gap.m, gap.b)];
    const wide = texts.map((text, k) => widthOfNumber(text, k === 1 ? 400 : 600));
    let at = width;
    drawing.text(0, y + 14, gap.m.label, { kind: "ink halo", room: width - wide.reduce((a, b) => a + b) - 24, weight: gap.v === state.v ? 600 : null });
    [[2, B], [1, null], [0, A]].forEach(([k, segment]) => {
      drawing.text(r(at), y + 14, texts[k], { anchor: "end", kind: (segment ? "t-" + segment.color : "") + " tn halo", weight: segment ? 600 : null });
      at -= wide[k] + 5;
    });
    drawing.line(x(gap.ra), y + 28, x(gap.rb), y + 28, "whisker");
    for (const [segment, p] of [[B, gap.rb], [A, gap.ra]]) {
      const isHollow = isOpen(segment.marker);
      drawing.add("path", { d: marker(segment.marker, x(p), y + 28, 11), class: isHollow ? `hollow s-${segment.color}` : "f-" + segment.color });
    }
    drawing.stop(row, 0, { x: 0, y, w: width, h: pitch, mark: [Math.min(x(gap.ra), x(gap.rb)) - 7, y + 20, Math.abs(x(gap.ra) - x(gap.rb)) + 14, 16] },
      gap.m.label, [say("compare.tip", { name: A.name, value: num.value(gap.m, gap.a), rank: num.fixed(gap.ra, 0) }),
        say("compare.tip", { name: B.name, value: num.value(gap.m, gap.b), rank: num.fixed(gap.rb, 0) })], left);
  });
  return {
    drawing,
    notes: [],
    table: { header: [say("measure"), data.segments[left].name, data.segments[right].name, say("all")],
      rows: gaps(left, right).map((gap) => [gap.m.label, num.value(gap.m, gap.a), num.value(gap.m, gap.b), num.value(gap.m, gap.m.q[50])]) },
  };
};

// Percentiles of one segment against those of the other: on the line they are alike.
const quantiles = (left, right, width) => {
  const m = measure(), a = m.by[left], b = m.by[right], x0 = 52, side = width - x0 - 8, y0 = 24 + side;
  const [A, B] = [data.segments[left], data.segments[right]];
  const drawing = new Drawing(width, y0 + 44, say("quantiles.label", { left: A.name, right: B.name, measure: m.label }));
  const points = [...Array(19).keys()].map((k) => 5 + k * 5), log = isLog() && a.q[5] > 0 && b.q[5] > 0;
  const [least, most] = [Math.min(a.q[5], b.q[5]), Math.max(a.q[95], b.q[95])];
  const inner = [[x0 + 12, x0 + side - 12], [y0 - 12, y0 - side + 12]].map(([start, end]) => scaleOf(least, most, start, end, log));
  // The same room on all sides, so that no point stands on the frame.
  const [low, high] = [inner[0].inverse(x0), inner[0].inverse(x0 + side)];
  const x = scaleOf(low, high, x0, x0 + side, log), y = scaleOf(low, high, y0, y0 - side, log);
  drawing.add("rect", { x: x0, y: y0 - side, width: side, height: side, class: "frame" });
  drawing.add("path", { d: `M${x0} ${y0}L${x0 + side} ${y0 - side}`, class: "l-outline" });
  valueAxis(drawing, m, x, x0, x0 + side, y0);
  const ticks = log ? logTicks(low, high, 6) : roundTicks(low, high, 5), texts = log ? num.logAxis(m, ticks) : num.axis(m, ticks);
  ticks.forEach((tick, k) => {
    drawing.line(x0 - 4, y(tick), x0, y(tick), "axis");
    drawing.text(x0 - 8, r(Math.max(y0 - side + 9, y(tick) + 4)), texts[k], { anchor: "end", kind: "tn" });
  });
  drawing.text(0, 12, B.name, { kind: "t-" + B.color, weight: 600, room: width });
  drawing.text(x0 + side, y0 + 36, A.name, { anchor: "end", kind: "t-" + A.color, weight: 600, room: width });
  points.forEach((p, column) => {
    const at = [x(a.q[p]), y(b.q[p])];
    drawing.add("circle", { cx: r(at[0]), cy: r(at[1]), r: p === 50 ? 5.5 : 3.5, class: "f-" + (p === 50 ? "ink" : "single") });
    drawing.stop(0, column, { x: at[0] - 9, y: at[1] - 9, w: 18, h: 18, mark: [at[0] - 6, at[1] - 6, 12, 12] }, say("quantiles.tip", { p }),
      [`${A.name}: ${num.value(m, a.q[p])}`, `${B.name}: ${num.value(m, b.q[p])}`], left);
  });
  return {
    drawing,
    notes: [log ? say("scale.log.long") : ""],
    table: { header: [say("percentile"), A.name, B.name],
      rows: points.map((p) => [num.percentage(num.integer(p)), num.value(m, a.q[p]), num.value(m, b.q[p])]) },
  };
};

const kpis = (i) => {
  const segment = data.segments[i], list = [[say("stat.customers"), cell(segment.size), say("of.customers", { share: num.percent(segment.share) })]];
  data.measures.forEach((m) => {
    if (m.isSummable) list.push([m.label, num.value(m, m.by[i].total), m.sum > 0 ? say("of.all", { share: num.percent(m.by[i].total / m.sum) }) : ""]);
  });
  if (data.ratio) {
    const [a, b] = [data.measures[data.ratio.value], data.measures[data.ratio.per]];
    const over = (x, y) => (y > 0 ? num.value(a, x / y) : "–");
    list.push([data.ratio.label, over(a.by[i].total, b.by[i].total), say("all.is", { value: over(a.sum, b.sum) })]);
  }
  return list.map(([label, value, note]) => h("div", { class: "kpi" }, h("span", {}, label), h("strong", {}, value), h("span", {}, note)));
};

// Where a segment differs from the average customer, in standard deviations.
const traits = (i, width) => {
  const rows = data.measures.filter((m) => m.by[i] && m.by[i].n).sort((a, b) => Math.abs(b.by[i].z) - Math.abs(a.by[i].z)).slice(0, 8);
  const most = Math.max(1, ...rows.map((m) => Math.abs(m.by[i].z))), pitch = 30, wide = width > 480;
  const drawing = new Drawing(width, rows.length * (wide ? pitch : 48) + 4, say("traits.label", { name: data.segments[i].name }));
  const texts = rows.map((m) => say("pair", { here: num.value(m, m.by[i].q[50]), all: num.value(m, m.q[50]) }));
  const right = Math.max(0, ...texts.map((text) => widthOfNumber(text))) + 14, left = wide ? width * 0.32 : 0;
  const zero = wide ? (left + width - right) / 2 : width / 2, reach = (wide ? width - right - left : width) / 2 - 4;
  rows.forEach((m, row) => {
    const part = m.by[i], y = row * (wide ? pitch : 48), bar = wide ? y + 5 : y + 22, end = zero + (part.z / most) * reach;
    drawing.text(0, y + 17, m.label, { kind: "ink", room: wide ? left - 10 : width - right });
    drawing.add("rect", { x: r(Math.min(zero, end)), y: bar, width: r(Math.max(1, Math.abs(end - zero))), height: 18, class: part.z > 0 ? "f-div-9" : "f-div-3" });
    drawing.line(zero, bar - 3, zero, bar + 21, "axis");
    drawing.text(width, y + 17, texts[row], { anchor: "end", kind: "tn" });
    drawing.stop(row, 0, { x: 0, y, w: width, h: pitch, mark: [Math.min(zero, end), bar, Math.abs(end - zero), 18] }, m.label,
      [say("pair.tip", { here: num.value(m, part.q[50]), all: num.value(m, m.q[50]) }), say("z.tip", { z: (part.z > 0 ? "+" : "") + num.fixed(part.z, 1) })], i);
  });
  return {
    drawing,
    notes: [],
    table: { header: [say("measure"), data.segments[i].name, say("all")], rows: rows.map((m) => [m.label, num.value(m, m.by[i].q[50]), num.value(m, m.q[50])]) },
  };
};

// Every measure of a segment in numbers, as statisticians describe a group.
const described = (i) => ({
  header: [say("measure"), "n", say("stat.mean"), say("sd"), say("min"), say("stat.median"), say("max")],
  rows: data.measures.filter((m) => m.by[i] && m.by[i].n).map((m) => {
    const part = m.by[i];
    return [m.label, num.integer(part.n), ...[part.mean, part.sd, part.q[0], part.q[50], part.q[100]].map((v) => num.value(m, v))];
  }),
});
