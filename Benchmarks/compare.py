#!/usr/bin/env python3
"""Runs segmentd and its peers in turn on the same input and writes Benchmarks/RESULTS.md.

usage: compare.py [--peers PYTHON | --no-peers] [--quick] [--pairs N] [--only PART]... [--output FILE]
PYTHON is an interpreter with pandas, scikit-learn, matplotlib, seaborn, fast_hdbscan and fastcluster; the peers' scripts are
../shared/bench (or $SEGMENTD_SHARED/bench). Medians of pairs taken in turn, with the peak memory of both sides.
--pairs takes fewer than the usual five (three or two of what takes long). PART is kernels, whole or growth. --quick takes a few minutes: few pairs, without the peer of the whole program and without
growth, and prints its table instead of writing RESULTS.md; so does --only.
"""
import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import kernels
from measuring import Neighbors, Run, exponent, median, short

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = Path(os.environ.get("SEGMENTD_SHARED", ROOT.parent / "shared"))
PROGRAM = ROOT / ".build/release/segmentd"
KERNEL_BENCH = ROOT / ".build/release/KernelBench"
SEED = SHARED / "data/seed/dataset_ecommerce.csv"
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


def say(line):
    print(line, flush=True)


def publication(folder, source, config=None):
    """One `segmentd report` with its stages, as the manifest has them."""
    argv = [PROGRAM, "report", source, "--output", folder, "--quiet"]
    run = Run(argv + (["--config", config] if config else []))
    run.stages = json.loads((Path(folder) / "manifest.json").read_text())["seconds"]
    return run


def stages(seconds, digits):
    return ", ".join(f"{name} {value:.{digits}f}" for name, value in sorted(seconds.items()) if value >= 10 ** -digits)


def whole(work, peers, runs):
    """The seed's whole analysis: the program before and after its peer, which takes minutes."""
    config = work / "segmentd.yaml"
    config.write_text(SEED_CONFIG)
    ours = [publication(work / f"before{i}", SEED, config) for i in range(runs)]
    lines = ["| the seed's whole analysis, 55 056 customers | seconds | CPU seconds | peak MB | runs |", "|---|--:|--:|--:|--:|"]
    if peers:
        peer = Run([peers, SHARED / "bench/peer_seed.py", SEED, work, "--ward", "half"])
        ours += [publication(work / f"after{i}", SEED, config) for i in range(runs)]
        lines.append("| the original's stack, Ward of half the rows, 25 plain PDF pages "
                     f"| {peer.seconds:.0f} | {peer.cpu:.0f} | {peer.megabytes:.0f} | 1 |")
    seconds, megabytes = median(ours, "seconds"), median(ours, "megabytes")
    lines.append("| segmentd report: Ward of all rows, stability too, PDF, PNG and HTML "
                 f"| {seconds:.2f} | {median(ours, 'cpu'):.2f} | {megabytes:.0f} | {len(ours)} |")
    memory = "met" if megabytes <= 200 else "**missed**"
    if peers:
        ratio = peer.seconds / seconds
        lines += ["", f"Ratio **{ratio:.0f}**, goal 400: {'met' if ratio >= 400 else '**missed**'}; ratio of CPU seconds "
                  f"{peer.cpu / median(ours, 'cpu'):.0f}; memory, goal 200 MB: {memory}.",
                  "", "Stages of the peer: " + stages(peer.line()["seconds"], 2) + "."]
    else:
        lines += ["", f"Memory, goal 200 MB: {memory}. The peer was not run."]
    lines += ["", "Stages of segmentd: " + stages(ours[-1].stages, 3) + "."]
    for line in lines:
        say(line)
    return lines


def growth(work, runs):
    """The whole program on the same made-up shop at three sizes."""
    lines = ["| made-up shop | customers | seconds | peak MB | exponent |", "|---|---|---|---|--:|"]
    sizes = (6_250, 25_000, 100_000)
    for title, flags in (("customer table", []), ("order lines", ["--orders"])):
        rows = []
        for customers in sizes:
            source = work / f"shop{customers}{len(flags)}.csv"
            with open(source, "wb") as out:
                argv = [PROGRAM, "sample", "--customers", str(customers), "--seed", "1", *flags]
                subprocess.run([str(word) for word in argv], stdout=out, check=True)
            few = [publication(work / f"g{customers}{len(flags)}{i}", source) for i in range(runs)]
            rows.append((median(few, "seconds"), median(few, "megabytes")))
            source.unlink()
        seconds = [row[0] for row in rows]
        lines.append(f"| {title} | {', '.join(f'{size:,}' for size in sizes)} | {', '.join(map(short, seconds))} "
                     f"| {', '.join(f'{row[1]:.0f}' for row in rows)} | {exponent(sizes, seconds):.2f} |")
        say(lines[-1])
    return lines


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def sections_of_others(page):
    """What other scripts have written into the page of results."""
    if not page.exists():
        return []
    sections = page.read_text().split("\n## ")[1:]
    own = ("Kernels", "The whole program", "How cost grows")
    return [line for section in sections if section.splitlines()[0] not in own
            for line in ["", *f"## {section}".rstrip().splitlines()]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--only", action="append", choices=["kernels", "whole", "growth"])
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    peers = None if options.no_peers else options.peers
    parts = options.only or (["kernels", "whole"] if options.quick else ["kernels", "whole", "growth"])
    neighbors, text = Neighbors(), []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if not SEED.is_file():
            say(f"SKIPPED: {SEED} is not here")
            parts = [part for part in parts if part == "growth"]
        if "kernels" in parts and peers:
            lines, misses = kernels.Kernels(KERNEL_BENCH, peers, HERE, SHARED, work).table(options.pairs, options.quick, say)
            text += ["", "## Kernels", "", "Seconds around the call, search trees included; peak memory of the process.", "",
                     *lines, "", "Missed: " + ("; ".join(misses) or "none") + "."]
        if "whole" in parts:
            text += ["", "## The whole program", "", *whole(work, None if options.quick else peers, 3)]
        if "growth" in parts:
            text += ["", "## How cost grows", "", "The exponent is that of cost over size, from the smallest to the largest.", "",
                     *kernels.growth(KERNEL_BENCH, work, say), "", *growth(work, 2)]
    head = ["# Results", "",
            f"{datetime.date.today()}, {processor()} ({platform.machine()}), {os.cpu_count()} cores, Linux. "
            "Both sides in turn on the same input, medians. " + neighbors.sentence(), "",
            "Made by `make bench PEERS=<python that has the peers>`; `make bench-quick` takes a few minutes."]
    output = options.output or (None if options.quick or options.only or not peers else HERE / "RESULTS.md")
    if output:
        output.write_text("\n".join(head + text + sections_of_others(output)) + "\n")
    say("\n".join(["", *head]))


if __name__ == "__main__":
    main()
