import Glibc

/// A point in time on a clock that only goes forward.
struct Moment: Comparable, Sendable {
  private let microseconds: Int

  static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(microseconds: time.tv_sec * 1_000_000 + time.tv_nsec / 1_000)
  }

  static func < (lhs: Moment, rhs: Moment) -> Bool { lhs.microseconds < rhs.microseconds }

  static func + (lhs: Moment, milliseconds: Int) -> Moment {
    Moment(microseconds: lhs.microseconds + milliseconds * 1_000)
  }

  /// Whole milliseconds from another moment to this one.
  func milliseconds(since other: Moment) -> Int {
    (microseconds - other.microseconds) / 1_000
  }

  /// Whole milliseconds until this moment, rounded up; 0 if it has passed.
  var millisecondsLeft: Int {
    max(0, (microseconds - Moment.now.microseconds + 999) / 1_000)
  }
}
