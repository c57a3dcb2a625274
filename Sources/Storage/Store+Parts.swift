import Foundation
import GRDB

extension Store {
  /// A part of a run, or `nil` where it was never kept or is not kept any more.
  package func part(
    _ part: RunPart,
    of run: String,
    dataset: String,
  ) throws(StoreError) -> [UInt8]? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT bytes, run_part.sha256 AS sha256 FROM run_part JOIN run ON run.n = run_part.run
          WHERE run.dataset = ? AND run.name = ? AND kind = ?
          """,
        arguments: [dataset, run, part.rawValue],
      ).map { try checked($0, dataset) }
    }
  }

  /// The memories of a dataset's runs, oldest first.
  package func memories(of dataset: String) throws(StoreError) -> [[UInt8]] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT bytes, run_part.sha256 AS sha256 FROM run_part JOIN run ON run.n = run_part.run
          WHERE run.dataset = ? AND kind = ? ORDER BY run.n
          """,
        arguments: [dataset, RunPart.memory.rawValue],
      ).map { try checked($0, dataset) }
    }
  }

  /// Forgets everything of old runs that could not be told without customers or is large: all but
  /// their line and their memory.
  package func retire(runs: [String], of dataset: String) throws(StoreError) {
    try write { database in
      for run in runs {
        try database.execute(
          sql: "UPDATE run SET report = x'', isKept = 0 WHERE dataset = ? AND name = ?",
          arguments: [dataset, run],
        )
        try database.execute(
          sql: """
            DELETE FROM run_part WHERE kind <> 'memory'
              AND run = (SELECT n FROM run WHERE dataset = ? AND name = ?)
            """,
          arguments: [dataset, run],
        )
      }
    }
  }

  /// Puts other bytes in the place of a run's part.
  package func replace(
    _ part: RunPart,
    of run: String,
    dataset: String,
    with bytes: [UInt8],
  ) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE run_part SET bytes = ?, sha256 = ? WHERE kind = ?
            AND run = (SELECT n FROM run WHERE dataset = ? AND name = ?)
          """,
        arguments: [Data(bytes), Data(digest(bytes)), part.rawValue, dataset, run],
      )
    }
  }

  func insert(
    _ database: Database,
    _ parts: [RunPart: [UInt8]],
    of run: RunRecord,
  ) throws {
    guard
      let number = try Int64.fetchOne(
        database,
        sql: "SELECT n FROM run WHERE dataset = ? AND name = ?",
        arguments: [run.dataset, run.name],
      )
    else { return }
    for (part, bytes) in parts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try database.execute(
        sql: """
          INSERT INTO run_part (run, kind, bytes, sha256) VALUES (?, ?, ?, ?)
          ON CONFLICT (run, kind) DO NOTHING
          """,
        arguments: [number, part.rawValue, Data(bytes), Data(digest(bytes))],
      )
    }
  }

  func checked(_ row: Row, _ dataset: String) throws -> [UInt8] {
    let bytes = Array(row["bytes"] as Data)
    guard Array(row["sha256"] as Data) == digest(bytes) else {
      throw StoreError.changedBytes(path: path, dataset: dataset)
    }
    return bytes
  }
}
