import CSQLite

/// What SQLite says went wrong, in its words.
struct DatabaseError: Error, CustomStringConvertible {
  let code: Int32
  let description: String

  /// Whether another kernel was writing and the same may work later.
  var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
  /// Whether the file is none of SQLite's, or no longer whole.
  var isDamage: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB }
}

/// An SQLite file, used by one thread at a time.
///
/// `@unchecked Sendable` is safe because SQLite lets threads take turns with a connection, and because its one owner,
/// the kernel's `CellRecord`, lets a thread use it only under a lock.
final class Database: @unchecked Sendable {
  /// A value in a statement or a row.
  enum Value {
    case integer(Int)
    case text(String)
    case null

    var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    var text: String? { if case .text(let value) = self { value } else { nil } }
  }

  /// How long another kernel that writes is waited for, in milliseconds.
  private static let patience: Int32 = 100

  private let handle: OpaquePointer

  /// Opens a file, which is made if it is not there.
  init(_ path: String) throws(DatabaseError) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let result = sqlite3_open_v2(path, &handle, flags, nil)
    guard let handle else { throw DatabaseError(code: SQLITE_NOMEM, description: "out of memory") }
    guard result == SQLITE_OK else {
      let reason = String(cString: sqlite3_errmsg(handle))
      sqlite3_close(handle)
      throw DatabaseError(code: result, description: reason)
    }
    self.handle = handle
    sqlite3_busy_timeout(handle, Database.patience)
  }

  deinit {
    sqlite3_close(handle)
  }

  /// The key of the row that was inserted last.
  var lastKey: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// How many rows the last statement that changes rows has inserted or deleted.
  var changedRows: Int { Int(sqlite3_changes(handle)) }

  /// What the file's content takes, in bytes, without the place of what has been deleted.
  var usedBytes: Int {
    get throws(DatabaseError) {
      let figures = try ["page_count", "freelist_count", "page_size"].map { name throws(DatabaseError) in
        try run("PRAGMA \(name)").first?.first?.integer ?? 0
      }
      return (figures[0] - figures[1]) * figures[2]
    }
  }

  /// Runs one statement and returns its rows.
  @discardableResult
  func run(_ sql: String, _ values: [Value] = []) throws(DatabaseError) -> [[Value]] {
    var prepared: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &prepared, nil))
    let statement = prepared
    defer { sqlite3_finalize(statement) }
    for (index, value) in values.enumerated() {
      try check(bind(value, to: Int32(index + 1), of: statement))
    }
    var rows: [[Value]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_DONE: return rows
      case SQLITE_ROW:
        rows.append((0..<sqlite3_column_count(statement)).map { column(Int($0), of: statement) })
      case let code: try check(code)
      }
    }
  }

  /// Runs a body that is written whole or not at all.
  func transaction(_ body: () throws(DatabaseError) -> Void) throws(DatabaseError) {
    try run("BEGIN IMMEDIATE")
    do {
      try body()
      try run("COMMIT")
    } catch {
      // The first error is the one to tell of; SQLite may have rolled back by itself.
      _ = try? run("ROLLBACK")
      throw error
    }
  }

  private func bind(_ value: Value, to index: Int32, of statement: OpaquePointer?) -> Int32 {
    switch value {
    case .integer(let number): sqlite3_bind_int64(statement, index, Int64(number))
    case .text(let text): csqlite_bind_text(statement, index, text, Int32(clamping: text.utf8.count))
    case .null: sqlite3_bind_null(statement, index)
    }
  }

  private func column(_ index: Int, of statement: OpaquePointer?) -> Value {
    let index = Int32(index)
    switch sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, index)))
    case SQLITE_NULL: return .null
    default:
      let count = Int(sqlite3_column_bytes(statement, index))
      guard let bytes = sqlite3_column_text(statement, index) else { return .null }
      return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    }
  }

  private func check(_ code: Int32) throws(DatabaseError) {
    guard code == SQLITE_OK else {
      throw DatabaseError(code: code & 0xFF, description: String(cString: sqlite3_errmsg(handle)))
    }
  }
}
