// What a page must keep for every reader: contrast, names, sizes of targets. Gives a list of faults.
(() => {
  const faults = [];
  const seen = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const color = (text) => {
    const found = /rgba?\(([^)]+)\)/.exec(text);
    if (!found) return null;
    const [red, green, blue, alpha = 1] = found[1].split(/[\s,/]+/).filter(Boolean).map(Number);
    return { red, green, blue, alpha };
  };
  const light = ({ red, green, blue }) => {
    const part = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const found = color(getComputedStyle(e).backgroundColor);
      if (found && found.alpha > 0.99) return found;
    }
    return { red: 255, green: 255, blue: 255 };
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const told = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || !element || ["SCRIPT", "STYLE", "OPTION"].includes(element.tagName)) continue;
    if (element.closest("svg, .hidden, .skip, [disabled]") || !seen(element)) continue;
    const look = getComputedStyle(element), size = parseFloat(look.fontSize);
    const ink = color(look.color), key = look.color + JSON.stringify(ground(element));
    const need = size >= 24 || (size >= 18.66 && look.fontWeight >= 700) ? 3 : 4.5;
    if (ink && ratio(ink, ground(element)) < need - 0.01 && !told.has(key)) {
      told.add(key);
      faults.push(`contrast ${ratio(ink, ground(element)).toFixed(2)}: ${element.className} “${node.textContent.trim().slice(0, 30)}”`);
    }
    if (size < 11 && element.tagName !== "BUTTON") faults.push(`${size} px: “${node.textContent.trim().slice(0, 30)}”`);
  }
  // Letters of a drawing stand beside each other and inside their picture.
  for (const svg of document.querySelectorAll(".chart")) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].filter(seen).map((text) => [text.textContent, text.getBoundingClientRect()]);
    texts.forEach(([words, box], k) => {
      if (box.left < frame.left - 1.5 || box.right > frame.right + 1.5) faults.push(`beside its picture: “${words}”`);
      for (const [other, place] of texts.slice(k + 1)) {
        const across = Math.min(box.right, place.right) - Math.max(box.left, place.left);
        const down = Math.min(box.bottom, place.bottom) - Math.max(box.top, place.top);
        if (across > 1 && down > 4) faults.push(`over each other: “${words}” and “${other}”`);
      }
    });
  }
  // A heading of numbers ends where its numbers end.
  const end = (cell) => {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = document.createRange(), ends = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      range.selectNodeContents(node);
      ends.push(...[...range.getClientRects()].map((box) => box.right));
    }
    return Math.max(...ends);
  };
  for (const table of document.querySelectorAll(".stage table, .single table, .book table")) {
    if (!seen(table) || table.closest(".words")) continue;
    const row = table.tBodies[0]?.rows[0];
    [...(table.tHead?.rows[0]?.cells ?? [])].forEach((head, k) => {
      if (k && row?.cells[k] && getComputedStyle(head).textAlign === "right" && Math.abs(end(head) - end(row.cells[k])) > 2) {
        faults.push(`heading beside its column: ${head.textContent}`);
      }
    });
  }
  // What scrolls can be reached by keyboard.
  for (const box of document.querySelectorAll(".scroll, .draw")) {
    if (seen(box) && box.scrollWidth > box.clientWidth + 2 && box.tabIndex !== 0) faults.push("scrolls but is not reached by keyboard: " + box.textContent.slice(0, 30));
  }
  const chart = document.querySelector(".chart");
  if (chart) {
    for (const text of document.querySelectorAll(".chart text:not([class*='on-'])")) {
      const ink = color(getComputedStyle(text).fill);
      if (ink && ratio(ink, ground(text.closest("div"))) < 4.49) faults.push(`contrast in chart: ${text.textContent} ${ratio(ink, ground(text.closest("div"))).toFixed(2)}`);
    }
  }
  for (const element of document.querySelectorAll("button, select, input, summary, a[href]")) {
    if (!seen(element) || element.matches(".skip")) continue;
    const name = element.getAttribute("aria-label") || element.textContent.trim() || element.closest("label")?.textContent.trim();
    if (!name) faults.push(`no name: ${element.outerHTML.slice(0, 80)}`);
    const box = element.getBoundingClientRect();
    if ((box.height < 23.5 || box.width < 23.5) && !element.closest("p")) faults.push(`small target ${box.width.toFixed(0)} × ${box.height.toFixed(0)}: ${name}`);
  }
  for (const svg of document.querySelectorAll("svg[role=img]")) if (!svg.querySelector("title")) faults.push("a figure without a title");
  for (const head of document.querySelectorAll("table thead th")) if (!head.scope) faults.push("a header without scope: " + head.textContent);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) faults.push("an id used twice: " + id);
  if ([...document.querySelectorAll("h1")].filter(seen).length !== 1) faults.push("not exactly one h1");
  if (!document.documentElement.lang) faults.push("no language");
  return faults;
})();
