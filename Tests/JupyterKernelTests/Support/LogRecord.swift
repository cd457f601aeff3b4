import Logging
import Synchronization

/// Keeps the log lines of a kernel under test.
final class LogRecord: Sendable {
  private let record = Mutex<[String]>([])

  var lines: [String] { record.withLock { $0 } }

  var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

  private struct Handler: LogHandler {
    let log: LogRecord
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      log.record.withLock { $0.append("\(event.message)") }
    }
  }
}
