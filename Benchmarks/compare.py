#!/usr/bin/env python3
"""Runs segmentd and its peers in turn on the same input and writes Benchmarks/RESULTS.md.

usage: compare.py [--pairs N] [--peers PYTHON] [--no-peers]
PYTHON is an interpreter with pandas, scikit-learn, matplotlib and seaborn; the peers' scripts are ../shared/bench.
Whole-process seconds and peak memory, medians; figures count as ratios, because machines are shared.
"""
import argparse, datetime, json, os, platform, statistics, subprocess, sys, tempfile, time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = Path(os.environ.get("SEGMENTD_SHARED", ROOT.parent / "shared"))
PROGRAM = ROOT / ".build/release/segmentd"
# The methods of the peer, so that both do the same work.
SEED_CONFIG = """datasets:
  dataset_ecommerce:
    columns: {customer: ID, features: [n_visitas, monto_compras, monto_descuentos]}
    cleaning: {drop: [missing, negative, zero]}
    scaling: min-max
    selection:
      methods: [kmeans, {gmm: {k: 3}}, {ward: {k: 3}}, {dbscan: {eps: 0.04, min-points: 50}}]
      k: 2-10
"""


def timed(argv):
    """Seconds and peak MB of one process, with what it printed."""
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        process = subprocess.Popen([str(a) for a in argv], stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        out.seek(0)
        if status != 0:
            sys.exit(f"failed: {' '.join(map(str, argv))}")
        return seconds, usage.ru_maxrss / 1024, out.read().decode()


def median(rows, place):
    return statistics.median(row[place] for row in rows)


def publication(folder, source, config=None):
    """One `segmentd report` with its stages, as the manifest has them."""
    argv = [PROGRAM, "report", source, "--output", folder, "--quiet"]
    if config:
        argv += ["--config", config]
    seconds, megabytes, _ = timed(argv)
    stages = json.loads((Path(folder) / "manifest.json").read_text())["seconds"]
    return seconds, megabytes, stages


def growth(work, pairs):
    """The same shop at three sizes, and the exponent of the cost."""
    lines = ["| made-up shop | customers | seconds | peak MB |", "|---|---|---|---|"]
    points = {}
    for kind in ("", "--orders"):
        for customers in (1_000, 10_000, 100_000):
            source = Path(work) / f"shop{customers}{kind}.csv"
            with open(source, "wb") as f:
                argv = [PROGRAM, "sample", "--customers", str(customers), "--seed", "1"]
                subprocess.run([str(a) for a in argv] + ([kind] if kind else []), stdout=f, check=True)
            rows = [publication(Path(work) / f"g{customers}{kind}{i}", source) for i in range(max(1, pairs // 2))]
            points[kind, customers] = median(rows, 0)
            name = "order lines" if kind else "customer table"
            lines.append(f"| {name} | {customers:,} | {median(rows, 0):.2f} | {median(rows, 1):.0f} |")
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    seed = SHARED / "data/seed/dataset_ecommerce.csv"
    text = [
        "# Results", "",
        f"{datetime.date.today()}, {platform.machine()}, {os.cpu_count()} cores, Linux {platform.release()}. "
        "Whole-process medians; made by `Benchmarks/compare.py`.", "",
    ]
    with tempfile.TemporaryDirectory() as work:
        config = Path(work) / "segmentd.yaml"
        config.write_text(SEED_CONFIG)
        if seed.is_file():
            rows = [publication(Path(work) / f"o{i}", seed, config) for i in range(options.pairs)]
            text += ["## The seed's analysis, 55 056 customers", "",
                     "| | seconds | peak MB |", "|---|---|---|",
                     f"| segmentd report: the same methods, Ward on all rows, stability, all outputs; {options.pairs} runs | {median(rows, 0):.2f} | {median(rows, 1):.0f} |"]
            if not options.no_peers:
                peer = timed([options.peers, SHARED / "bench/peer_seed.py", seed, work, "--ward", "none"])
                stages = json.loads(peer[2].strip().splitlines()[-1])["seconds"]
                text.append(f"| the original's stack without Ward, 1 run | {peer[0]:.0f} | {peer[1]:.0f} |")
                text += ["", f"Ratio: {peer[0] / median(rows, 0):.0f}. Seconds by stage of the peer: "
                         + ", ".join(f"{k} {v}" for k, v in stages.items()) + "."]
            text += ["", "Seconds by stage of the last segmentd run: "
                     + ", ".join(f"{k} {v:.3f}" for k, v in sorted(rows[-1][2].items())) + ".", ""]
        else:
            print(f"SKIPPED: {seed} is not here")
        text += ["## How cost grows", ""] + growth(work, options.pairs)
    (HERE / "RESULTS.md").write_text("\n".join(text) + "\n")
    print("\n".join(text))


if __name__ == "__main__":
    main()
