/// The eleven named groups of buyers by their scores of recency, frequency and spend.
///
/// A partition: each of the 125 cells belongs to exactly one group.
enum RFMGroup: String, CaseIterable, Sendable {
  case champions, loyal, potentialLoyalist, new, promising, needAttention, aboutToSleep, atRisk
  case cannotLose, hibernating, lost

  /// The name of the table, since others are in use under the same names.
  static let version = "11 groups, 125 cells"

  var name: String {
    switch self {
    case .champions: "Champions"
    case .loyal: "Loyal customers"
    case .potentialLoyalist: "Potential loyalists"
    case .new: "New customers"
    case .promising: "Promising"
    case .needAttention: "Need attention"
    case .aboutToSleep: "About to sleep"
    case .atRisk: "At risk"
    case .cannotLose: "Cannot lose them"
    case .hibernating: "Hibernating"
    case .lost: "Lost"
    }
  }

  /// The cells of the group, each as three digits: recency, frequency, spend.
  var cells: [Int] {
    switch self {
    case .champions: [555, 554, 544, 545, 454, 455, 445]
    case .loyal: [543, 444, 435, 355, 354, 345, 344, 335]
    case .potentialLoyalist:
      [
        553, 551, 552, 541, 542, 533, 532, 531, 452, 451, 442, 441, 431, 453, 433, 432, 423, 353,
        352, 351, 342, 341, 333, 323,
      ]
    case .new: [512, 511, 422, 421, 412, 411, 311]
    case .promising:
      [525, 524, 523, 522, 521, 515, 514, 513, 425, 424, 413, 414, 415, 315, 314, 313]
    case .needAttention: [535, 534, 443, 434, 343, 334, 325, 324]
    case .aboutToSleep: [331, 321, 312, 221, 213, 231, 241, 251]
    case .atRisk:
      [
        255, 254, 245, 244, 253, 252, 243, 242, 235, 234, 225, 224, 153, 152, 145, 143, 142, 135,
        134, 133, 125, 124,
      ]
    case .cannotLose: [155, 154, 144, 214, 215, 115, 114, 113]
    case .hibernating: [332, 322, 233, 232, 223, 222, 132, 123, 122, 212, 211]
    case .lost: [111, 112, 121, 131, 141, 151]
    }
  }

  private static let groupOfCell = Dictionary(
    allCases.flatMap { group in group.cells.map { ($0, group) } },
    uniquingKeysWith: { first, _ in first },
  )

  /// The group of three scores, each 1 to 5.
  static func of(_ recency: Int, _ frequency: Int, _ monetary: Int) -> RFMGroup {
    guard let group = groupOfCell[100 * recency + 10 * frequency + monetary] else {
      preconditionFailure("Every cell of scores from 1 to 5 belongs to a group.")
    }
    return group
  }
}
