#!/usr/bin/env python3
"""Random days of a shop through the real program: soak.py PATH-TO-segmentd [DAYS] [SEED]. Standard library only.

Every day brings an export that may overlap older ones, correct an order, come late or twice; now and then the program
is killed at a random moment and started again. In the end everything must be as if all files had come at once, a replay
must agree with the state, and every hash must be right.
"""
import csv, json, random, shutil, subprocess, sys, tempfile, time
from pathlib import Path

program = str(Path(sys.argv[1]).resolve())
days, seed = int(sys.argv[2]) if len(sys.argv) > 2 else 300, int(sys.argv[3]) if len(sys.argv) > 3 else 20261122
rng, root, failed = random.Random(seed), Path(tempfile.mkdtemp(prefix="segmentd-soak-")), []
SAME = ("rows", "customers", "orders", "amount", "features", "correlations", "scaling", "candidates", "choice", "noise")
CONFIG = "watch: {settle: 50ms}\nreport: {formats: [png]}\nkeep: {runs: 20}\n" \
         "datasets: {shop: {selection: {methods: [{kmeans: {k: 4}}]}}}\n"


def check(name, holds, seen=""):
    if not holds:
        failed.append(name)
        print(f"FAIL {name}: {seen}", flush=True)


def house(name):
    h = root / name
    for part in ("inbox/shop", "outbox", "state"):
        (h / part).mkdir(parents=True)
    (h / "segmentd.yaml").write_text(CONFIG)
    return h


def arguments(h, *command):
    return [program, *command, "--config", h / "segmentd.yaml", "--inbox", h / "inbox", "--outbox", h / "outbox", "--state", h / "state"]


def run(h, *command):
    return subprocess.run([str(a) for a in arguments(h, *command)], capture_output=True, text=True, timeout=1200)


def day(number):
    return time.strftime("%Y-%m-%d", time.gmtime(1672531200 + 86400 * number))


orders, customers = [], 400
def export(number):
    first = len(orders)
    for _ in range(rng.randint(20, 60)):
        who = int(customers * rng.random() ** 2)
        orders.append([len(orders) + 1, f"k{who}@shop.example", day(number), f"{rng.randint(5, 40) * (1 + who % 4)}.50", rng.randint(1, 3)])
    shown = set(range(max(0, first - (rng.randint(1, 200) if rng.random() < .3 else 0)), len(orders)))
    if first and rng.random() < .5:  # a correction, a refund, a cancellation
        old = rng.randrange(max(0, first - 500), first)
        orders[old][3] = rng.choice(["0.50", "-" + orders[old][3].lstrip("-"), orders[old][3].replace(".50", ".25")])
        shown.add(old)
    lines = ["order,customer,date,amount,quantity"] + [",".join(map(str, orders[i])) for i in sorted(shown)]
    return f"shop-{day(number)}.csv", "\n".join(lines) + "\n"


h, once, late, kills, began = house("soak"), house("once"), [], 0, time.monotonic()
for number in range(days):
    name, text = export(number)
    (once / "inbox/shop" / name).write_text(text)
    if rng.random() < .15:
        late.append((name, text))
    else:
        (h / "inbox/shop" / name).write_text(text)
    if late and rng.random() < .3:
        name, text = late.pop(rng.randrange(len(late)))
        (h / "inbox/shop" / name).write_text(text)
    if rng.random() < .1:
        (h / "inbox/shop" / f"again-{number}.csv").write_text(text)
    if rng.random() < .25:
        p = subprocess.Popen([str(a) for a in arguments(h, "run", "--once")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(.02, .5))
        p.kill()
        p.wait()
        kills += 1
    p = run(h, "run", "--once")
    check(f"day {number} ends with 0", p.returncode == 0, p.stderr[-300:])
for name, text in late:
    (h / "inbox/shop" / name).write_text(text)
check("the late files end with 0", run(h, "run", "--once").returncode == 0)
check("all at once ends with 0", run(once, "run", "--once").returncode == 0)


def report(h):
    return json.loads((h / "outbox/shop/latest/report.json").read_text())


def groups(h):
    parts = {}
    for row in csv.DictReader(open(h / "outbox/shop/latest/segments.csv", newline="")):
        parts.setdefault(row["segment id"], []).append(row["customer"])
    return {tuple(sorted(part)) for part in parts.values()}


soaked, whole = report(h), report(once)
for key in SAME:
    check(f"{key} as if all files had come at once", soaked[key] == whole[key], f"{soaked[key]!s:.120} / {whole[key]!s:.120}")
check("the same partition", groups(h) == groups(once))
p = run(h, "replay", "shop", "--output", root / "replay")
check("a replay agrees with the state", p.returncode == 0, p.stderr[-600:])
p = run(h, "verify")
check("every hash is right", p.returncode == 0, p.stdout[-600:])
refused = json.loads(run(h, "status", "--json").stdout)["refusals"]
check("nothing was refused", refused == [], refused)
print(f"{days} days, {kills} kills, seed {seed}: {len(failed)} failed, {time.monotonic() - began:.0f} s")
shutil.rmtree(root, ignore_errors=True)
sys.exit(bool(failed))
