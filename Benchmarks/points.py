"""Writes the points that both sides work on. Runs under the peers' Python.

usage: points.py blobs N D K POINTS LABELS     the blobs of peer_clusters.py, and the blob of each
       points.py seed CSV POINTS LABELS        the seed's three clustered columns, clean and min-max scaled, and the
                                               three clusters of k-means in them
       points.py numbers CSV POINTS            the seed's six numeric columns, clean
Points are little-endian doubles, column by column; labels little-endian 32-bit integers.
"""
import sys


def blobs(n, d, k):
    from sklearn.datasets import make_blobs
    from sklearn.preprocessing import MinMaxScaler
    points, labels = make_blobs(n, d, centers=k, cluster_std=0.6, random_state=7)
    return MinMaxScaler().fit_transform(points), labels


def clean(csv):
    import pandas as pd
    frame = pd.read_csv(csv).dropna().select_dtypes("number")
    return frame[(frame > 0).all(axis=1)]


def seed(csv):
    from sklearn.preprocessing import MinMaxScaler
    return MinMaxScaler().fit_transform(clean(csv)[["n_visitas", "monto_compras", "monto_descuentos"]])


def write(points, path):
    import numpy as np
    np.ascontiguousarray(np.asarray(points).T, dtype="<f8").tofile(path)


if __name__ == "__main__":
    kind, *rest = sys.argv[1:]
    if kind == "blobs":
        points, labels = blobs(*map(int, rest[:3]))
        write(points, rest[3])
        labels.astype("<i4").tofile(rest[4])
    elif kind == "seed":
        from sklearn.cluster import KMeans
        points = seed(rest[0])
        write(points, rest[1])
        KMeans(3, n_init=10, random_state=0).fit_predict(points).astype("<i4").tofile(rest[2])
    elif kind == "numbers":
        write(clean(rest[0]).to_numpy(), rest[1])
    else:
        sys.exit(__doc__)
