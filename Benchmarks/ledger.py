#!/usr/bin/env python3
"""What a run costs once a ledger is large: 1 000 new orders into many, beside reading all files again.

usage: ledger.py [--orders N,N,…] [--customers N] [--news N] [--bulk FILE] [--write]
For each size a shop's orders (one to three lines each, in one file, which is read fastest) are dropped into an empty house:
that is reading all files. Then come files of 1 000 new orders, one a run. Seconds are those of the program's own
stages; what is compared is read, match, clean, merge and features, and the whole process beside its stages from scaling
to drawing. FILE is a large export of lines, to compare its reading with the ledger's making and writing. With --write
the section of Benchmarks/RESULTS.md is written, else it is printed.
"""
import argparse
import json
import random
import re
import statistics
import subprocess
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from measuring import Neighbors, Run, exponent, short

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build/release/segmentd"
INTAKE = ["read", "match", "clean", "merge", "features"]
REFIT = ["scale", "search", "choose", "profile", "name", "report", "draw"]
TITLE = "## The ledger"


class Shop:
    """Orders with rising numbers and days, of customers some of whom order far more often than others."""

    def __init__(self, customers, orders):
        self.random = random.Random(1)
        self.customers, self.number, self.orders = customers, 1_000_000, orders
        self.start = self.number
        self.days = [date(2023, 1, 1) + timedelta(days=day) for day in range(760)]

    def write(self, path, count):
        pick = self.random.random
        with open(path, "w") as file:
            file.write("order,customer,date,price,quantity,sku\n")
            for _ in range(count):
                self.number += 1
                day = self.days[min(759, (self.number - self.start) * 730 // self.orders)]
                customer = 10_001 + int(self.customers * pick() * pick())
                moment = f"{day} {int(pick() * 24):02d}:{int(pick() * 60):02d}"
                for _ in range(1 + int(pick() * 3)):
                    file.write(f"{self.number},{customer},{moment},{1 + pick() * 90:.2f},{1 + int(pick() * 4)},"
                               f"{10_000 + int(pick() * 4_000)}\n")


class House:
    """Folders of the service, and what its last run says of itself."""

    def __init__(self, root):
        self.root = root
        for name in ("inbox/shop", "outbox", "state"):
            (root / name).mkdir(parents=True)
        # Waiting until a file has settled is no work.
        (root / "segmentd.yaml").write_text("watch: {settle: 50ms}\n")
        self.arguments = ["--config", root / "segmentd.yaml"]
        for name in ("inbox", "outbox", "state"):
            self.arguments += [f"--{name}", root / name]

    def run(self):
        run = Run([PROGRAM, "run", "--once", *self.arguments])
        manifest = json.loads((self.root / "outbox/shop/latest/manifest.json").read_text())
        return run, manifest["seconds"]

    def idle_megabytes(self):
        """Resident memory of a service that has nothing to do, after its first run of this start."""
        service = subprocess.Popen([PROGRAM, "run", "--quiet", *map(str, self.arguments)], stderr=subprocess.DEVNULL)
        latest = (self.root / "outbox/shop/latest")
        before = latest.readlink()
        deadline = time.monotonic() + 600
        while latest.readlink() == before and time.monotonic() < deadline:
            time.sleep(1)
        time.sleep(4)
        status = Path(f"/proc/{service.pid}/status").read_text()
        service.terminate()
        service.wait()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def total(seconds, stages):
    return sum(seconds.get(stage, 0) for stage in stages)


def measure(orders, options, work):
    shop = Shop(options.customers, orders)
    house = House(work / f"house-{orders}")
    inbox = house.root / "inbox/shop"
    shop.write(inbox / "all.csv", orders)
    whole, stages = house.run()
    found = {"orders": orders, "all": total(stages, INTAKE), "whole": whole, "stages": stages}
    news = []
    for number in range(options.news):
        shop.write(inbox / f"new-{number}.csv", 1_000)
        news.append(house.run())
    found["news"] = statistics.median(total(seconds, INTAKE) for _, seconds in news)
    found["ratio"] = statistics.median(run.seconds / total(seconds, REFIT) for run, seconds in news)
    found["run"] = statistics.median(run.seconds for run, _ in news)
    found["megabytes"] = max(run.megabytes for run, _ in news)
    shop.write(inbox / "last.csv", 1_000)
    found["idle"] = house.idle_megabytes()
    found["store"] = (house.root / "state/segmentd.sqlite").stat().st_size / 1e6
    return found


def table(found):
    lines = [
        "| orders | all of them: seconds | peak MB | 1 000 new: seconds | share | whole run ÷ refit and draw | peak MB "
        "| idle MB | store MB |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for one in found:
        lines.append(
            f"| {one['orders']:,} | {short(one['all'])} | {one['whole'].megabytes:.0f} | {short(one['news'])} "
            f"| 1/{one['all'] / one['news']:.0f} | {one['ratio']:.2f} | {one['megabytes']:.0f} | {one['idle']:.0f} "
            f"| {one['store']:.0f} |"
        )
    if len(found) > 1:
        sizes = [one["orders"] for one in found]
        lines += ["", f"Exponents: all files {exponent(sizes, [one['all'] for one in found]):.2f}, 1 000 new orders "
                      f"{exponent(sizes, [one['news'] for one in found]):.2f}."]
    return lines


def bulk(source, work):
    """How long the ledger of one large file takes to make and write, beside reading the file."""
    house = House(work / "bulk")
    subprocess.run(["cp", source, house.root / "inbox/shop/bulk.csv"], check=True)
    run = subprocess.run([str(word) for word in [PROGRAM, "run", "--once", *house.arguments]], stderr=subprocess.PIPE,
                         text=True, check=True)
    stages = json.loads((house.root / "outbox/shop/latest/manifest.json").read_text())["seconds"]
    everything = float(re.search(r"published.* seconds=([\d.]+)", run.stderr)[1])
    reading = total(stages, ["read", "match", "clean"])
    store = max(0, everything - sum(stages.values()))
    ratio = (reading + stages["merge"] + store) / reading
    return ["", f"One file of {Path(source).stat().st_size / 1e6:.0f} MB: read {short(reading)} s, ledger made "
                f"{short(stages['merge'])} s, written {short(store)} s: {ratio:.2f} × the reading alone (goal 2)."]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--orders", default="500000,5000000")
    parser.add_argument("--customers", type=int, default=50_000)
    parser.add_argument("--news", type=int, default=3)
    parser.add_argument("--bulk")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    neighbors = Neighbors()
    with tempfile.TemporaryDirectory() as work:
        found = [measure(int(orders), options, Path(work)) for orders in options.orders.split(",")]
        lines = [
            TITLE, "",
            f"1 000 new orders into the ledger of {options.customers:,} customers. Reading, merging and features, beside the "
            "same for all orders in one file; goals: 1/20 at 5 M orders, and 1.3 for the whole run; 10 M orders in 2 GB.", "",
            *table(found),
        ]
        if options.bulk:
            lines += bulk(options.bulk, Path(work))
    lines += ["", f"{date.today()}. {neighbors.sentence()} Made by `Benchmarks/ledger.py`."]
    text = "\n".join(lines) + "\n"
    if not options.write:
        return print(text)
    results = ROOT / "Benchmarks/RESULTS.md"
    known = results.read_text()
    section = re.compile(rf"^{TITLE}\n.*?(?=^## |\Z)", re.M | re.S)
    known = section.sub("", known).rstrip() + "\n\n"
    results.write_text(known + text)


if __name__ == "__main__":
    main()
