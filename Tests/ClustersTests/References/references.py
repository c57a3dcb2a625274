"""Numbers that the tests compare with. Run again: python references.py > references.json

Made with Python 3.11, numpy 2.x, scipy 1.x, scikit-learn 1.9; the versions used are in the output.
All data come from numpy's default_rng(2026)."""
import json, warnings
import numpy as np, scipy, sklearn
from scipy.cluster.hierarchy import linkage, fcluster
from sklearn import decomposition, metrics, mixture, preprocessing

warnings.filterwarnings("ignore")
rng = np.random.default_rng(2026)
sizes = lambda labels: sorted(np.bincount(labels)[np.bincount(labels) > 0].tolist(), reverse=True)


def columns(x):
    return np.asarray(x).T.tolist()


def ward():
    x = rng.normal(size=(240, 4)) + rng.integers(0, 4, size=(240, 1)) * 3.0
    tree = linkage(x, "ward")
    return {"columns": columns(x), "heights": tree[-30:, 2].tolist(),
            "sizes": {str(k): sizes(fcluster(tree, k, "maxclust")) for k in (2, 3, 5, 9, 20)},
            "components": components(tree, x)}


def components(tree, x):
    """Principal components of each of Ward's three clusters, of the largest first."""
    labels = fcluster(tree, 3, "maxclust")
    parts = sorted((x[labels == k] for k in (1, 2, 3)), key=len, reverse=True)
    fits = [decomposition.PCA().fit(part) for part in parts]
    # As we orient them: the largest loading of a direction is positive.
    turn = lambda v: v * np.sign(v[np.argmax(np.abs(v))])
    return [{"explainedVarianceRatio": f.explained_variance_ratio_.tolist(),
             "components": [turn(v).tolist() for v in f.components_]} for f in fits]


def gmm():
    parts = [(120, [0, 0, 0], [[1, .6, 0], [.6, 1, .2], [0, .2, .5]]),
             (90, [4, 1, -3], [[.4, -.2, .1], [-.2, .6, 0], [.1, 0, 1.2]]),
             (60, [-3, 5, 2], [[1.5, .3, .3], [.3, .3, 0], [.3, 0, .8]])]
    x = np.vstack([rng.multivariate_normal(m, c, n) for n, m, c in parts])
    out = {"columns": columns(x), "fits": {}}
    for name, kind in [("full", "full"), ("tied", "tied"), ("diagonal", "diag"), ("spherical", "spherical")]:
        m = mixture.GaussianMixture(3, covariance_type=kind, tol=1e-12, max_iter=5000, n_init=10, random_state=1).fit(x)
        order = np.argsort(-np.bincount(m.predict(x), minlength=3), kind="stable")
        full = {"full": lambda: m.covariances_, "tied": lambda: np.array([m.covariances_] * 3),
                "diag": lambda: np.array([np.diag(c) for c in m.covariances_]),
                "spherical": lambda: np.array([np.eye(3) * c for c in m.covariances_])}[kind]()
        out["fits"][name] = {
            "meanLogLikelihood": m.score(x), "bic": m.bic(x), "aic": m.aic(x), "sizes": sizes(m.predict(x)),
            "weights": m.weights_[order].tolist(), "means": m.means_[order].tolist(),
            "covariances": [c.ravel().tolist() for c in full[order]]}
    return out


def scaling():
    n = 500
    x = np.column_stack([rng.lognormal(2, 1, n), rng.normal(3, 2, n), rng.integers(0, 6, n).astype(float),
                         -rng.exponential(2, n), np.full(n, 7.0)])
    fresh = np.column_stack([rng.lognormal(2, 1.3, 40), rng.normal(3, 3, 40), rng.integers(-1, 8, 40) + .5,
                             rng.normal(0, 3, 40), np.full(40, 7.5)])
    power = preprocessing.PowerTransformer().fit(x)
    uniform = preprocessing.QuantileTransformer(n_quantiles=min(1000, n)).fit(x)
    normal = preprocessing.QuantileTransformer(n_quantiles=min(1000, n), output_distribution="normal").fit(x)
    out = {"columns": columns(x), "fresh": columns(fresh), "lambdas": power.lambdas_.tolist()}
    for name, m in [("standard", preprocessing.StandardScaler().fit(x)), ("min-max", preprocessing.MinMaxScaler().fit(x)),
                    ("max-abs", preprocessing.MaxAbsScaler().fit(x)), ("robust", preprocessing.RobustScaler().fit(x)),
                    ("power", power), ("quantile", uniform), ("quantile-normal", normal),
                    ("normalize", preprocessing.Normalizer())]:
        out[name] = {"fitted": columns(m.transform(x)), "fresh": columns(m.transform(fresh))}
    return out


def agreement():
    pairs = []
    for n, a, b, noise in [(200, 3, 3, .1), (200, 4, 7, .5), (60, 2, 10, .9), (50, 1, 4, .5), (40, 40, 5, .5), (300, 5, 5, .0)]:
        x = rng.integers(0, a, n) if a < n else np.arange(n)
        y = np.where(rng.random(n) < noise, rng.integers(0, b, n), x % b)
        pairs.append({"a": x.tolist(), "b": y.tolist(),
                      "adjustedRand": metrics.adjusted_rand_score(x, y),
                      "adjustedMutualInformation": metrics.adjusted_mutual_info_score(x, y),
                      "fowlkesMallows": metrics.fowlkes_mallows_score(x, y)})
    return pairs


print(json.dumps({
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
    "seed": 2026, "ward": ward(), "gmm": gmm(), "scaling": scaling(), "agreement": agreement()}))
