"""The kernels of Clusters against those of scikit-learn, fast_hdbscan and fastcluster, in turn on the same points."""
import random
from array import array
from dataclasses import dataclass

from measuring import Run, exponent, median, short

COUNTED = ("inertia", "loglik", "sum", "value", "noise", "ari")


@dataclass
class Work:
    """One line of the table."""
    title: str
    name: str
    points: str
    goal: float | None
    options: tuple = ()
    # How far the findings may lie apart, relative: other restarts and tolerances end elsewhere, and
    # scikit-learn gives a border row to the cluster it met first, not to the nearest.
    slack: float = 1e-6


BLOBS = "200 k × 6, k 8"
SEED = "55 002 × 3"
WORKS = [
    Work(f"{BLOBS}: k-means, 10 restarts", "kmeans", "blobs", 8, slack=1e-4),
    Work(f"{BLOBS}: Gaussian mixture, full", "gmm", "blobs", 8, slack=1e-3),
    Work(f"{BLOBS}: DBSCAN (.03, 20)", "dbscan", "blobs", 40, slack=5e-3),
    Work(f"{BLOBS}: distances to 50 neighbors", "kdist", "blobs", 10, ("--points", "50")),
    Work(f"{BLOBS}: HDBSCAN (50, 20)", "hdbscan", "blobs", 8, slack=5e-3),
    Work(f"{SEED}: Ward, k 3", "ward", "seed", 30),
    Work(f"{SEED}: DBSCAN (.04, 50)", "dbscan", "seed", 90, ("--eps", ".04"), slack=5e-3),
    Work(f"{SEED}: distances to 50 neighbors", "kdist", "seed", None),
    Work(f"{SEED}: exact silhouette, k 3", "silhouette", "seed", 60),
    Work("55 002 × 6: Pearson, Spearman, Kendall", "correlations", "numbers", None),
]


class Kernels:
    """Makes the points once and runs both sides on them."""

    def __init__(self, program, peers, here, shared, folder):
        self.program, self.peers, self.here, self.shared, self.folder = program, peers, here, shared, folder
        csv = shared / "data/seed/dataset_ecommerce.csv"
        self.paths = {kind: folder / f"{kind}.f64" for kind in ("blobs", "seed", "numbers")}
        self.labels = {kind: folder / f"{kind}.i32" for kind in ("blobs", "seed")}
        points = [peers, here / "points.py"]
        Run([*points, "blobs", 200_000, 6, 8, self.paths["blobs"], self.labels["blobs"]])
        Run([*points, "seed", csv, self.paths["seed"], self.labels["seed"]])
        Run([*points, "numbers", csv, self.paths["numbers"]])

    def ours(self, work):
        columns = 3 if work.points == "seed" else 6
        argv = [self.program, self.paths[work.points], columns]
        if work.points in self.labels:
            argv += ["--labels", self.labels[work.points]]
        if work.points == "seed":
            argv += ["--k", 3, "--points", 50]
        return self.kernel([*argv, *work.options, work.name])

    def peer(self, work):
        if work.points == "blobs" and work.name != "kdist":
            return self.kernel([self.peers, self.shared / "bench/peer_clusters.py", 200_000, 6, 8, work.name])
        columns = 3 if work.points == "seed" else 6
        labels = self.labels.get(work.points, "-")
        return self.kernel([self.peers, self.here / "peer_kernels.py", self.paths[work.points], columns, labels,
                            3 if work.points == "seed" else 8, .04, 50, work.name])

    @staticmethod
    def kernel(argv):
        """A run whose seconds are those around the call."""
        run = Run(argv)
        line = run.line()
        run.seconds = line["seconds"]
        run.found = {**line, **line.get("numbers", {})}
        return run

    def table(self, most, quick, say):
        head = ["| work | peer s | segmentd s | ratio | goal | | peer MB | segmentd MB | pairs | both found |",
                "|---|--:|--:|--:|--:|---|--:|--:|--:|---|"]
        rows, misses = [], []
        for work in WORKS:
            pairs = [(self.ours(work), self.peer(work))]
            # Many pairs of the short, for they tremble; few of the long.
            first = pairs[0][1].seconds
            count = (3 if first < 6 else 1) if quick else (5 if first < 20 else 3 if first < 60 else 2)
            count = min(count, most)
            pairs += [(self.ours(work), self.peer(work)) for _ in range(count - 1)]
            ours, peers = zip(*pairs)
            ratio = median(peers, "seconds") / median(ours, "seconds")
            met = "" if work.goal is None else "met" if ratio >= work.goal else "**missed**"
            if met == "**missed**":
                misses.append(work.title)
            goal = "" if work.goal is None else f"{work.goal:g}"
            rows.append(
                f"| {work.title} | {short(median(peers, 'seconds'))} | {short(median(ours, 'seconds'))} "
                f"| {ratio:.1f} | {goal} | {met} | {median(peers, 'megabytes'):.0f} "
                f"| {median(ours, 'megabytes'):.0f} | {count} | {agreement(work, ours[0].found, peers[0].found)} |")
            say(rows[-1])
        return head + rows, misses


