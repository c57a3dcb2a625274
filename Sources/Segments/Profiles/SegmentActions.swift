/// What to do about a segment: a built-in table by name, which the configuration replaces name by name.
enum SegmentActions {
  /// The advice for a segment of this name; none where a name only says how a column lies.
  static func standard(for name: String) -> [String] {
    table[name.lowercased()].map { [$0] } ?? []
  }

  /// By name in lower case: of the named groups, then of the rules in `Naming`.
  static let table = [
    "champions": "Thank them first: early access, a word from you, a request for reviews.",
    "potential loyalists": "Offer a membership or the next fitting product while they are warm.",
    "promising": "Show what others bought next; a small second-order incentive pays here.",
    "need attention": "Remind them with something limited in time, picked from what they bought.",
    "about to sleep": "Reach them before they are gone: favorites, news, a reason to look in.",
    "at risk": "Win them back personally; they were worth it. Ask what went wrong.",
    "cannot lose them": "Call or write in person before a competitor does; offer real help.",
    "hibernating": "A plain reminder with popular products; spend little on it.",
    "lost": "One last offer, then leave them out of paid campaigns.",
    "best customers": "Thank them first: early access, a word from you, a request for reviews.",
    "loyal customers": "Keep them: rewards for frequency, bundles of what they buy anyway.",
    "slipping regulars": "Win them back now, in person where you can; they used to come often.",
    "big-basket buyers": "Offer volume prices, delivery on account and related large items.",
    "small-basket buyers": "Raise the basket: bundles, and free delivery a little above it.",
    "new customers": "Make the second order easy: a welcome series and help with the first.",
    "lapsed buyers": "A plain win-back mailing; stop after two without an answer.",
    "lapsed one-time buyers": "One win-back offer, then leave them out of paid campaigns.",
    "lapsed customers": "A plain win-back mailing; stop after two without an answer.",
    "active customers": "Keep in touch and suggest what fits their last order.",
    "recent customers": "Follow up on the last order while it is fresh.",
    "occasional buyers": "Give a reason to come more often: seasons, refills, reminders.",
    "frequent buyers": "Reward frequency; show them something they have not tried.",
    "long-standing customers": "Mark anniversaries; ask them to recommend you.",
    "high spenders": "Give them service before discounts; they pay full prices anyway.",
    "light spenders": "Suggest one more item an order; keep the cost of reaching them low.",
    "active savers": "Reach them by offers, but watch the margin: test smaller discounts.",
    "full-price buyers": "Leave discounts out; news and service work better here.",
    "frequent visitors": "They look often: help them decide with reviews, advice, availability.",
    "rare visitors": "Bring them back to the shop: newsletter, reminders, reasons to look.",
    "keen browsers": "They compare much: make choosing easier and follow up on what was viewed.",
    "brief browsers": "Show the right products at once; every click counts with them.",
    "bulk buyers": "Offer packs, volume prices and a standing order.",
    "few-item buyers": "Bundles and matching items raise these orders most easily.",
    "frequent returners": "Look at why it comes back: sizes, pictures, descriptions.",
  ]
}
