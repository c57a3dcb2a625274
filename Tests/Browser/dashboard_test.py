#!/usr/bin/env python3
"""Looks at dashboard.html as a reader does: usage dashboard_test.py PATH-TO-segmentd [FOLDER FOR SCREENSHOTS]

Makes dashboards of two made-up shops and one hostile file, opens them in headless Chromium and clicks, points, types and
measures. Ends with 1 when a promise is broken.
"""
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from browser import Browser

HERE = Path(__file__).resolve().parent
failures = []
checks = 0


def check(promise, holds, found=""):
    global checks
    checks += 1
    if not holds:
        failures.append(promise)
        print(f"FAILED  {promise}" + (f": {found}" if found != "" else ""))


def make(program, folder, name, csv):
    (folder / f"{name}.csv").write_bytes(csv)
    out = folder / name
    made = subprocess.run([program, "report", folder / f"{name}.csv", "--output", out, "--format", "html"], capture_output=True)
    if made.returncode:
        raise SystemExit(made.stderr.decode())
    return out / "dashboard.html"


def sample(program, *options):
    return subprocess.run([program, "sample", *options], capture_output=True, check=True).stdout


def narrow_and_wide(page, shop, shots):
    """Nothing runs over the edge, with or without scripts, in any view and theme."""
    for width in (360, 768, 1280, 1600):
        for view in ("", "view=explore", "view=segment", "view=explore&chart=scatter&theme=dark", "view=segment&theme=dark"):
            page.open(shop, view, width=width)
            wide = page.js("document.documentElement.scrollWidth")
            check(f"no horizontal scroll at {width} px ({view or 'report'})", wide <= width, wide)
            name = view.replace("view=", "").replace("&chart=", "-").replace("&theme=", "-") or "report"
            page.picture(shots / f"{width}-{name}.png")
            faults = page.js((HERE / "audit.js").read_text())
            check(f"readable for everybody at {width} px ({view or 'report'})", not faults, faults[:6])
    for width in (360, 1280):
        for kind in ("cumulative", "density", "box", "bars"):
            page.open(shop, f"view=explore&chart={kind}", width=width)
            faults = page.js((HERE / "audit.js").read_text())
            check(f"{kind} is readable for everybody at {width} px", not faults, faults[:6])
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    for width in (360, 1280):
        page.open(shop, width=width)
        wide = page.js("document.documentElement.scrollWidth")
        check(f"no horizontal scroll without scripts at {width} px", wide <= width, wide)
        page.picture(shots / f"{width}-without-scripts.png")
    whole = page.js("[document.querySelectorAll('section').length, document.querySelectorAll('svg[role=img]').length, document.querySelectorAll('button:not([popovertarget])').length]")
    check("without scripts all pages are there and no dead button", whole[0] >= 8 and whole[1] >= 10 and whole[2] == 0, whole)
    words(page, "without scripts", shots / "word-without-scripts.png")
    page.call("Emulation.setScriptExecutionDisabled", value=False)
    page.open(shop, width=1280)
    words(page, "with scripts", shots / "word.png")


def zoomed(page, shop):
    """At twice the size nothing but tables and wide figures has to be scrolled."""
    for view in ("", "view=explore", "view=segment"):
        page.open(shop, view, width=640, height=500, scale=2)
        wide = page.js("document.documentElement.scrollWidth")
        check(f"no horizontal scroll at twice the size ({view or 'report'})", wide <= 640, wide)


