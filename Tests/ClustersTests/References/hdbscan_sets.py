"""What the hdbscan library says of some sets of data/clusters, written as JSON.

usage: hdbscan_sets.py FOLDER > hdbscan_sets.json
Columns are min-max scaled. The library does not count a row among its own neighbors, so
min_samples is "minPoints" less one; its spanning tree is asked to be exact.
"""
import importlib.metadata
import json
import pathlib
import sys

import hdbscan
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler

sets = []
for name, size, neighbors in (
    ("sipu__s1", 50, 10),
    ("sipu__a1", 30, 10),
    ("sipu__unbalance", 50, 20),
    ("sipu__aggregation", 20, 10),
    ("fcps__hepta", 10, 5),
    ("uci__wdbc", 10, 5),
):
    for selection, single in (("eom", False), ("leaf", False), ("eom", True)):
        table = pd.read_csv(pathlib.Path(sys.argv[1]) / f"{name}.csv")
        names = [n for n in table.columns if n != "point_id" and not n.startswith("label")]
        points = MinMaxScaler().fit_transform(table[names].to_numpy(dtype=float))
        fit = hdbscan.HDBSCAN(
            min_cluster_size=size,
            min_samples=neighbors - 1,
            cluster_selection_method=selection,
            allow_single_cluster=single,
            approx_min_span_tree=False,
            gen_min_span_tree=True,
        ).fit(points)
        sets.append(
            {
                "file": f"{name}.csv",
                "minClusterSize": size,
                "minPoints": neighbors,
                "selection": selection,
                "allowsSingleCluster": single,
                "clusters": int(fit.labels_.max() + 1),
                "noise": int((fit.labels_ < 0).sum()),
                "treeLength": float(fit.minimum_spanning_tree_._mst[:, 2].sum()),
                "persistence": sorted(float(p) for p in fit.cluster_persistence_),
                "meanMembership": float(fit.probabilities_.mean()),
                "outlierScores": np.quantile(fit.outlier_scores_, np.linspace(0, 1, 21)).tolist(),
            }
        )
json.dump(
    {
        "script": "hdbscan_sets.py",
        "versions": {"hdbscan": importlib.metadata.version("hdbscan"), "numpy": np.__version__},
        "sets": sets,
    },
    sys.stdout,
    indent=1,
)
print()
