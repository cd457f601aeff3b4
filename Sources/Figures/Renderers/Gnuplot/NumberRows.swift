/// Rows of numbers between gnuplot's commands, each number with as many digits as a plot can show.
struct NumberRows {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ point: Point, in frame: Frame) {
    add(point.x, on: frame.x)
    add(point.y, on: frame.y)
  }

  mutating func add(_ value: Double, on scale: Scale) {
    separate()
    NumberRows.append(value, on: scale, to: &bytes)
  }

  mutating func add(_ integer: Int) {
    separate()
    bytes.append(contentsOf: String(integer).utf8)
  }

  /// Ends a row. One without numbers interrupts what is drawn.
  mutating func endRow() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func separate() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: " ")) }
  }

  /// Appends a value with an error of at most a hundred thousandth of its axis, or on an axis that is not linear of
  /// itself.
  static func append(_ value: Double, on scale: Scale, to bytes: inout [UInt8]) {
    let span = scale.kind == .linear ? scale.domain.upperBound - scale.domain.lowerBound : value
    let decimals = 5 - NumberLabel.exponent(span)
    if (0...15).contains(decimals) {
      NumberLabel.append(value, decimals: decimals, to: &bytes)
    } else {
      bytes.append(contentsOf: "\(value)".utf8)
    }
  }
}