def still(page, shop):
    """Who asked for no motion sees none; who asked for few colors still sees shapes and letters."""
    page.call("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
    page.open(shop, "view=explore")
    page.hover(".stage .chart rect[class='f-A']")
    check("nothing moves for who asked for no motion", page.js("""document.getAnimations().length === 0
        && [...document.querySelectorAll('*')].every((e) => /^(0s(, )?)+$/.test(getComputedStyle(e).transitionDuration) && getComputedStyle(e).animationName === 'none')"""))
    page.call("Emulation.setEmulatedMedia", media="", features=[{"name": "forced-colors", "value": "active"}])
    page.open(shop, "view=explore")
    check("a pressed button is outlined where colors are forced", page.js("getComputedStyle(document.querySelector('.choice [aria-pressed=true]')).outlineStyle") == "solid")
    page.call("Emulation.setEmulatedMedia", media="", features=[])


def words(page, how, picture):
    """A word that is underlined opens its definition, and Escape closes it."""
    terms = page.js("[...document.querySelectorAll('.term')].map((e) => e.getAttribute('popovertarget'))")
    check(f"notes explain their words {how}", len(terms) >= 3, terms)
    lost = page.js("[...document.querySelectorAll('.term')].filter((e) => !document.getElementById(e.getAttribute('popovertarget'))).length")
    check(f"every word has its definition {how}", lost == 0, lost)
    page.click(".term")
    shown = page.js("document.querySelector('.gloss:popover-open')?.innerText ?? ''")
    check(f"a word opens its definition {how}", len(shown) > 20, shown)
    page.picture(picture)
    page.key("Escape")
    closed = page.js("document.querySelector('.gloss:popover-open') === null")
    check(f"Escape closes the definition {how}", closed)


def languages(page, program, folder):
    """The file speaks the language of the configuration, its scripts too."""
    (folder / "de.yaml").write_text("report: {language: de, formats: [html]}\n")
    (folder / "laden.csv").write_bytes(sample(program, "--customers", "400"))
    made = subprocess.run([program, "report", folder / "laden.csv", "--config", folder / "de.yaml", "--output", folder / "laden"], capture_output=True)
    check("a German dashboard is made", made.returncode == 0, made.stderr.decode())
    page.open(folder / "laden" / "dashboard.html", "view=explore", width=1280)
    check("the page says that it is German", page.js("document.documentElement.lang") == "de")
    text = page.js("document.body.innerText")
    check("its scripts speak German", "Alle Kunden" in text and "Link kopieren" in text and "All customers" not in text)
    number = page.js("document.querySelector('.stage table').innerText")
    check("its numbers have a decimal comma", "," in number, number[:200])


def segments(page, shop):
    page.open(shop, "view=explore")
    count = page.js("document.querySelectorAll('.chip').length")
    check("every segment has a chip", count >= 2, count)
    rows = "document.querySelectorAll('.stage .chart > rect[class^=\"f-\"][rx]').length"
    check("all segments are drawn at first", page.js(rows) == count, page.js(rows))
    page.click("[data-segment=B]")
    check("a click on a chip takes its segment away", page.js(rows) == count - 1 and "seg=A" in page.js("location.hash"), page.js("location.hash"))
    check("the chip says so", page.js("document.querySelector('[data-segment=B]').getAttribute('aria-pressed')") == "false")
    check("the focus stays on the chip", page.js("document.activeElement.dataset.segment") == "B")
    page.click("[data-solo=B]")
    check("only shows one segment alone", page.js(rows) == 1 and page.js("location.hash").endswith("seg=B"), page.js("location.hash"))
    page.click("[data-solo=B]")
    check("only once more shows all again", page.js(rows) == count, page.js(rows))
    page.click("[data-segment=A]", 2)
    check("two clicks on a chip leave all as they were", page.js(rows) in (1, count), page.js(rows))
    page.js("document.querySelector('[data-segment=B]').dispatchEvent(new MouseEvent('click', { altKey: true, bubbles: true }))")
    check("a click with Alt shows one segment alone", page.js(rows) == 1, page.js(rows))
    page.js("[...document.querySelectorAll('.chips > .plain')][0].click()")
    check("All shows all", page.js(rows) == count, page.js(rows))
    page.click("[data-solo=B]")
    page.click("[data-key=report]")
    dim = page.js("getComputedStyle(document.querySelector('.book .f-A')).opacity")
    check("the figures of the report fade the others", float(dim) < 0.3, dim)


def charts(page, shop, shots):
    page.open(shop, "view=explore")
    measures = page.js("[...document.querySelectorAll('[data-measure]')].map((b) => b.dataset.measure)")
    check("there are measures to choose", len(measures) >= 4, measures)
    for number, name in enumerate(measures):
        page.click(f"[data-measure={json.dumps(name)}]")
        kinds = ("histogram", "cumulative", "density", "box", "bars", "scatter")
        # Every chart with the first measures, every measure with one chart.
        for kind in kinds if number < 4 else (kinds[number % 6],):
            page.click(f"[data-key={kind}]")
            drawn = page.js("document.querySelectorAll('.stage .chart path, .stage .chart rect').length")
            bad = page.js("/NaN|undefined|Infinity/.test(document.querySelector('.stage').outerHTML)")
            check(f"{kind} of {name} is drawn", drawn > 3 and not bad, (drawn, bad))
    page.click("[data-measure=monetary]")
    for kind in ("cumulative", "density", "box", "bars"):
        page.click(f"[data-key={kind}]")
        page.picture(shots / f"1280-{kind}.png", most=1000)
    page.hover("[data-key=bars]")
    look = page.js("getComputedStyle(document.querySelector('[data-key=bars]')).backgroundColor")
    check("a pressed button stays readable under the pointer", look == "rgb(39, 108, 186)", look)
    page.click("[data-key=histogram]")
    page.click("[data-key=log]")
    before = page.js("document.querySelector('.stage .chart').outerHTML")
    page.click("[data-key=linear]")
    check("linear differs from log", page.js("document.querySelector('.stage .chart').outerHTML") != before)
    before = page.js("document.querySelector('.stage .chart').outerHTML")
    page.click("[data-key=count]")
    check("count differs from share", page.js("document.querySelector('.stage .chart').outerHTML") != before)
    hash = page.js("location.hash")
    check("the view stands in the address", "unit=count" in hash and "scale=linear" in hash, hash)
    seen = page.js("document.querySelector('.stage .chart').outerHTML")
    page.open(shop, hash[1:])
    check("the address opens the same view", page.js("document.querySelector('.stage .chart').outerHTML") == seen)
    page.js("document.querySelector('.list input').value = 'zzz'; document.querySelector('.list input').dispatchEvent(new Event('input'))")
    check("the search narrows the list", page.js("document.querySelectorAll('[data-measure]').length") == 0)
    check("and says when nothing is found", page.js("document.querySelector('.measures').textContent.length") > 5)
    page.open(shop, "view=explore&var=monetary&y=recency&chart=scatter")
    named = page.js("[...document.querySelectorAll('.stage .chart text')].filter((t) => /log scale/.test(t.textContent)).length")
    page.click("[data-measure=recency]")
    turned = page.js("[...document.querySelectorAll('.stage .chart text')].filter((t) => /log scale/.test(t.textContent)).length")
    check("a log axis says so, across and up", named == 1 and turned == 1, (named, turned))


def comparison(page, shop):
    page.open(shop, "view=explore")
    names = page.js("[...document.querySelectorAll('.chip .name')].map((n) => n.textContent)")
    first = page.js("document.getElementById('verdict').textContent")
    check("the comparison speaks of two segments", sum(name in first for name in names) == 2, first)
    page.js("(() => { const s = document.getElementById('right'); s.value = 1; s.dispatchEvent(new Event('change')); })()")
    second = page.js("document.getElementById('verdict').textContent")
    check("another choice gives another sentence", first != second and names[1] in second, second)
    check("and is announced", page.js("document.getElementById('live').textContent") == second)
    page.click(".swap")
    check("swapping turns the comparison round", page.js("document.getElementById('left').value") == "1")
    check("every measure is compared", page.js("document.querySelectorAll('.compare .chart path').length") >= 8)
    outside = page.js("""(() => { const [chart] = [...document.querySelectorAll('.compare .square .chart')], f = chart.querySelector('.frame').getBoundingClientRect();
        return [f.width - f.height, [...chart.querySelectorAll('circle')].filter((c) => { const b = c.getBoundingClientRect();
            return b.left < f.left || b.right > f.right || b.top < f.top || b.bottom > f.bottom; }).length]; })()""")
    check("value against value is a square with all its points inside", abs(outside[0]) < 1 and outside[1] == 0, outside)
    page.click("[data-key=segment]")
    check("a segment is told by totals, numbers and four pictures", page.js(
        "[document.querySelectorAll('.single .kpi').length >= 3, document.querySelectorAll('.single table').length, document.querySelectorAll('.single .chart').length]")
        == [True, 1, 4])
    page.js("const s = document.getElementById('one-x'); s.value = [...s.options].find((o) => !o.selected && !o.disabled).value; s.dispatchEvent(new Event('change'))")
    title = page.js("[...document.querySelectorAll('.single h3')].at(-1).textContent")
    check("any pair of measures can be chosen for it", page.js("document.getElementById('one-x').selectedOptions[0].textContent") in title, title)


def pointing(page, shop):
    page.open(shop, "view=explore")
    page.hover(".stage .chart rect[class='f-A']")
    tip = page.js("document.querySelector('.tip').hidden ? '' : document.querySelector('.tip').innerText")
    check("pointing at a bar tells its numbers", "customers" in tip and "–" in tip, tip)
    page.js("document.querySelector('.stage .cursor').focus()")
    page.key("Tab", shift=True)
    page.key("Tab")
    check("a chart is one stop of the keyboard", page.js("document.activeElement.classList.contains('cursor')"))
    labels = []
    for name in ("ArrowRight", "ArrowRight", "ArrowDown", "End", "Home"):
        page.key(name)
        labels.append(page.js("document.activeElement.getAttribute('aria-label')"))
    check("the arrow keys walk through the values", len(set(labels)) == 5 and all(labels), labels)
    check("what is reached is said", page.js("document.getElementById('live').textContent") == labels[-1])
    page.key("Enter")
    check("Enter shows the segment alone", page.js("document.querySelectorAll('.chip.on').length") == 1)
    page.key("Escape")
    check("Escape puts the hint away", page.js("document.querySelector('.tip').hidden"))


def jumping(page, shop):
    page.open(shop)
    page.key("Tab")
    check("the first stop of the keyboard skips to the dashboard", page.js("document.activeElement.className") == "skip")
    page.key("Enter")
    check("and it does", page.js("document.activeElement.id") == "main")
    page.click(".book nav a[href='#comparison']")
    check("a link of the contents leads to its page", page.wait(
        "Math.abs(document.getElementById('comparison').getBoundingClientRect().top - 120) < 60") and "at=comparison" in page.js("location.hash"),
        page.js("document.getElementById('comparison').getBoundingClientRect().top"))
    page.open(shop, "comparison")
    check("a plain anchor does too", page.wait("document.getElementById('comparison').getBoundingClientRect().top < 200"))
    page.open(shop, "view=explore&seg=B&var=nothing&chart=nonsense&left=%22%3E%3Cimg%20src=x%3E")
    check("a broken address gives a whole page", page.js("document.querySelectorAll('.stage .chart').length") == 1)


def tables(page, shop):
    page.open(shop, "view=explore")
    column = "[...document.querySelectorAll('.stage table')[0].tBodies[0].rows].map((row) => row.cells[4].textContent)"
    given = page.js(column)
    page.click(".stage table thead th:nth-child(5) button")
    down = page.js(column)
    page.click(".stage table thead th:nth-child(5) button")
    up = page.js(column)
    state = page.js("document.querySelector('.stage table thead th:nth-child(5)').getAttribute('aria-sort')")
    check("a header sorts its column both ways", down[:-1] == up[:-1][::-1] and state == "ascending", (down, up, state))
    check("the total stays last", given[-1] == down[-1] == up[-1], (given, down, up))
    page.open(shop)
    pages = page.js("""(() => { const head = [...document.querySelectorAll('.book table')].find((t) => /Third quartile/.test(t.tHead.textContent));
        return [...head.tBodies[0].rows].map((r) => [...r.cells].map((c) => c.textContent)); })()""")
    heads = page.js("[...[...document.querySelectorAll('.book table')].find((t) => /Third quartile/.test(t.tHead.textContent)).tHead.rows[0].cells].map((c) => c.textContent.trim())")
    page.click("[data-key=explore]")
    labels = page.js("[...document.querySelectorAll('[data-measure]')].map((b) => [b.dataset.measure, b.textContent])")
    compared = 0
    for name, label in labels:
        page.click(f"[data-measure={json.dumps(name)}]")
        shown = page.js("[...[...document.querySelectorAll('.stage table')[0].tBodies[0].rows].at(-1).cells].map((c) => c.textContent)")
        printed = next((row for row in pages if row[0] == label), None)
        if printed:
            compared += 1
            wanted = [printed[heads.index(h)] for h in ("n", "First quartile", "Median", "Third quartile", "Mean", "Max")]
            check(f"{label}: the explorer writes the numbers of the pages", [shown[k] for k in (1, 3, 4, 5, 7, 8)] == wanted, (shown, wanted))
    check("numbers of pages and explorer are compared", compared >= 4, compared)


def taking_away(page, shop, shots):
    page.open(shop, "view=explore")
    page.js("""window.saved = []; const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { saved.push(blob); return make(blob); };
        HTMLAnchorElement.prototype.click = function () { saved.at(-1).file = this.download; };""")
    for number, (id, kind) in enumerate((("csv", "text/csv"), ("csv-all", "text/csv"), ("svg", "image/svg+xml"), ("png", "image/png"), ("json", "application/json")), 1):
        page.click("#" + id)
        page.wait(f"saved.length >= {number}")
        facts = page.js("(() => { const b = saved.at(-1); return b ? [b.type, b.size, b.file] : null; })()")
        check(f"{id} can be saved", facts and facts[0] == kind and facts[1] > 300 and "." in facts[2], facts)
    table = page.js("saved[0].text()")
    width = {line.count(",") for line in table.strip().splitlines() if '"' not in line}
    check("the CSV has rows of one width", len(table.splitlines()) > 5 and len(width) == 1, table[:200])
    picture = page.js("saved[2].text()")
    (shots / "saved.svg").write_text(picture)
    check("the saved SVG stands alone, with its letters", "@font-face" in picture and "class=" not in picture and "<text" in picture)
    body = page.js("saved[3].arrayBuffer().then((b) => Array.from(new Uint8Array(b)))")
    (shots / "saved.png").write_bytes(bytes(body))
    check("the saved PNG is a picture", bytes(body[:4]) == b"\x89PNG" and len(body) > 8000, len(body))
    page.click("[data-key=segment]")
    before = page.js("saved.length")
    count = page.js("[...document.querySelectorAll('.single .taken button')].filter((b) => b.textContent !== 'PNG').map((b) => b.click()).length")
    check("pictures and numbers of one segment can be saved", count == 8 and page.js("saved.length") == before + count, (count, before))
    page.open(shop)
    page.js("window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (b) => { saved.push(b); return make(b); }; HTMLAnchorElement.prototype.click = () => {};")
    count = page.js("[...document.querySelectorAll('.save button')].filter((b) => b.textContent === 'SVG').slice(0, 40).map((b) => b.click()).length")
    check("every figure of the report can be saved", count >= 10 and page.js("saved.length") == count, count)


def light_and_dark(page, shop):
    page.open(shop)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.js(ground)
    page.click("#theme")
    dark = page.js(ground)
    check("the button turns the page dark", light == "rgb(255, 255, 255)" and dark == "rgb(18, 22, 28)", (light, dark))
    page.call("Emulation.setEmulatedMedia", media="print")
    check("print is light", page.js(ground) == light)
    check("print hides buttons and opens tables", page.js("getComputedStyle(document.querySelector('.chips')).display") == "none")
    for view in ("", "view=explore", "view=segment"):
        page.open(shop, view, width=680)
        wide = page.js("document.documentElement.scrollWidth")
        check(f"nothing runs over the edge of paper ({view or 'report'})", wide <= 680, wide)
        seen = page.js("[...document.querySelectorAll('button:not(.sort, .term), input')].filter((e) => e.checkVisibility()).map((e) => e.textContent)")
        check(f"no button is printed ({view or 'report'})", not seen, seen)
    page.open(shop)
    page.call("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    page.open(shop)
    check("a dark system gets a dark page", page.js(ground) == dark)
    page.click("#theme")
    check("and may choose light", page.js(ground) == light)
    page.call("Emulation.setEmulatedMedia", media="", features=[])


def runs(page, program, folder, shots):
    """The run before can be looked at like this one."""
    head, *rows = sample(program, "--orders", "--customers", "900", "--seed", "7").decode().splitlines(keepends=True)
    places = {name: folder / "house" / name for name in ("inbox", "outbox", "state")}
    for half in (rows[: len(rows) * 3 // 5], rows):
        for place in places.values():
            place.mkdir(parents=True, exist_ok=True)
        (places["inbox"] / "shop.csv").write_text(head + "".join(half))
        subprocess.run([program, "run", "--once", "--quiet", *(f"--{name}={place}" for name, place in places.items())], check=True)
    out = places["outbox"] / "shop" / "latest"
    report = json.loads((out / "report.json").read_text())
    earlier = report["before"]
    page.open(out / "dashboard.html", "view=explore")
    body = "document.querySelector('#explorer').innerText"
    now = page.js(body)
    customers = "[...document.querySelectorAll('#explorer tbody tr:last-child td:nth-child(2)')].map((e) => e.textContent)"
    page.click(".runs [data-key=before]")
    check("the run before is drawn", page.js(body) != now and "run=before" in page.js("location.hash"), page.js("location.hash"))
    known = page.js(customers)
    check("with its own customers", str(earlier["customers"]) in known and str(report["customers"]) not in known, known)
    chips = page.js("document.querySelectorAll('.chip').length")
    check("and its own segments", chips == len(earlier["segments"]), chips)
    check("pairs are kept of this run alone", page.js("document.querySelector('[data-key=scatter]').disabled"))
    page.picture(shots / "1280-before.png")
    page.click(".views [data-key=segment]")
    check("one segment of the run before", page.js("document.querySelector('#single .band span').textContent").split()[0].replace(",", "")
          in [str(s["size"]) for s in earlier["segments"]])
    page.click(".views [data-key=report]")
    sizes = sorted(page.js("[...document.querySelectorAll('.chip .count')].map((e) => e.textContent)"))
    check("the pages tell of this run", sizes == sorted(str(s["size"]) for s in report["segments"]), sizes)
    page.open(out / "dashboard.html", "view=explore&run=before&chart=box")
    check("a mailed view opens the run before", str(earlier["customers"]) in page.js(customers), page.js(customers))
    page.click(".runs [data-key=now]")
    page.click(".charts [data-key=histogram]")
    check("and back again", page.js(body) == now)


def patterns_and_inputs(page, shop):
    page.open(shop)
    marked = "[...document.querySelectorAll('.book svg *')].filter((e) => getComputedStyle(e).fill.includes('#lines-')).length"
    check("colors alone at first", page.js(marked) == 0)
    page.click("#patterns")
    check("patterns on the reader's wish", page.js(marked) > 20 and "patterns=on" in page.js("location.hash"), page.js(marked))
    page.js("window.saved = []; URL.createObjectURL = (blob) => { saved.push(blob); return ''; }; HTMLAnchorElement.prototype.click = () => {};")
    page.js("[...document.querySelectorAll('.save button')].find((b) => b.textContent === 'SVG').click()")
    picture = page.js("saved[0].text()")
    check("a picture that is taken away needs no pattern of the page", "<text" in picture and "#lines-" not in picture)
    page.click("#patterns")
    check("and off again", page.js(marked) == 0 and page.js("location.hash") == "")
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    page.open(shop)
    page.click(".finding summary")
    page.call("Emulation.setScriptExecutionDisabled", value=False)
    inputs = page.js("[...document.querySelectorAll('.finding[open] dd')].map((e) => e.textContent)")
    check("a finding opens its inputs, without scripts too", len(inputs) > 1 and all(inputs), inputs)


def hostile(page, program, folder, shots):
    rows = "".join(f"\"<img src=x onerror=alert({i})>\",{i % 7 + 1},{i % 11 + 1},{i % 5 + 1}\n" for i in range(400))
    head = "ID,=cmd|' /C calc'!A0,</script><script>alert(1)</script>,visits\n"
    shop = make(program, folder, "hostile", (head + rows).encode())
    text = shop.read_text()
    check("no key of a customer is in the file", "onerror" not in text)
    check("there are two scripts, the data and ours", text.count("<script") == 2 == text.count("</script"), text.count("<script"))
    for view in ("", "view=explore", "view=segment", "view=explore&var=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E&chart=box"):
        page.open(shop, view)
        check("a hostile header stays text", page.js("document.scripts.length") == 2 and page.js("document.images.length") == 0)
    page.picture(shots / "1280-hostile.png", most=1000)


def main():
    program = Path(sys.argv[1]).resolve()
    shots = Path(sys.argv[2] if len(sys.argv) > 2 else "browser-shots").resolve()
    shots.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    page = Browser()
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            shop = make(program, folder, "shop", sample(program, "--orders", "--customers", "2000", "--seed", "7"))
            check("the file is at most 2 MB", shop.stat().st_size <= 2_000_000, shop.stat().st_size)
            narrow_and_wide(page, shop, shots)
            zoomed(page, shop)
            still(page, shop)
            segments(page, shop)
            charts(page, shop, shots)
            comparison(page, shop)
            pointing(page, shop)
            jumping(page, shop)
            tables(page, shop)
            taking_away(page, shop, shots)
            light_and_dark(page, shop)
            patterns_and_inputs(page, shop)
            runs(page, program, folder, shots)
            few = make(program, folder, "few", b"ID,visits,spend\n" + b"".join(b"%d,%d,%d\n" % (i, i % 5, i * 3) for i in range(1, 13)))
            for view in ("", "view=explore", "view=segment"):
                page.open(few, view)
                check("twelve customers make a page too", page.js("document.querySelector('h1').textContent.length") > 3)
            hostile(page, program, folder, shots)
            languages(page, program, folder)
        away = [url for url in page.requests if not url.startswith(("file:", "data:", "blob:", "about:"))]
        check("nothing is asked of the network", not away, away[:3])
        check("the browser has nothing to complain about", not page.messages, page.messages[:5])
    finally:
        page.close()
    print(f"{checks - len(failures)} of {checks} promises hold, {time.monotonic() - start:.0f} s; screenshots in {shots}")
    sys.exit(1 if failures else 0)


main()
