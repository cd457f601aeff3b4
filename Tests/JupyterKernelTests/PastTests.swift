import Glibc
import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("The history of all sessions")
struct PastTests {
  private let folder: String
  private let log = LogRecord()
  private var path: String { folder + "/of/its/own/history.sqlite" }

  init() throws {
    var template = Array("/tmp/history-test-XXXXXX".utf8CString)
    folder = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  /// A session in which these cells were run.
  private func session(_ cells: String...) -> Past {
    var past = Past(file: path, logger: log.logger)
    for (index, cell) in cells.enumerated() { past.append(line: index + 1, input: cell) }
    past.save()
    return past
  }

  private func inputs(_ entries: [HistoryReply.Entry]) -> [String] {
    entries.map { "\($0.session)/\($0.line) \($0.input)" }
  }

  @Test("is told by tail, by range and by search")
  func sessions() {
    _ = session("a = 1", "b")
    _ = session("a = 1", "c")
    var third = session("d")
    #expect(inputs(third.entries(for: .tail(count: 4))) == ["1/2 b", "2/1 a = 1", "2/2 c", "3/1 d"])
    #expect(inputs(third.entries(for: .range(session: 1, start: 1, stop: nil))) == ["1/1 a = 1", "1/2 b"])
    #expect(inputs(third.entries(for: .range(session: -1, start: 2, stop: 3))) == ["2/2 c"])
    #expect(inputs(third.entries(for: .range(session: 0, start: 0, stop: nil))) == ["3/1 d"])
    #expect(inputs(third.entries(for: .range(session: -7, start: 0, stop: nil))) == [])
    let all = HistoryRequest.Access.search(pattern: "a*", count: nil, unique: false)
    #expect(inputs(third.entries(for: all)) == ["1/1 a = 1", "2/1 a = 1"])
    let unique = HistoryRequest.Access.search(pattern: "[ad]*", count: 5, unique: true)
    #expect(inputs(third.entries(for: unique)) == ["2/1 a = 1", "3/1 d"])
    #expect(inputs(third.entries(for: .search(pattern: "*", count: 1, unique: false))) == ["3/1 d"])
    #expect(log.lines == [])
  }

  @Test("has the values of this session's cells")
  func values() {
    _ = session("a")
    var second = session("b")
    second.setOutput("2", line: 1)
    #expect(second.entries(for: .tail(count: 2)).map(\.output) == [nil, "2"])
  }

  @Test("can be read by its owner alone")
  func rights() {
    _ = session("a")
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test("keeps no source that is very long, and makes no file before there is a cell")
  func limits() {
    _ = session()
    #expect(access(path, F_OK) != 0)
    var past = session(String(repeating: "x", count: HistoryFile.sourceLimit + 1), "y")
    #expect(past.entries(for: .tail(count: 5)).map(\.input) == ["y"])
  }

  @Test("is whole even if its cells come without a pause")
  func many() {
    var past = Past(file: path, logger: log.logger)
    for line in 1...3_210 { past.append(line: line, input: "\(line)") }
    let all = HistoryRequest.Access.search(pattern: "*", count: nil, unique: false)
    #expect(past.entries(for: all).map(\.line) == Array(1...3_210))
    #expect(log.lines == [])
  }

  @Test("keeps the latest cells, so many and so much of them")
  func size() throws {
    let large = String(repeating: "x", count: HistoryFile.sourceLimit)
    let count = 3 * HistoryFile.sizeLimit / HistoryFile.sourceLimit
    var past = Past(file: path, logger: log.logger)
    for line in 1...count { past.append(line: line, input: large) }
    past.save()
    let lines = past.entries(for: .tail(count: .max)).map(\.line)
    #expect(lines == Array(count - lines.count + 1...count))
    #expect(lines.count * HistoryFile.sourceLimit > HistoryFile.sizeLimit / 3)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_size < HistoryFile.sizeLimit + 2 << 20)
    for line in 1...HistoryFile.limit { past.append(line: count + line, input: "\(line)") }
    past.save()
    let other = try Database(path)
    #expect(try other.run("SELECT count(*) FROM history").first?.first?.integer == HistoryFile.limit)
    #expect(log.lines == [])
  }

  @Test(
    "ends looking for room in a file that something else fills, and keeps the cell that is told of in memory")
  func foreign() throws {
    _ = session("a")
    let other = try Database(path)
    try other.run("CREATE TABLE foreign_rows (content BLOB)")
    try other.run("INSERT INTO foreign_rows VALUES (zeroblob(\(HistoryFile.sizeLimit + 1_000_000)))")
    var past = session("b", "c")
    #expect(inputs(past.entries(for: .range(session: 0, start: 0, stop: nil))) == ["2/1 b", "2/2 c"])
    #expect(try other.run("SELECT count(*) FROM foreign_rows").first?.first?.integer == 1)
    #expect(log.lines == [])
  }

  @Test("forgets sessions of which no cell is left, and gives no number twice")
  func forgottenSessions() throws {
    for cell in ["a", "b", "c"] { _ = session(cell) }
    let other = try Database(path)
    try other.run("DELETE FROM history WHERE session < 3")
    _ = session("d")
    #expect(try other.run("SELECT session FROM sessions").map { $0.first?.integer } == [3, 4])
    try other.run("DELETE FROM history")
    var last = session("e")
    #expect(try other.run("SELECT session FROM sessions").map { $0.first?.integer } == [5])
    #expect(inputs(last.entries(for: .tail(count: 9))) == ["5/1 e"])
    #expect(log.lines == [])
  }

  @Test("answers a question that the file cannot answer from this session, and goes on writing the file")
  func failedQuestion() throws {
    _ = session("a")
    var past = session("b")
    let other = try Database(path)
    try other.run("ALTER TABLE history RENAME TO hidden")
    #expect(inputs(past.entries(for: .tail(count: 5))) == ["2/1 b"])
    #expect(
      log.lines == [
        "a question about the history is answered from this session only: no such table: history"
      ])
    try other.run("ALTER TABLE hidden RENAME TO history")
    past.append(line: 2, input: "c")
    past.save()
    #expect(inputs(past.entries(for: .tail(count: 5))) == ["1/1 a", "2/1 b", "2/2 c"])
    let longest = String(repeating: "*", count: HistoryRequest.patternLimit)
    _ = past.entries(for: .search(pattern: longest, count: 1, unique: false))
    #expect(log.lines.count == 1)
  }

  @Test("is that of this session if the file cannot be made; one line in the log says so")
  func unwritable() throws {
    let path = "/dev/null/history.sqlite"
    var past = Past(file: path, logger: log.logger)
    for line in 1...3 {
      past.append(line: line, input: "cell")
      past.save()
    }
    #expect(inputs(past.entries(for: .tail(count: 1))) == ["1/3 cell"])
    #expect(log.lines == ["the history is kept for this session only: unable to open database file"])
  }

  @Test("begins anew if the file is damaged, which is set aside")
  func damaged() throws {
    _ = session("a")
    let file = try #require(fopen(path, "w"))
    fputs(String(repeating: "no database ", count: 100), file)
    fclose(file)
    var past = session("b")
    #expect(inputs(past.entries(for: .tail(count: 5))) == ["1/1 b"])
    #expect(log.lines.count == 1)
    #expect(try #require(log.lines.first).contains("it now is \(path).damaged, and a new one is begun"))
    #expect(access(path + ".damaged", F_OK) == 0)
  }

  @Test("waits in memory while another kernel holds the file")
  func busy() throws {
    var past = session("a")
    let other = try Database(path)
    try other.run("BEGIN EXCLUSIVE")
    past.append(line: 2, input: "b")
    past.save()
    #expect(past.entries(for: .tail(count: 5)).map(\.input) == ["a", "b"])
    try other.run("COMMIT")
    past.save()
    #expect(try other.run("SELECT source FROM history").count == 2)
    #expect(log.lines == [])
  }

  @Test("is shared by kernels that run at a time, each of which sees its own cells last")
  func shared() {
    var kernels = (0..<3).map { _ in Past(file: path, logger: log.logger) }
    for line in 1...40 {
      for kernel in kernels.indices {
        kernels[kernel].append(line: line, input: "\(kernel)")
        kernels[kernel].save()
      }
    }
    for kernel in kernels.indices {
      let found = kernels[kernel].entries(for: .tail(count: 1_000))
      #expect(found.count == 120)
      #expect(found.suffix(40).map(\.line) == Array(1...40))
      #expect(found.suffix(40).allSatisfy { $0.session == kernel + 1 && $0.input == "\(kernel)" })
    }
    #expect(log.lines == [])
  }

  @Test("is told by a kernel of its later sessions")
  func kernel() throws {
    for cell in ["1 + 1", "2 + 2"] {
      let frontEnd = try FrontEnd(historyFile: path)
      _ = try frontEnd.reply(to: try frontEnd.execute(cell))
      try frontEnd.shutDown()
    }
    let frontEnd = try FrontEnd(historyFile: path)
    let id = try frontEnd.send("history_request", ["hist_access_type": "tail", "n": 5])
    #expect(try frontEnd.reply(to: id).content["history"] == [[1, 1, "1 + 1"], [2, 1, "2 + 2"]])
    try frontEnd.shutDown()
  }
}
