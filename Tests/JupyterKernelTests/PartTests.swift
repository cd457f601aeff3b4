import Glibc
import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("The watch over the kernel's parent")
struct ParentWatchTests {
  /// A process that has ended.
  private func endedProcess() -> pid_t {
    var id = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    defer { free(arguments[0]) }
    posix_spawnp(&id, "true", nil, nil, &arguments, nil)
    waitpid(id, nil, 0)
    return id
  }

  @Test("sees that the process named in the variable lives")
  func alive() {
    var watch = ParentWatch(variable: "\(getpid())")
    let isGone = watch.isParentGone()
    #expect(!isGone)
  }

  @Test("goes by the parent itself if the variable names nobody", arguments: ["", "abc", "1", "-4", nil])
  func noProcess(variable: String?) {
    var watch = ParentWatch(variable: variable)
    let isGone = watch.isParentGone()
    #expect(!isGone)
  }

  @Test("does not trust a variable that named nobody from the start, as in a container")
  func otherNamespace() {
    var watch = ParentWatch(variable: "\(endedProcess())")
    let isGone = watch.isParentGone()
    #expect(!isGone)
  }

  @Test("sees that the process has ended")
  func gone() {
    var id = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("cat"), nil]
    defer { free(arguments[0]) }
    posix_spawnp(&id, "cat", nil, nil, &arguments, nil)
    var watch = ParentWatch(variable: "\(id)")
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
    let isGone = watch.isParentGone()
    #expect(isGone)
  }
}

@Suite("Signatures that were seen")
struct SeenSignaturesTests {
  private func signature(_ number: Int) -> [UInt8] {
    let digits = String(number, radix: 16)
    return Array((String(repeating: "0", count: 32 - digits.count) + digits).utf8)
  }

  @Test("are known again, and the oldest are forgotten first")
  func limit() {
    var seen = SeenSignatures()
    let areNew = (0..<SeenSignatures.limit).map { seen.insert(signature($0)) }
    #expect(areNew.allSatisfy { $0 })
    let answers = [0, SeenSignatures.limit, 1, 0].map { seen.insert(signature($0)) }
    #expect(answers == [false, true, false, true])
  }
}

@Suite("The history")
struct HistoryTests {
  @Test("of a long session keeps the latest cells")
  func limit() {
    var history = History()
    let large = String(repeating: "x", count: History.limit / 4)
    for line in 1...10 {
      history.append(line: line, input: large)
      history.setOutput("y", line: line)
    }
    #expect(history.entries(for: .tail(count: 100)).map(\.line) == [8, 9, 10])
  }
}

@Suite("A date in a header")
struct TimestampTests {
  @Test("is in UTC with microseconds, all fields two digits wide at least")
  func shape() {
    let shape = Outlet.timestamp().map { $0.isNumber ? "0" : $0 }
    #expect(String(shape) == "0000-00-00T00:00:00.000000Z")
  }
}
