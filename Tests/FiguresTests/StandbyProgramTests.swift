import Foundation
import Synchronization
import Testing

@testable import Figures

@Suite("A program that waits for its input")
struct StandbyProgramTests {
  /// Says whether it was started ahead, where it reads a path, and gives its input back.
  private let echo = "if [ \"$1\" = wait ]; then read path; echo ahead; cat $path; else echo now; cat; fi"

  private func standby(_ path: String, patience: Duration = .seconds(60)) -> StandbyProgram {
    StandbyProgram(
      Program(name: path, package: "gnuplot-nox"), waitingWith: ["wait"], patience: patience
    ) { "\($0)\n" }
  }

  /// What the program answers to some texts, one after the other.
  private func answers(
    of command: String, to texts: [String]
  ) async throws -> [String] {
    try await withProgram(command) { path in
      let program = standby(path)
      return try await onPlainThread {
        try texts.map { text in
          String(
            decoding: try program.answerBlocking(to: Array(text.utf8), isCancelled: { false }), as: UTF8.self)
        }
      }
    }
  }

  @Test("answers from the second time on without being started then")
  func ahead() async throws {
    #expect(try await answers(of: echo, to: ["a", "b", "c"]) == ["now\na", "ahead\nb", "ahead\nc"])
  }

  @Test("takes and gives more than a pipe holds")
  func large() async throws {
    let text = String(repeating: "0123456789", count: 400_000)
    #expect(try await answers(of: echo, to: ["", text])[1] == "ahead\n" + text)
  }

  @Test("is replaced when it ends while it waits")
  func ended() async throws {
    #expect(try await answers(of: "[ \"$1\" = wait ] && exit 3; cat", to: ["a", "b"]) == ["a", "b"])
  }

  @Test("is let go when nothing comes")
  func unused() async throws {
    try await withProgram("[ \"$1\" = wait ] && { cat > /dev/null; touch \"$0.gone\"; exit; }; cat") { path in
      let program = standby(path, patience: .zero)
      let isGone = try await onPlainThread {
        _ = try program.answerBlocking(to: [], isCancelled: { false })
        let end = ContinuousClock.now + .seconds(60)
        while !FileManager.default.fileExists(atPath: path + ".gone"), .now < end { usleep(1000) }
        return FileManager.default.fileExists(atPath: path + ".gone")
      }
      #expect(isGone)
    }
  }

  @Test("has its errors told as those of one that is started at once")
  func failing() async {
    await #expect(throws: FigureError.failed(program: "false", message: "nothing (exited(1))")) {
      try await onPlainThread {
        let program = standby("false")
        for _ in 0..<2 {
          _ = try? program.answerBlocking(to: [], isCancelled: { false })
        }
        return try program.answerBlocking(to: [], isCancelled: { false })
      }
    }
  }

  @Test("is ended when the caller says so")
  func cancelled() async throws {
    try await withProgram("[ \"$1\" = wait ] && exec sleep 600; cat") { path in
      let program = standby(path)
      let questions = Mutex(0)
      let error = await #expect(throws: FigureError.self) {
        try await onPlainThread {
          _ = try program.answerBlocking(to: [], isCancelled: { false })
          return try program.answerBlocking(to: []) {
            questions.withLock { count in
              count += 1
              return count > 3
            }
          }
        }
      }
      #expect(error == .cancelled)
    }
  }
}
