#!/usr/bin/env python3
"""From a large CSV of order lines to every customer's figures: segmentd, polars and DuckDB in turn, and how cost grows.

usage: reading.py --peers PYTHON [--pairs N] [--lines N] [--no-write]
PYTHON is an interpreter with numpy, polars and duckdb; the maker of the lines and the peers' script are ../shared/bench.
segmentd is `inspect --json`: it finds out how the file is written and what its columns mean, reads, cleans, lists what it
drops, folds to orders and adds up orders, amount and returns of every customer; the peers know the columns, and add up days
and items too. What a run does besides (products, the ledger) is in the section on the ledger. Whole-process medians; figures count as ratios, because machines are shared. ReadBench times the reader by
itself, within its process. The table goes into RESULTS.md, under its own heading; the rest of that page stays.
"""
import argparse
import datetime
import json
import os
import sys
import tempfile
from pathlib import Path

from measuring import Neighbors, Run, exponent, median

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SEGMENTD_SHARED", ROOT.parent / "shared"))
PROGRAM = ROOT / ".build/release/segmentd"
READ_BENCH = ROOT / ".build/release/ReadBench"
RESULTS = ROOT / "Benchmarks/RESULTS.md"
HEADING = "## Reading order lines"
STEPS = {
    "records": "records and fields alone",
    "table": "six columns as texts, dates and numbers",
    "orders": "cleaned and folded to orders, with what was bought",
    "customers": "cleaned, folded and added up by customer, as `inspect` does it",
}


def whole_job(peers, pairs, source, work):
    """segmentd and its peers in turn; the lines of the table and the figures that both found."""
    names = ["segmentd", "polars", "duckdb"]
    runs = {name: [] for name in names}
    for _ in range(pairs):
        for name in names:
            argv = [peers, SHARED / "bench/peer_rfm.py", name, source, Path(work) / "peer.csv"]
            runs[name].append(Run([PROGRAM, "inspect", "--json", source] if name == "segmentd" else argv))
    ours = json.loads(runs["segmentd"][0].output)
    theirs = runs["polars"][0].line()
    assert ours["customers"] == theirs["customers"], (ours["customers"], theirs)
    assert abs(ours["amount"] - theirs["spend"]) < 0.01, (ours["amount"], theirs)
    lines = ["| order lines to customers | seconds | CPU seconds | peak MB | runs |", "|---|--:|--:|--:|--:|"]
    for name in names:
        lines.append(f"| {name} | {median(runs[name], 'seconds'):.2f} | {median(runs[name], 'cpu'):.2f} "
                     f"| {median(runs[name], 'megabytes'):.0f} | {pairs} |")
    ratios = {what: min(median(runs[name], what) for name in names[1:]) / median(runs["segmentd"], what)
              for what in ("seconds", "cpu")}
    megabytes = median(runs["segmentd"], "megabytes")
    lines += ["", f"Ratio to the best peer **{ratios['seconds']:.2f}**, goal 4: {word(ratios['seconds'] >= 4)}; of CPU "
              f"seconds {ratios['cpu']:.2f}. Memory, goal 100 MB: {word(megabytes <= 100)}. Same customers "
              f"({ours['customers']:,}) and amount ({ours['amount']:,.2f})."]
    return lines


def word(is_met):
    return "met" if is_met else "**missed**"


def bare_reader(source, pairs):
    """The steps from bytes to orders by themselves, on all cores."""
    gigabytes = source.stat().st_size / 1e9
    lines = ["| the reader by itself, all cores | seconds | GB/s |", "|---|--:|--:|"]
    runs = [Run([READ_BENCH, source, *STEPS]) for _ in range(pairs)]
    best = {}
    for run in runs:
        for line in map(json.loads, run.output.splitlines()):
            best[line["step"]] = min(best.get(line["step"], 1e9), line["seconds"])
    for step, title in STEPS.items():
        lines.append(f"| {title} | {best[step]:.2f} | {gigabytes / best[step]:.2f} |")
    return lines + ["", f"The best of {pairs}; every step but the last holds those above."]


def growth(sources, sizes):
    few = [[Run([PROGRAM, "inspect", "--json", source]) for _ in range(3)] for source in sources]
    cpu = [median(runs, "cpu") for runs in few]
    cells = "; ".join(f"{size:,} lines: {seconds:.2f} CPU s, {median(runs, 'megabytes'):.0f} MB"
                      for size, seconds, runs in zip(sizes, cpu, few))
    return [f"{cells}; exponent of CPU seconds {exponent(sizes, cpu):.2f}."]


def write(section):
    """Puts the section in place of the one that stands there, or at the end."""
    page = RESULTS.read_text() if RESULTS.exists() else "# Results\n"
    before, _, rest = page.partition("\n" + HEADING + "\n")
    after = rest.find("\n## ")
    RESULTS.write_text(before.rstrip() + "\n\n" + "\n".join(section) + "\n" + (rest[after:] if after >= 0 else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--lines", type=int, default=5_000_000)
    parser.add_argument("--no-write", action="store_true")
    options = parser.parse_args()
    neighbors = Neighbors()
    with tempfile.TemporaryDirectory() as work:
        sizes = [options.lines // 16, options.lines // 4, options.lines]
        sources = [Path(work) / f"orders-{size}.csv" for size in sizes]
        for size, source in zip(sizes, sources):
            Run([options.peers, SHARED / "bench/make_orders.py", size, source])
        largest = sources[-1]
        table = whole_job(options.peers, options.pairs, largest, work)
        reader = bare_reader(largest, options.pairs)
        grown = growth(sources, sizes)
        section = [HEADING, "", f"{datetime.date.today()}, {options.lines:,} lines, {largest.stat().st_size / 1e6:,.0f} MB; "
                   f"whole processes in turn, medians. {neighbors.sentence()} Made by "
                   "`python3 Benchmarks/reading.py --peers <python that has the peers>`.",
                   "", *table, "", *reader, "", *grown]
    print("\n".join(section))
    if not options.no_write:
        write(section)


if __name__ == "__main__":
    main()
