import JupyterProtocol

/// A place at which a cell is to be held up.
struct Breakpoint: Sendable, Equatable {
  let id: Int
  /// The line that the client asked for.
  let asked: Int
  /// The line of the statement at which the cell is held up.
  var line: Int
  /// Why it will not be hit as things are; nil if it can be.
  var obstacle: String?
  /// What must hold for the cell to be held up; nil for always.
  var condition: String?
}

/// The breakpoints of all cells.
struct Breakpoints: Sendable {
  private var cells: [UInt32: [Breakpoint]] = [:]
  private var lastID = 0
  /// In one cell.
  static let limit = 10_000

  /// The bits of the lines that have breakpoints: most other lines are told from them at a glance.
  private(set) var interest: UInt64 = 0

  static func bit(key: UInt32, line: Int) -> UInt64 {
    1 << UInt64((key ^ UInt32(truncatingIfNeeded: line)) % 64)
  }

  private mutating func noteInterest() {
    interest = cells.reduce(0) { bits, cell in
      cell.value.reduce(bits) { $0 | Self.bit(key: cell.key, line: $1.line) }
    }
  }

  /// All of them, by cell.
  var all: [(key: UInt32, breakpoints: [Breakpoint])] {
    cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Replaces those of a cell.
  /// - Parameter lines: on which statements begin; nil if the cell is not known.
  mutating func set(
    _ asked: [(line: Int, condition: String?)], in key: UInt32, lines: [Int]?
  ) -> [Breakpoint] {
    let new = asked.map { line, condition in
      lastID += 1
      return Self.settled(
        Breakpoint(id: lastID, asked: line, line: line, condition: condition), on: lines)
    }
    cells[key] = new.isEmpty ? nil : new
    noteInterest()
    return new
  }

  /// Moves those of a cell that has become known to where they can be hit.
  mutating func settle(in key: UInt32, on lines: [Int]) {
    cells[key] = cells[key]?.map { Self.settled($0, on: lines) }
    noteInterest()
  }

  /// To the next line on which a statement begins, or the last one if none follows.
  private static func settled(_ breakpoint: Breakpoint, on lines: [Int]?) -> Breakpoint {
    var result = breakpoint
    guard let lines else {
      result.obstacle = "the kernel does not know this cell yet"
      return result
    }
    guard let line = lines.first(where: { $0 >= breakpoint.asked }) ?? lines.last else {
      result.obstacle = "there is no statement in this cell to stop at"
      return result
    }
    result.line = line
    result.obstacle = nil
    return result
  }

  /// Those on a line.
  func hit(in key: UInt32, line: Int) -> [Breakpoint] {
    cells[key]?.filter { $0.line == line && $0.obstacle == nil } ?? []
  }
}

extension Breakpoint {
  /// As the Debug Adapter Protocol writes it.
  func json(path: String) -> JSON {
    var object: JSON.Object = [
      "id": .integer(id), "verified": .bool(obstacle == nil), "line": .integer(line),
      "source": ["path": .string(path)],
    ]
    object["message"] = obstacle.map(JSON.string)
    return .object(object)
  }
}
