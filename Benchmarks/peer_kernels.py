"""The peers' kernels on points of points.py, for what peer_clusters.py does not time. Runs under the peers' Python.

usage: peer_kernels.py POINTS COLUMNS LABELS|- K EPS MIN_POINTS NAME...
names: ward (fastcluster) dbscan kdist silhouette correlations kmeans gmm. Prints one JSON line a name.
"""
import json, sys, time
import numpy as np

path, columns, labels, k, eps, least = sys.argv[1:7]
columns, k, eps, least = int(columns), int(k), float(eps), int(least)
X = np.ascontiguousarray(np.fromfile(path, dtype="<f8").reshape(columns, -1).T)
truth = None if labels == "-" else np.fromfile(labels, dtype="<i4")


def ward():
    import fastcluster
    from scipy.cluster.hierarchy import fcluster
    start = time.perf_counter()
    found = fcluster(fastcluster.linkage_vector(X, method="ward"), k, "maxclust")
    return time.perf_counter() - start, found, {}


def dbscan():
    from sklearn.cluster import DBSCAN
    start = time.perf_counter()
    found = DBSCAN(eps=eps, min_samples=least).fit_predict(X)
    return time.perf_counter() - start, found, {}


def kdist():
    from sklearn.neighbors import NearestNeighbors
    start = time.perf_counter()
    distances, _ = NearestNeighbors(n_neighbors=least).fit(X).kneighbors(X)
    return time.perf_counter() - start, None, {"sum": float(distances[:, -1].sum())}


def silhouette():
    from sklearn.metrics import silhouette_score
    start = time.perf_counter()
    value = silhouette_score(X, truth)
    return time.perf_counter() - start, truth, {"value": float(value)}


def correlations():
    import pandas as pd
    frame = pd.DataFrame(X)
    start = time.perf_counter()
    squares = [frame.corr(method=method) for method in ("pearson", "spearman", "kendall")]
    return time.perf_counter() - start, None, {"sum": float(sum(s.to_numpy().sum() for s in squares))}


def kmeans():
    from sklearn.cluster import KMeans
    start = time.perf_counter()
    fit = KMeans(k, n_init=10, random_state=0).fit(X)
    return time.perf_counter() - start, fit.labels_, {"inertia": float(fit.inertia_)}


def gmm():
    from sklearn.mixture import GaussianMixture
    start = time.perf_counter()
    fit = GaussianMixture(k, random_state=0).fit(X)
    found = fit.predict(X)
    return time.perf_counter() - start, found, {"loglik": float(fit.lower_bound_)}


for name in sys.argv[7:]:
    seconds, found, numbers = globals()[name]()
    line = {"name": name, "n": len(X), "seconds": seconds, "numbers": numbers}
    if found is not None:
        sizes = np.bincount(found[found >= 0])
        line["sizes"] = sorted((int(size) for size in sizes if size), reverse=True)
        line["noise"] = int((found < 0).sum())
        if truth is not None:
            from sklearn.metrics import adjusted_rand_score
            line["ari"] = float(adjusted_rand_score(truth, found))
    print(json.dumps(line), flush=True)
