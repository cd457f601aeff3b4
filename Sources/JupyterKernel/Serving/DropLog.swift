import Logging

/// Writes a log line for each message that is dropped, and is silent for a while when they become a flood: whoever
/// sends rubbish must not fill the disk, or stop the kernel by a log that nobody reads.
struct DropLog {
  /// Lines in one interval.
  static let limit = 100
  /// The interval, in milliseconds.
  private static let interval = 60_000

  private var count = 0
  private var end = Moment.now

  mutating func note(_ line: @autoclosure () -> String, _ logger: Logger) {
    if end <= .now {
      end = .now + Self.interval
      count = 0
    }
    count += 1
    if count < Self.limit { logger.warning("\(line())") }
    if count == Self.limit { logger.warning("\(line()); no more such lines for up to a minute") }
  }
}
