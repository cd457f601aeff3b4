import Glibc
import JupyterProtocol

/// The cells of all sessions, in an SQLite file that several kernels may share.
///
/// Values are not kept, as IPython does not keep them either: they can be large, and are made anew by running the
/// cell. Whoever may not read the user's files may not read this one.
struct HistoryFile: Sendable {
  /// Cells that are kept; the oldest go first.
  static let limit = 20_000
  /// What they may take in the file, in bytes; the oldest go first.
  static let sizeLimit = 16 << 20
  /// A longer source is not kept, in bytes.
  static let sourceLimit = 256 << 10
  /// Cells that one answer holds at most.
  private static let answerLimit = 10_000

  private let database: Database
  /// The number of this session.
  let session: Int

  /// Opens the file at `path` and begins a session in it. What is missing on the way is made.
  init(_ path: String) throws(DatabaseError) {
    Self.makeFolders(above: path)
    // SQLite would let others read it.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
    let database = try Database(path)
    // A crash of the machine may cost the history; waiting for the disk after each cell would cost every cell.
    try database.run("PRAGMA synchronous = OFF")
    var session = 0
    try database.transaction { () throws(DatabaseError) in
      try database.run(
        "CREATE TABLE IF NOT EXISTS sessions (session INTEGER PRIMARY KEY AUTOINCREMENT, start TEXT)")
      try database.run(
        """
        CREATE TABLE IF NOT EXISTS history (
          id INTEGER PRIMARY KEY, session INTEGER, line INTEGER, source TEXT, UNIQUE (session, line))
        """)
      try database.run("INSERT INTO sessions (start) VALUES (?)", [.text(Outlet.timestamp())])
      session = database.lastKey
      try Self.makeRoom(in: database)
    }
    self.database = database
    self.session = session
  }

  /// Writes cells of this session.
  func append(_ entries: some Sequence<HistoryReply.Entry>) throws(DatabaseError) {
    let entries = Array(entries)
    try database.transaction { () throws(DatabaseError) in
      for entry in entries where entry.input.utf8.count <= Self.sourceLimit {
        try database.run(
          "INSERT OR REPLACE INTO history (session, line, source) VALUES (?, ?, ?)",
          [.integer(session), .integer(entry.line), .text(entry.input)])
      }
      try Self.makeRoom(in: database)
    }
  }

  /// Deletes the oldest cells if there are too many, or if they take too much, and the sessions that have none left.
  private static func makeRoom(in database: Database) throws(DatabaseError) {
    try database.run("DELETE FROM history WHERE id <= (SELECT max(id) FROM history) - \(limit)")
    while try database.usedBytes > sizeLimit {
      // Half of them, so that it is not to be done again with the next cell.
      try database.run(
        """
        DELETE FROM history WHERE id <= (
          SELECT id FROM history ORDER BY id LIMIT 1 OFFSET (SELECT count(*) / 2 FROM history))
        """)
      // Then it is something else that takes the room, in a file that is not the history's alone.
      if database.changedRows == 0 { break }
    }
    // Their numbers are not given again. The latest is that of a kernel that begins.
    try database.run(
      """
      DELETE FROM sessions WHERE session < coalesce(
        (SELECT min(session) FROM history), (SELECT max(session) FROM sessions))
      """)
  }

  /// The cells that a request asks for, the oldest first; those of this session come last.
  func entries(for access: HistoryRequest.Access) throws(DatabaseError) -> [HistoryReply.Entry] {
    switch access {
    case .tail(let count):
      return try latest(count, "")
    case .range(let asked, let start, let stop):
      // Zero is this session, and what is below it counts back.
      let number = asked > 0 ? asked : session &+ asked
      let rows = try database.run(
        "SELECT session, line, source FROM history WHERE session = ? AND line >= ? AND line < ? ORDER BY line LIMIT ?",
        [.integer(number), .integer(start), .integer(stop ?? .max), .integer(Self.answerLimit)])
      return rows.compactMap(Self.entry)
    case .search(let pattern, let count, let unique):
      // Of equal sources the one with the highest id is taken, as SQLite promises for max().
      let condition = "WHERE source GLOB ?" + (unique ? " GROUP BY source" : "")
      return try latest(
        count ?? Self.answerLimit, condition, [.text(pattern)], key: unique ? "max(id)" : "id")
    }
  }

  private func latest(
    _ count: Int, _ condition: String, _ values: [Database.Value] = [], key: String = "id"
  ) throws(DatabaseError) -> [HistoryReply.Entry] {
    let rows = try database.run(
      "SELECT session, line, source, \(key) AS key FROM history \(condition) "
        + "ORDER BY session = \(session) DESC, key DESC LIMIT ?",
      values + [.integer(min(max(count, 0), Self.answerLimit))])
    return rows.reversed().compactMap(Self.entry)
  }

  private static func entry(_ row: [Database.Value]) -> HistoryReply.Entry? {
    guard row.count >= 3, let session = row[0].integer, let line = row[1].integer, let source = row[2].text
    else { return nil }
    return HistoryReply.Entry(session: session, line: line, input: source)
  }

  /// What cannot be made shows itself when the file is opened.
  private static func makeFolders(above path: String) {
    guard path.hasPrefix("/") else { return }
    var folder = ""
    for name in path.split(separator: "/").dropLast() {
      folder += "/" + name
      mkdir(folder, 0o700)
    }
  }
}
