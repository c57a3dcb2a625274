// Numbers as the printed pages write them: the same rules, the same country, the same rounding.
const Numbers = (locale) => {
  const MISSING = "–", MINUS = "\u2212";

  // Rounds the digits a person sees, half away from zero: 2.675 becomes 2.68.
  const digits = (value, decimals) => {
    const [mantissa, power] = Math.abs(value).toExponential().split("e");
    const all = mantissa.replace(".", "");
    const point = Number(power) + 1;
    const kept = point + decimals;
    if (kept < 0) return "0".repeat(decimals + 1);
    let head = all.padEnd(Math.max(kept, 0), "0").slice(0, kept).padStart(1, "0");
    if (kept < all.length && all[kept] >= "5") head = String(BigInt(head) + 1n).padStart(head.length, "0");
    return head.padStart(decimals + 1, "0");
  };

  const grouped = (whole) => {
    const [first, ...rest] = locale.groupSizes;
    if (whole.length < first + locale.minimumGrouping) return whole;
    const parts = [];
    let size = first, end = whole.length;
    while (end > size) {
      parts.unshift(whole.slice(end - size, end));
      end -= size;
      size = rest.length ? rest.shift() : size;
    }
    return [whole.slice(0, end), ...parts].join(locale.group);
  };

  const fixed = (value, decimals) => {
    if (!Number.isFinite(value)) return MISSING;
    if (Math.abs(value) >= 1e15) return value.toPrecision(3);
    const text = digits(value, decimals);
    const cut = text.length - decimals;
    const body = grouped(text.slice(0, cut)) + (decimals ? locale.decimal + text.slice(cut) : "");
    return value < 0 && /[1-9]/.test(text) ? MINUS + body : body;
  };

  const threeDigits = (value) => {
    const size = Math.abs(value);
    if (size === 0 || size >= 99.95) return 0;
    if (size >= 9.995) return 1;
    if (size >= 0.9995) return 2;
    let decimals = 3;
    for (let left = size; left < 0.09995 && decimals < 12; left *= 10) decimals += 1;
    return decimals;
  };

  const unitFor = (largest) =>
    largest < 1e4 || largest >= 1e15 ? null : locale.units.findLast((unit) => largest * 1.0005 >= unit.value) || null;

  const short = (value, unit) => {
    const scaled = value / (unit ? unit.value : 1);
    return fixed(scaled, threeDigits(scaled)) + (unit ? unit.word : "");
  };

  const number = (value) => {
    if (!Number.isFinite(value)) return MISSING;
    const size = Math.abs(value);
    return Number.isInteger(size) && size < 1e4 ? fixed(value, 0) : short(value, unitFor(size));
  };

  const dressed = (text, value) => {
    const minus = value < 0 && /[1-9]/.test(text) ? MINUS : "";
    if (!locale.currency) return minus + text;
    const isWord = locale.currency.length > 1 && /^\p{L}+$/u.test(locale.currency);
    const sign = isWord && locale.money.startsWith("¤#") ? locale.currency + "\u00a0" : locale.currency;
    return minus + locale.money.replace("¤", () => sign).replace("#", () => text);
  };

  const money = (value) => {
    if (!Number.isFinite(value)) return MISSING;
    const size = Math.abs(value);
    if (size >= 1e4) return dressed(short(size, unitFor(size)), value);
    return dressed(fixed(size, size >= 99.995 || Number.isInteger(size) ? 0 : 2), value);
  };

  const percentage = (text) => locale.percent.replace("#", () => text);

  const percent = (share) => {
    if (!Number.isFinite(share)) return MISSING;
    const size = Math.abs(share) * 100, sign = share < 0 ? MINUS : "";
    if (size === 0) return percentage("0");
    if (size < 0.01) return percentage("<" + fixed(0.01, 2));
    if (size < 100 && size >= 99.5) return percentage(size > 99.9 ? ">" + fixed(99.9, 1) : sign + fixed(size, 1));
    return percentage(sign + fixed(size, size >= 9.95 ? 0 : size >= 0.995 ? 1 : 2));
  };

  const times = (value) => fixed(value, value >= 9.95 ? 0 : 1);

  // A value of a measure as short as it stays useful.
  const value = (measure, v) => {
    if (!Number.isFinite(v)) return MISSING;
    if (measure.isYear && v >= 1800 && v <= 2100) return String(Math.round(v));
    if (measure.isMoney) return money(v);
    if (measure.isShare) return percent(v);
    if (measure.isBalance) return fixed(v, 2);
    if (Math.abs(v) < 100) {
      for (const [decimals, power] of [[0, 1], [1, 10]]) {
        if (Math.abs(Math.round(v * power) / power - v) < 1e-9) return fixed(v, decimals);
      }
    }
    return number(v);
  };

  const decimalsOf = (values) =>
    Math.max(0, ...values.map((v) => (String(+v.toFixed(6)).split(".")[1] || "").length));

  // Labels of an axis: all in one unit, all with the same decimals.
  const axis = (measure, ticks) => {
    if (measure && measure.isYear) return ticks.map((tick) => String(tick));
    if (measure && measure.isShare) {
      const percents = ticks.map((tick) => tick * 100), decimals = decimalsOf(percents);
      return percents.map((tick) => percentage(fixed(tick, decimals)));
    }
    let unit = unitFor(Math.max(0, ...ticks.map(Math.abs)));
    if (unit && decimalsOf(ticks.map((tick) => tick / unit.value)) > 1) {
      unit = locale.units.findLast((other) => other.value < unit.value) || unit;
    }
    const scaled = ticks.map((tick) => tick / (unit ? unit.value : 1));
    const decimals = decimalsOf(scaled);
    const isMoney = measure && measure.isMoney;
    return scaled.map((tick) => {
      const text = fixed(isMoney ? Math.abs(tick) : tick, tick === 0 ? 0 : decimals) + (tick && unit ? unit.word : "");
      return isMoney ? dressed(text, tick) : text;
    });
  };

  // Labels of a log axis: in full below a million, else each in the unit that suits it.
  const logAxis = (measure, ticks) => ticks.map((tick) => {
    const unit = Math.max(...ticks) >= 1e6 ? locale.units.findLast((other) => tick >= other.value) : null;
    const scaled = measure.isShare ? tick * 100 : tick / (unit ? unit.value : 1);
    const text = fixed(scaled, decimalsOf([scaled])) + (unit ? unit.word : "");
    return measure.isMoney ? dressed(text, tick) : measure.isShare ? percentage(text) : text;
  });

  // What a formatted text is worth when a table is sorted by it; null for words.
  const read = (text) => {
    const plain = (words) => words.replaceAll(locale.group, "").trim();
    const bare = plain(text).replaceAll(MINUS, "-").replace(locale.decimal, ".");
    const found = /^[^\d-]*(-?\d+(?:\.\d+)?)\s*(\p{L}*\.?)/u.exec(bare);
    if (!found) return null;
    const unit = locale.units.find((other) => plain(other.word) !== "" && plain(other.word) === plain(found[2]));
    return Number(found[1]) * (unit ? unit.value : 1) - (bare.startsWith("<") ? 1e-9 : 0);
  };

  return { MISSING, integer: (v) => fixed(v, 0), fixed, number, money, percent, percentage, times, value, axis, logAxis, read };
};

// Round places over a range: steps of 1, 2, 2.5 or 5.
const roundTicks = (low, high, count) => {
  if (!(high > low)) return [low];
  const raw = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((s) => s * power).find((s) => s >= raw * (1 - 1e-9));
  const ticks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i += 1) ticks.push(+(i * step).toPrecision(12));
  return ticks;
};

const logTicks = (low, high, room) => {
  const decades = Math.log10(high / low);
  const steps = decades > 3 ? [1] : decades > 1 ? [1, 2, 5] : [1, 2, 3, 5, 7];
  let ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    ticks.push(...steps.map((s) => +(s * 10 ** power).toPrecision(12)));
  }
  ticks = ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
  if (ticks.length > room) ticks = ticks.filter((tick) => Number.isInteger(+Math.log10(tick).toFixed(9)));
  while (ticks.length > room) ticks = ticks.filter((_, i) => i % 2 === 0);
  return ticks.length >= 2 ? ticks : roundTicks(low, high, room);
};
