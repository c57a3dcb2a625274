#!/usr/bin/env python3
"""From a large CSV of order lines to every customer's figures: segmentd, polars and DuckDB in turn, and how cost grows.

usage: reading.py --peers PYTHON [--pairs N] [--lines N]
PYTHON is an interpreter with numpy, polars and duckdb; the maker of the lines and the peers' script are ../shared/bench.
segmentd is `inspect --json`: it reads, cleans, folds to orders, merges the ledger and sums the customers, and so does more
than the peers. Whole-process medians; figures count as ratios, because machines are shared.
"""
import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from measuring import Run, exponent, median

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SEGMENTD_SHARED", ROOT.parent / "shared"))
PROGRAM = ROOT / ".build/release/segmentd"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--lines", type=int, default=5_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        sizes = [options.lines // 16, options.lines // 4, options.lines]
        sources = [Path(work) / f"orders-{size}.csv" for size in sizes]
        for size, source in zip(sizes, sources):
            Run([options.peers, SHARED / "bench/make_orders.py", size, source])
        names = ["segmentd", "polars", "duckdb"]
        runs = {name: [] for name in names}
        for _ in range(options.pairs):
            for name in names:
                argv = [options.peers, SHARED / "bench/peer_rfm.py", name, sources[-1], Path(work) / "peer.csv"]
                runs[name].append(Run([PROGRAM, "inspect", "--json", sources[-1]] if name == "segmentd" else argv))
        ours = json.loads(runs["segmentd"][0].output)
        theirs = runs["polars"][0].line()
        assert ours["customers"] == theirs["customers"], (ours["customers"], theirs)
        assert abs(ours["amount"] - theirs["spend"]) < 0.01, (ours["amount"], theirs)
        print("| order lines to customers | seconds | CPU seconds | peak MB |\n|---|---|---|---|")
        for name in names:
            print(f"| {name}, {options.lines:,} lines, {options.pairs} runs in turn | {median(runs[name], 'seconds'):.2f} "
                  f"| {median(runs[name], 'cpu'):.2f} | {median(runs[name], 'megabytes'):.0f} |")
        best = min(median(runs[name], "seconds") for name in names[1:])
        print(f"\nRatio to the best peer: {best / median(runs['segmentd'], 'seconds'):.2f} (goal 4). "
              f"Same customers ({ours['customers']:,}) and amount ({ours['amount']:,.2f}).\n")
        grown = [median([Run([PROGRAM, "inspect", "--json", source]) for _ in range(3)], "cpu") for source in sources]
        cells = ", ".join(f"{size:,}: {seconds:.2f}" for size, seconds in zip(sizes, grown))
        print(f"CPU seconds by lines: {cells}; exponent {exponent(sizes, grown):.2f}.")


if __name__ == "__main__":
    main()