def agreement(work, ours, peer):
    """What both sides found, and whether it is the same."""
    words, same = [], True
    for key in COUNTED:
        if key in ours and key in peer:
            a, b = ours[key], peer[key]
            # Noise and agreement are shares of the rows.
            scale = ours["n"] if key == "noise" else 1 if key == "ari" else abs(b)
            same = same and abs(a - b) <= work.slack * scale
            words.append(f"{key} {a:.8g}" if f"{a:.8g}" == f"{b:.8g}" else f"{key} {a:.8g} (peer {b:.8g})")
    if "sizes" in peer:
        same = same and all(abs(a - b) <= work.slack * ours["n"] for a, b in zip(ours["sizes"], peer["sizes"]))
        words.append("sizes " + " ".join(map(str, ours["sizes"])))
    return ", ".join(words) + ("" if same else " **NOT THE SAME**")


GROWTH = [
    ("order and tree", "order", 6, ()),
    ("k-means, k 8", "kmeans", 6, ()),
    ("Gaussian mixture, k 8", "gmm", 6, ()),
    ("DBSCAN (.03, 20)", "dbscan", 6, ()),
    ("distances to 50 neighbors", "kdist", 6, ("--points", 50)),
    ("HDBSCAN (50, 20)", "hdbscan", 6, ()),
    ("Ward, k 3", "ward", 3, ("--k", 3)),
    ("exact silhouette, k 8", "silhouette", 3, ()),
    ("three correlations", "correlations", 6, ()),
]


def growth(program, folder, say):
    """Every kernel at three sizes."""
    sizes = {6: (12_500, 50_000, 200_000), 3: (13_750, 55_000, 220_000)}
    lines = ["| kernel | rows × columns | seconds | peak MB | exponent |", "|---|---|---|---|--:|"]
    made = {}
    for columns, counts in sizes.items():
        for count in counts:
            made[columns, count] = made_blobs(count, columns, 8, folder / f"growth{count}")
    for title, name, columns, options in GROWTH:
        runs = []
        for count in sizes[columns]:
            points, labels = made[columns, count]
            argv = [program, points, columns, "--labels", labels, *options, name]
            few = [Kernels.kernel(argv) for _ in range(3)]
            runs.append((median(few, "seconds"), median(few, "megabytes")))
        seconds = [run[0] for run in runs]
        lines.append(
            f"| {title} | {', '.join(f'{count:,}' for count in sizes[columns])} × {columns} "
            f"| {', '.join(map(short, seconds))} | {', '.join(f'{run[1]:.0f}' for run in runs)} "
            f"| {exponent(sizes[columns], seconds):.2f} |")
        say(lines[-1])
    return lines


def made_blobs(count, columns, groups, stem):
    """Points around centers, made up without the peers."""
    chance = random.Random(7)
    centers = [[chance.uniform(0, 1) for _ in range(columns)] for _ in range(groups)]
    points, labels = stem.with_suffix(".f64"), stem.with_suffix(".i32")
    with open(points, "wb") as out:
        for column in range(columns):
            array("d", (chance.gauss(centers[row % groups][column], 0.03) for row in range(count))).tofile(out)
    with open(labels, "wb") as out:
        array("i", (row % groups for row in range(count))).tofile(out)
    return points, labels
