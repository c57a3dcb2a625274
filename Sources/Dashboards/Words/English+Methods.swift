extension English {
  /// How segments were found and which methods were tried.
  static let methods: [String: String] = [
    "method.kmeans": "k-means", "method.minibatch": "Mini-batch k-means",
    "method.gmm": "Gaussian mixture", "method.dbscan": "DBSCAN", "method.hdbscan": "HDBSCAN",
    "method.ward": "Ward", "method.rfm": "Named groups by recency, frequency and spend",
    "method.none": "one group",
    "method.eps": "ε {eps}",
    "method.points": "{n} points",
    "method.groups.one": "{n} group",
    "method.groups.other": "{n} groups",
    "method.column.silhouette": "Silhouette higher",
    "method.column.silhouette-all": "Silhouette of all, higher",
    "method.column.davies-bouldin": "Davies–Bouldin lower",
    "method.column.calinski-harabasz": "Calinski–Harabasz higher",
    "method.column.unassigned": "Unassigned",
    "method.column.smallest": "Smallest group",
    "methods.block": "{n} clusterings on the same customers",
    "methods.desc":
      "Tinted: shown in this dashboard · bold: best of a column · higher or lower is better",
    "methods.note":
      "Silhouette leaves unassigned customers out; “of all” counts them as 0, so that methods can be compared.",
    "methods.skipped": "Not tried: {methods}. {reason}",
    "sizes.title": "How large the groups are",
    "sizes.desc": "Customers per group, best run of each method · hatched: unassigned",
    "sizes.sizes": "Customers per group",
    "sizes.unassigned": "{n} unassigned",
    "distance.title": "{share} of customers have {n} neighbors within {eps}",
    "distance.title.plain": "How far customers are from their neighbors",
    "distance.desc": "Distance to neighbor number {n}, sorted (the customer itself counts)",
    "distance.axis": "Distance (scaled units)",
    "distance.share": "share of customers",
    "distance.radius": "ε = {eps}: {share} of customers below",
    "score.silhouette": "Silhouette",
    "score.silhouette.hint": "higher is better",
    "score.calinski-harabasz": "Calinski–Harabasz",
    "score.calinski-harabasz.hint": "higher is better",
    "score.davies-bouldin": "Davies–Bouldin",
    "score.davies-bouldin.hint": "lower is better",
    "score.inertia": "Within-segment spread",
    "score.inertia.hint": "look for the bend",
    "score.k": "segments (k)",
    "k.note":
      "Vertical line: the number of segments shown. Filled: best by this score (the bend for the spread). Axes other than the spread do not start at zero.",
    "silhouette.title": "{best} are the most solid segment, {worst} the least",
    "silhouette.desc": "Silhouette of the customers, sorted within their segment · n = {n}",
    "silhouette.axis": "Silhouette",
    "silhouette.average": "average {mean}",
    "silhouette.columns": "mean · below zero",
    "silhouette.negative": "Below zero",
    "silhouette.row": "{mean} {word} · {negative}",
    "silhouette.note":
      "1 = far from other segments, 0 = on the border, below 0 = nearer to another. Above 0.70 strong, 0.51–0.70 reasonable, 0.26–0.50 weak, up to 0.25 no clear structure.",
    "silhouette.strong": "strong", "silhouette.reasonable": "reasonable",
    "silhouette.weak": "weak", "silhouette.none": "no clear structure",
    "choice.title": "What this means",
    "choice.method": "{method} with {k} groups",
    "choice.steadiest-of-level":
      "{method} was chosen: {level} of {candidates} clusterings are level (silhouette over all customers {silhouetteOfAll}, within 0.02), and of these its groups come back most exactly when part of the customers is clustered anew.",
    "choice.highest-merit":
      "{method} leads {candidates} clusterings of the same customers by separation, stability and size of its smallest group (silhouette over all customers {silhouetteOfAll}).",
    "choice.configured":
      "{method} was chosen by the measure that the configuration names, among {candidates} clusterings of the same customers.",
    "choice.weakest":
      "Its least stable group comes back with a Jaccard similarity of {weakest} over 25 subsamples.",
    "choice.alike.one": "One other clustering finds the same groups.",
    "choice.alike.other": "{n} other clusterings find the same groups.",
    "choice.flattered":
      "{method} scores {silhouette}, but leaves {noise} customers ({share}) out; with them it is {silhouetteOfAll}.",
    "choice.continuum":
      "There is no clear structure: customers spread evenly would be divided with silhouette {reference}, so read the segments as slices of a continuum.",
    "choice.rfm":
      "The configuration asks for the named groups of recency, frequency and spend; {k} of the 11 have customers.",
    "choice.only-candidate": "{method} was asked for, so nothing was compared.",
    "choice.agree": "Also best at {k}: {scores}.",
    "choice.disagree": "Other criteria differ: {list}.",
    "choice.other": "{score} prefers {k}",
    "choice.borders": "Read {segment} with care: {share} of them lie nearer to another segment.",
    "methods.how": "How it was made",
    "methods.cleaning":
      "Records that break a cleaning rule are left out and counted once, under the first rule they break. Nothing is filled in or guessed for the pages; what is missing is counted as missing.",
    "methods.scaling":
      "Segments are formed on {measures}. These measures were scaled ({method}): {why}",
    "methods.unscaled": "No measure was clustered, so nothing was scaled.",
    "methods.search":
      "All clusterings see the same customers and are scored on the same rows. Each method starts from a fixed seed, so the same data give the same segments. The best silhouette over all customers wins; close calls go to the lower Davies–Bouldin index.",
    "methods.names":
      "Names follow written rules: the measures in which a segment differs most from the average customer. Letters and colors stay with a segment on all pages.",
    "methods.statistics":
      "Standard deviations divide by n − 1; medians are exact, other quantiles interpolate linearly. Shares are rounded one by one, so they may not add up to 100%. Groups under the smallest size shown print no values.",
    "scaling.none": "none", "scaling.standard": "standard", "scaling.min-max": "min–max",
    "scaling.max-abs": "max-abs", "scaling.robust": "robust", "scaling.power": "power",
    "scaling.quantile": "quantile", "scaling.normalize": "unit length",
    "scaling.log": "logarithm, then standard",
    "scaling.why.configured": "as the configuration says.",
    "scaling.why.skewed":
      "at least one measure is strongly skewed, so that a few large values would decide alone.",
    "scaling.why.skewed-below":
      "at least one measure is strongly skewed and has negative values or a tail of small ones.",
    "scaling.why.far-values":
      "at least one measure has a few values far away, which would squeeze the others together.",
    "scaling.why.bounded": "no measure is strongly skewed; each is stretched over its range.",
    "scaling.why.not-needed": "there was nothing to scale.",
    "scaling.title": "Scaling parameters",
    "scaling.desc": "scaled = (value − center) ÷ scale",
    "scaling.desc.log": "scaled = (log(1 + value) − center) ÷ scale",
    "settings.title": "This run",
    "settings.name": "Setting",
    "settings.dataset": "Dataset",
    "settings.run": "Run",
    "settings.files": "Files",
    "settings.more": "and {n} more",
    "settings.grain": "One row is",
    "settings.platform": "Recognized as",
    "settings.dates": "Dates",
    "settings.undated": "no dates in the file",
    "settings.method": "Method",
    "settings.scaling": "Scaling",
    "settings.currency": "Currency",
    "settings.none": "not stated",
    "settings.small": "Smallest group",
    "settings.small.value": "values only from {n} customers on",
    "grain.lines": "an order line", "grain.orders": "an order", "grain.customers": "a customer",
    "glossary.title": "Definitions",
    "glossary.median": "Median",
    "glossary.median.text": "Half of the customers lie below, half above.",
    "glossary.quartiles": "Quartiles",
    "glossary.quartiles.text":
      "A quarter of the customers lie below the first, a quarter above the third.",
    "glossary.deviation": "Standard deviation",
    "glossary.deviation.text": "How far values typically lie from the mean.",
    "glossary.separation": "Tells apart (η²)",
    "glossary.separation.text":
      "Share of a measure’s variance between segments: 0 the segments are alike, 1 they explain all.",
    "glossary.silhouette": "Silhouette",
    "glossary.silhouette.text":
      "Is a customer nearer to the own segment than to the next? 1 clearly, 0 on the border, negative no.",
    "glossary.davies-bouldin": "Davies–Bouldin index",
    "glossary.davies-bouldin.text": "Spread of segments against their distance; lower is better.",
    "glossary.calinski-harabasz": "Calinski–Harabasz index",
    "glossary.calinski-harabasz.text":
      "Spread between segments against spread within; higher is better.",
    "glossary.correlation": "Correlation (r, ρ)",
    "glossary.correlation.text":
      "From −1 (one falls as the other rises) through 0 to +1 (they rise together). ρ compares ranks.",
    "glossary.component": "Component",
    "glossary.component.text":
      "A mixture of measures along which customers differ most (principal component).",
    "glossary.unassigned": "Unassigned",
    "glossary.unassigned.text":
      "Customers that a method puts in no group; they count as customers.",
  ]
}
