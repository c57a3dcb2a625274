"""DBCV of a labeling that anyone can make again, by the hdbscan library, written as JSON.

usage: dbcv.py FOLDER > dbcv.json
Columns are min-max scaled; the labels are the true ones, 0 being noise where the set has noise.
The library takes the first row where several give equally long links, so its value depends on the
order of rows: "low" and "high" are the extremes over 8 orders drawn from seed 0, "dbcv" is the
value with the rows of each cluster sorted by their core distance, the densest first.
"""
import importlib.metadata
import json
import pathlib
import sys

import numpy as np
import pandas as pd
from hdbscan.validity import validity_index
from scipy.spatial.distance import cdist
from sklearn.preprocessing import MinMaxScaler

sets = []
for name in sys.argv[2:] or ["fcps__hepta", "fcps__lsun", "sipu__aggregation", "sipu__jain", "sipu__r15", "sipu__flame", "uci__wine"]:
    table = pd.read_csv(pathlib.Path(sys.argv[1]) / f"{name}.csv")
    names = [n for n in table.columns if n != "point_id" and not n.startswith("label")]
    points = MinMaxScaler().fit_transform(table[names].to_numpy(dtype=float))
    labels = table["label0"].to_numpy() - 1
    repeated = len(points) - len(np.unique(points, axis=0))
    cores = np.zeros(len(points))
    for cluster in range(labels.max() + 1):
        own = points[labels == cluster]
        distances = cdist(own, own)
        np.fill_diagonal(distances, np.inf)
        powers = (1 / distances) ** points.shape[1]
        cores[labels == cluster] = (powers.sum(axis=1) / (len(own) - 1)) ** (-1 / points.shape[1])
    order = np.argsort(cores, kind="stable")
    value = float(validity_index(points[order], labels[order].astype(np.intp)))
    chance = np.random.default_rng(0)
    orders = [chance.permutation(len(points)) for _ in range(8)]
    others = [float(validity_index(points[o], labels[o].astype(np.intp))) for o in orders]
    sets.append({"file": f"{name}.csv", "repeatedRows": repeated, "dbcv": round(value, 6), "low": round(min(others), 6), "high": round(max(others), 6)})
json.dump(
    {
        "script": "dbcv.py",
        "versions": {"hdbscan": importlib.metadata.version("hdbscan"), "numpy": np.__version__},
        "sets": sets,
    },
    sys.stdout,
    indent=1,
)
print()
