import Tables

/// Finds the columns for roles: by configuration, by header, and last by what is in them.
struct RoleFinder {
  static let byPlatform = 0.95
  static let byContent = 0.6

  /// The columns that may be read.
  let samples: [ColumnSample]
  let configured: [Role: String]
  private let byName: [String: [ColumnSample]]

  init(samples: [ColumnSample], configured: [Role: String]) {
    self.samples = samples
    self.configured = configured
    var byName = Dictionary(grouping: samples) { HeaderName.normalized($0.name) }
    for sample in samples {
      let short = HeaderName.withoutLittleWords(sample.name)
      if byName[short] == nil { byName[short] = [sample] }
    }
    self.byName = byName
  }

  /// The roles that a platform's headers play.
  func roles(of platform: Platform) -> FoundRoles {
    var found = roles(from: platform.roleNames) { _ in Self.byPlatform }
    // The configuration may name the other of two amounts; its currency is then the other one too.
    if configured[.currency] == nil, let amount = found[.amount] {
      let pair = platform.currencies.first { $0.key == amount }?.value
      if let pair, samples.contains(where: { $0.name == pair }) {
        found.take(pair, for: .currency, confidence: Self.byPlatform)
      }
    }
    return found
  }

  /// The roles that the headers of a table play; the first group with a fitting column decides.
  func roles(from table: [RoleNames]) -> FoundRoles {
    roles(from: table) { group in max(0.7, 0.9 - 0.05 * Double(group)) }
  }

  private func roles(from table: [RoleNames], confidence: (Int) -> Double) -> FoundRoles {
    var found = FoundRoles(configured: configured)
    for names in table where found[names.role] == nil {
      for (rank, group) in names.groups.enumerated() {
        let fitting = group.flatMap { byName[$0] ?? [] }.filter {
          !found.isTaken($0.name) && fits($0, names.role)
        }
        guard let best = fitting.first else { continue }
        found.take(best.name, for: names.role, confidence: confidence(rank))
        found.noteCollision(names.role, fitting.dropFirst().map(\.name))
        break
      }
    }
    return found
  }

  /// Whether the content of this column could play the role its header promises.
  private func fits(_ sample: ColumnSample, _ role: Role) -> Bool {
    guard sample.emptyShare < 1 else { return false }
    switch role.content {
    case .text: return true
    case .date: return sample.dateShare >= 0.5
    case .time: return Self.holdsTimes(sample)
    case .number: return sample.numberShare >= 0.5
    }
  }

  // MARK: - By content

  /// Fills in who, when and how much for a file of orders, where one column alone can be meant.
  func completeOrders(_ found: inout FoundRoles) {
    if found[.customer] == nil {
      only { Self.isEmail($0) }.map { found.takeByContent($0.name, for: .customer) }
    }
    if found[.date] == nil {
      only { !found.isTaken($0.name) && $0.kind == .date && !$0.isWholeNumbers }
        .map { found.takeByContent($0.name, for: .date) }
    }
    if found[.amount] == nil, found[.price] == nil {
      only { !found.isTaken($0.name) && Self.isMoney($0) }
        .map { found.takeByContent($0.name, for: .amount) }
    }
  }

  /// Fills in the key of a customer file: a column of keys in which no two rows agree.
  func completeCustomers(_ found: inout FoundRoles) {
    guard found[.customer] == nil else { return }
    let free = samples.filter { !found.isTaken($0.name) && $0.isUnique && $0.emptyShare == 0 }
    let key =
      free.first(where: Self.isEmail)
      ?? free.first { sample in
        HeaderName.words(sample.name).last.map(Synonyms.keyWords.contains) ?? false
      }
      ?? free.first { Synonyms.peopleNames.contains(HeaderName.normalized($0.name)) }
    if let key { found.takeByContent(key.name, for: .customer) }
  }

  private func only(_ isMeant: (ColumnSample) -> Bool) -> ColumnSample? {
    let meant = samples.filter(isMeant)
    return meant.count == 1 ? meant.first : nil
  }

  private static func holdsTimes(_ sample: ColumnSample) -> Bool {
    let filled = sample.values.filter { !$0.isEmpty }
    return filled.count { DayTime.second(of: $0) != nil } * 2 >= filled.count && !filled.isEmpty
  }

  private static func isEmail(_ sample: ColumnSample) -> Bool {
    let filled = sample.values.filter { !$0.isEmpty }
    return filled.count > 1
      && filled.allSatisfy { text in
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
          && !text.contains(" ")
      }
  }

  private static func isMoney(_ sample: ColumnSample) -> Bool {
    sample.kind == .number && !sample.isWholeNumbers
      && !Synonyms.notMeasures.contains { HeaderName.normalized(sample.name).contains($0) }
  }
}
