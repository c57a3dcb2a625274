extension English {
  /// Headers of tables and names of measures.
  static let data: [String: String] = [
    "table.segment": "Segment", "table.measure": "Measure", "table.value": "Value",
    "table.figure": "Figure", "table.remark": "Remark", "table.share": "Share",
    "table.all": "All customers", "table.n": "n", "table.missing": "Missing",
    "table.mean": "Mean", "table.sd": "Std. dev.", "table.min": "Min",
    "table.q25": "First quartile", "table.median": "Median", "table.q75": "Third quartile",
    "table.max": "Max", "table.separation": "Tells apart", "table.whiskers": "Whiskers",
    "table.median-of": "{measure}, median", "table.from": "From", "table.percentile": "Percentile",
    "table.method": "Method",
    "table.rule": "Rule", "table.rows": "Records", "table.status": "Status",
    "table.check": "Check", "table.effect": "Effect", "table.center": "Center",
    "table.scale": "Scale",
    "role.spend": "Purchases", "role.visits": "Visits", "role.discount": "Discounts",
    "role.clicks": "Clicks", "role.orders": "Orders", "role.items": "Items",
    "role.recency": "Days since last order", "role.tenure": "Days since first order",
    "role.averageOrderValue": "Average order", "role.refund": "Returns",
    "measure.recency": "Days since last order", "measure.frequency": "Orders",
    "measure.monetary": "Spend", "measure.averageOrderValue": "Average order",
    "measure.items": "Items", "measure.tenure": "Days since first order",
    "measure.returns": "Returns",
  ]
}
