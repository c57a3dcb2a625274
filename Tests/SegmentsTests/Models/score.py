"""Labels for rows of numbers by a model.json of segmentd: score.py MODEL ROWS (one row a line). Standard library only."""
import json, math, sys
model = json.load(open(sys.argv[1]))
inputs, centers = model["features"], model["centers"]
def scaled(row):
    def bent(value, f):
        return math.copysign(math.log1p(abs(value)), value) if model["scaling"] == "log" else value
    return [(bent(v, f) - f["center"]) / f["scale"] for v, f in zip(row, inputs)]
def distance(a, b): return sum((x - y) ** 2 for x, y in zip(a, b))
def nearest_center(x): return min(range(len(centers)), key=lambda c: (distance(x, centers[c]), centers[c]))
def mixture(x):
    m, best = model["mixture"], []
    for weight, mean, covariance in zip(m["weights"], m["means"], m["covariances"]):
        d, low = len(x), [[0.0] * len(x) for _ in x]
        for i in range(d):  # Cholesky
            for j in range(i + 1):
                s = covariance[i][j] - sum(low[i][k] * low[j][k] for k in range(j))
                low[i][j] = math.sqrt(s) if i == j else s / low[j][j]
        z = []
        for i in range(d): z.append((x[i] - mean[i] - sum(low[i][k] * z[k] for k in range(i))) / low[i][i])
        best.append(math.log(weight) - sum(v * v for v in z) / 2 - sum(math.log(low[i][i]) for i in range(d)))
    return best.index(max(best))
def density():
    c = model["core"]; columns = [[float(v) for v in text.split()] for text in c["columns"]]
    points, labels = [scaled(p) for p in zip(*columns)], [int(v) for v in c["clusters"].split()]
    def label(x):
        near, place = min((distance(x, p), i) for i, p in enumerate(points))
        return labels[place] if near <= c["radius"] ** 2 else -1
    return label
rule = {"kmeans": nearest_center, "minibatch": nearest_center, "gmm": mixture}.get(model["method"]) or density()
ids = [s["id"] for s in model["segments"]] + [0]
for line in open(sys.argv[2]):
    row = [float(v) for v in line.split()]
    print(ids[rule(scaled(row))])
