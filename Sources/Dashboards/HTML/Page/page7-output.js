// What a reader takes away: tables as CSV, pictures as SVG and PNG. Nothing leaves the file.

const save = (name, type, parts) => {
  const link = h("a", { href: URL.createObjectURL(new Blob(parts, { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

// A cell a spreadsheet would run as a formula is guarded by an apostrophe; numbers are not.
const csvCell = (text) => {
  const bare = String(text ?? "");
  const safe = /^[=+\-@\t\r]/.test(bare) && !/^[-+]?[\d.,]+%?$/.test(bare) ? "'" + bare : bare;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const csv = (table) => "\ufeff" + [table.header, ...table.rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
const fileName = (...parts) => parts.filter(Boolean).join("-").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 80);

const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor",
  "paint-order", "font-variant-numeric", "stroke-linejoin", "opacity"];

// A picture that stands alone: colors of paper, letters of its own, title above.
const standalone = (svg, title, note) => {
  const root = document.documentElement, { theme: before, patterns } = root.dataset;
  root.dataset.theme = "light";
  delete root.dataset.patterns;
  const copy = svg.cloneNode(true), from = svg.querySelectorAll("*"), to = copy.querySelectorAll("*");
  from.forEach((element, k) => {
    if (["title", "desc", "clipPath"].includes(element.tagName)) return;
    const look = getComputedStyle(element);
    for (const key of KEPT) to[k].setAttribute(key, look.getPropertyValue(key));
    to[k].removeAttribute("class");
  });
  if (before === undefined) delete root.dataset.theme; else root.dataset.theme = before;
  if (patterns !== undefined) root.dataset.patterns = patterns;
  copy.querySelectorAll(".cursor, [data-cursor]").forEach((element) => element.remove());
  const [, , w, high] = svg.getAttribute("viewBox").split(" ").map(Number), k = Math.min(1, w / 600);
  const head = title ? 46 * k : 0, pad = 16 * k;
  const outer = s("svg", { xmlns: "http://www.w3.org/2000/svg", width: w + 2 * pad, height: high + head + 2 * pad,
    viewBox: `0 0 ${w + 2 * pad} ${high + head + 2 * pad}`, "font-family": "Inter, 'Noto Sans', 'DejaVu Sans', sans-serif" });
  const face = /@font-face\{[^}]*\}/.exec(document.querySelector("style").textContent);
  if (face) outer.append(s("style", {}, face[0]));
  outer.append(s("rect", { width: "100%", height: "100%", fill: "#fff" }));
  if (title) {
    outer.append(s("text", { x: pad, y: pad + 16 * k, "font-size": 16 * k, "font-weight": 600, fill: "#1a1d23" }, title));
    outer.append(s("text", { x: pad, y: pad + 34 * k, "font-size": 12 * k, fill: "#4a5160" }, note || ""));
  }
  const inner = s("g", { transform: `translate(${pad} ${pad + head})` });
  inner.append(...copy.childNodes);
  outer.append(inner);
  return outer;
};

const svgText = (svg) => new XMLSerializer().serializeToString(svg);

const savePicture = (kind, svg, title, note) => {
  const picture = standalone(svg, title, note), name = fileName(data.title, title);
  if (kind === "svg") return save(name + ".svg", "image/svg+xml", [svgText(picture)]);
  const image = new Image(), scale = 2;
  image.onload = () => {
    const canvas = h("canvas", { width: Math.round(picture.getAttribute("width") * scale), height: Math.round(picture.getAttribute("height") * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(name + ".png", "image/png", [blob]));
  };
  const bytes = Array.from(new TextEncoder().encode(svgText(picture)), (byte) => String.fromCharCode(byte));
  image.src = "data:image/svg+xml;base64," + btoa(bytes.join(""));
};
