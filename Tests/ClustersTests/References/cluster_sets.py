"""What scikit-learn finds in the sets of data/clusters: adjusted Rand indices, written as JSON.

usage: cluster_sets.py FOLDER > cluster_sets.json
Columns are min-max scaled. k is the number of true clusters; label 0 is noise and a class of its
own in the index. DBSCAN and HDBSCAN take the best of a few parameters, which are written down, so
that others can be compared at the same ones. Seed 0 and n_init 10 for k-means, mini-batch k-means and
mixtures (full covariances, tolerance 1e-6); Ward is cut into k clusters. What HDBSCAN finds there
depends on the order of rows (on sipu__r15 from .940 to .949), so its index is the mean over 20 orders
drawn from seed 0.
"""
import json
import pathlib
import sys

import numpy as np
import pandas as pd
import sklearn
from sklearn.cluster import DBSCAN, HDBSCAN, AgglomerativeClustering, KMeans, MiniBatchKMeans
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import MinMaxScaler

sets = []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.csv")):
    table = pd.read_csv(path)
    truth = table["label0"].to_numpy()
    # Some sets have further labelings (label1 ...), which are no features.
    names = [name for name in table.columns if name != "point_id" and not name.startswith("label")]
    features = table[names].to_numpy(dtype=float)
    points = MinMaxScaler().fit_transform(features)
    k = len(set(truth) - {0})
    means = KMeans(k, n_init=10, random_state=0).fit(points)
    batches = MiniBatchKMeans(k, n_init=10, batch_size=4096, random_state=0).fit(points)
    mixture = GaussianMixture(k, n_init=10, tol=1e-6, max_iter=1000, random_state=0).fit(points)
    ward = AgglomerativeClustering(k).fit_predict(points)
    rank = max(5, 2 * points.shape[1])
    reach = NearestNeighbors(n_neighbors=rank).fit(points).kneighbors(points)[0][:, -1]
    dense = max(
        (
            (adjusted_rand_score(truth, DBSCAN(eps=eps, min_samples=rank).fit_predict(points)), eps)
            for eps in (round(float(np.quantile(reach, q)), 6) for q in (0.5, 0.7, 0.8, 0.9, 0.95, 0.98))
        )
    )
    tree = max(
        (
            (
                adjusted_rand_score(
                    truth,
                    HDBSCAN(min_cluster_size=size, min_samples=neighbors, copy=True).fit_predict(points),
                ),
                size,
                neighbors,
            )
            for size in (10, 20, 50)
            for neighbors in (5, 10)
        )
    )
    chance = np.random.default_rng(0)
    orders = [chance.permutation(len(truth)) for _ in range(20)]
    method = HDBSCAN(min_cluster_size=tree[1], min_samples=tree[2], copy=True)
    mean = np.mean([adjusted_rand_score(truth[o], method.fit_predict(points[o])) for o in orders])
    sets.append(
        {
            "file": path.name,
            "k": k,
            "kMeans": {"adjustedRand": round(adjusted_rand_score(truth, means.labels_), 6), "inertia": means.inertia_},
            "miniBatch": {
                "adjustedRand": round(adjusted_rand_score(truth, batches.labels_), 6),
                "inertia": batches.inertia_,
            },
            "mixture": {
                "adjustedRand": round(adjusted_rand_score(truth, mixture.predict(points)), 6),
                "meanLogLikelihood": mixture.score(points),
            },
            "ward": {"adjustedRand": round(adjusted_rand_score(truth, ward), 6)},
            "dbscan": {"adjustedRand": round(dense[0], 6), "eps": dense[1], "minPoints": rank},
            "hdbscan": {"adjustedRand": round(float(mean), 6), "minClusterSize": tree[1], "minPoints": tree[2]},
        }
    )
json.dump(
    {
        "script": "cluster_sets.py",
        "seed": 0,
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
        "sets": sets,
    },
    sys.stdout,
    indent=1,
)
print()
