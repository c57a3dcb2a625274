"""Times drawing alone: the standard dashboard from a finished report, beside matplotlib's plain pages.

usage: drawing.py PROGRAM CSV [--peers PYTHON --script PEER_SEED --peer-runs N] [--runs N] [--customers N,N,…] [--times N]

`segmentd render` draws PDF, PNG and HTML from a kept run; its whole process counts, reading the state too. The
peer is the stage `charts_pdf` of the analysis in its own stack, with scores and restarts left out that no
page needs: they take minutes and are not drawn. With --customers made-up shops of those sizes show that cost does not grow;
with --times the kept report of the last of them is drawn once more with all of its counts so many times as large.
Prints Markdown: medians of the peer and of the program, run in turn. The goal is one of seconds by the clock, which
count on a quiet machine only: the program draws on both cores, the stage of the peer has one thread. CPU seconds, which
other users of the machine change less, say who works less."""
import argparse
import json
import pathlib
import sqlite3
import statistics
import tempfile

from measuring import Neighbors, Run, short

# The peer, but for what it computes and does not draw; seconds and processor seconds of the stage. Its script takes
# stages apart by one clock, so that clock counts both.
PEER = """
import runpy, sys, time, json, io, contextlib
import sklearn.metrics, sklearn.cluster
sklearn.metrics.silhouette_score = lambda *a, **k: 0.5
plain = sklearn.cluster.KMeans
sklearn.cluster.KMeans = lambda n_clusters, **k: plain(n_clusters=n_clusters, n_init=1, random_state=0)
sys.argv = sys.argv[1:]
plain_clock, laps = time.perf_counter, []
def clock():
    if sys._getframe(1).f_code.co_name == "lap":
        laps.append(time.process_time())
    return plain_clock()
time.perf_counter = clock
said = io.StringIO()
with contextlib.redirect_stdout(said):
    runpy.run_path(sys.argv[0], run_name="__main__")
seconds = json.loads(said.getvalue().strip().splitlines()[-1])["seconds"]["charts_pdf"]
print(json.dumps([seconds, laps[-1] - laps[-2]]))
"""


def keep(program, csv, folder):
    """A state with one finished run of a file; gives what `render` needs to know of it."""
    for name in ("inbox", "outbox", "state"):
        (folder / name).mkdir(parents=True)
    (folder / "inbox" / "shop.csv").write_bytes(pathlib.Path(csv).read_bytes())
    places = [f"--{name}={folder / name}" for name in ("inbox", "outbox", "state")]
    Run([program, "run", "--once", "--quiet", *places])
    return places


def render(program, places, folder, count):
    """Draws a kept run; wall and processor seconds of each time, and the bytes of the PDF and the HTML."""
    folder.mkdir(exist_ok=True)
    runs = [Run([program, "render", "latest", *places, "--output", folder / f"drawn-{n}"]) for n in range(count)]
    drawn = folder / "drawn-0"
    sizes = [(drawn / name).stat().st_size for name in ("dashboard.pdf", "dashboard.html")]
    pages = len(list((drawn / "png").iterdir()))
    return [(run.seconds, run.cpu) for run in runs], sizes, pages


def middle(pairs):
    return [statistics.median(pair[side] for pair in pairs) for side in (0, 1)]


GOAL = 20


def peer(options, folder):
    """The peer's stage once: seconds by the clock and processor seconds."""
    return Run([options.peers, folder / "peer.py", options.script, options.csv, folder / "peer"]).line()


def seed(program, options, folder):
    places = keep(program, options.csv, folder / "seed")
    ours, theirs = [], []
    if options.peers:
        (folder / "peer").mkdir()
        (folder / "peer.py").write_text(PEER)
    for turn in range(options.peer_runs if options.peers else 1):
        if options.peers:
            theirs.append(peer(options, folder))
        runs, _, pages = render(program, places, folder / "seed" / str(turn), options.runs)
        ours += runs
    print("| the seed's pages, from a finished report | runs | seconds | CPU seconds |\n|---|--:|--:|--:|")
    if options.peers:
        row("matplotlib: 25 plain PDF pages", theirs)
    row(f"segmentd render: {pages} pages as PDF and PNG, and the HTML", ours)
    print()
    if options.peers:
        wall, cpu = [one / other for one, other in zip(middle(theirs), middle(ours))]
        verdict = "met" if wall >= GOAL else "**missed**"
        print(f"Ratio of seconds **{wall:.1f}**, goal {GOAL}: {verdict}; of CPU seconds {cpu:.1f}.\n")


def row(name, pairs):
    wall, cpu = middle(pairs)
    print(f"| {name} | {len(pairs)} | {short(wall)} | {short(cpu)} |")


# The keys of a report under which customers are counted.
COUNTS = {
    "above", "below", "count", "counts", "customers", "kept", "leafCounts", "missing", "n", "negatives", "read",
    "rejected", "size", "sizes", "sum", "totals", "value", "zeros", "amount",
}


def larger(part, times, counts=False):
    """The part of a report with all counts of customers in it so many times as large."""
    if isinstance(part, dict):
        grown = {key: larger(value, times, counts or key in COUNTS) for key, value in part.items()}
        if "runs" in part:
            grown["runs"] = [n * times if place % 2 else n for place, n in enumerate(part["runs"])]
        return grown
    if isinstance(part, list):
        return [larger(value, times, counts) for value in part]
    isNumber = isinstance(part, (int, float)) and not isinstance(part, bool)
    return part * times if counts and isNumber else part


def enlarge(state, times):
    """Puts a larger report in the place of the kept one; gives its customers."""
    with sqlite3.connect(state / "segmentd.sqlite") as store:
        report = larger(json.loads(store.execute("SELECT report FROM run").fetchone()[0]), times)
        written = json.dumps(report, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        store.execute("UPDATE run SET report = ?", (written,))
    return report["customers"]


def growth(program, options, folder):
    print("| made-up shop | seconds | CPU seconds | PDF kB | HTML kB |\n|---|--:|--:|--:|--:|")
    for count in options.customers:
        place = folder / str(count)
        place.mkdir()
        with open(place / "shop.csv", "wb") as file:
            file.write(Run([program, "sample", "--customers", count, "--seed", 3]).output.encode())
        places = keep(program, place / "shop.csv", place / "kept")
        line(f"{count:,} customers", program, places, place, options)
    if options.times > 1:
        count = enlarge(place / "kept" / "state", options.times)
        place = folder / "enlarged"
        line(f"{count:,} customers, the same report with larger counts", program, places, place, options)


def line(name, program, places, folder, options):
    runs, sizes, _ = render(program, places, folder, options.runs)
    wall, cpu = middle(runs)
    kilobytes = " | ".join(str(round(size / 1000)) for size in sizes)
    print(f"| {name} | {short(wall)} | {short(cpu)} | {kilobytes} |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("csv")
    parser.add_argument("--peers")
    parser.add_argument("--script")
    parser.add_argument("--peer-runs", type=int, default=3)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--customers", type=lambda text: [int(n) for n in text.split(",")], default=[])
    parser.add_argument("--times", type=int, default=1)
    options = parser.parse_args()
    neighbors = Neighbors()
    with tempfile.TemporaryDirectory() as folder:
        seed(options.program, options, pathlib.Path(folder))
        if options.customers:
            growth(options.program, options, pathlib.Path(folder))
    print(f"\n{neighbors.sentence()}")


if __name__ == "__main__":
    main()
