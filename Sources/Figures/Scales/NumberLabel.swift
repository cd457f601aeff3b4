import Glibc

/// Numbers as a reader wants them on an axis: short, with as many decimals as the step needs.
enum NumberLabel {
  /// A tick's number: `0.25`, `−3`, `2000`, `2.5e6`, `1e-6`.
  ///
  /// - Parameters:
  ///   - step: the distance to the next tick, which says how many decimals tell them apart.
  ///   - largest: the largest magnitude on the axis, which says for all its numbers whether they are written out.
  static func text(_ value: Double, step: Double, largest: Double) -> String {
    guard value != 0 else { return "0" }
    let stepExponent = exponent(step)
    // A number of many digits is shorter in full than with an exponent.
    let needsDigits = largest < 1e15 && exponent(largest) - stepExponent > 4
    if largest >= 1e-3, largest < 1e6 || needsDigits {
      return fixed(value, decimals: max(0, -stepExponent))
    }
    let exponent = exponent(value)
    let mantissa = value / pow(10, Double(exponent))
    return trimmed(fixed(mantissa, decimals: min(max(0, exponent - stepExponent), 12))) + "e\(exponent)"
  }

  /// The exponent of a number's first digit; 0 for zero.
  static func exponent(_ value: Double) -> Int {
    value == 0 || !value.isFinite ? 0 : Int((log10(value.magnitude) + 1e-12).rounded(.down))
  }

  /// A lone number to about four digits.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    let exponent = exponent(value)
    let step = pow(10, Double(exponent - 3))
    return trimmed(text(value, step: step, largest: exponent < -4 ? 0 : max(value.magnitude, 1)))
  }

  /// A power of ten written out: `0.001`, `1`, `1000`.
  static func decimal(_ exponent: Int) -> String {
    let value = pow(10, Double(exponent))
    return text(value, step: value, largest: 1)
  }

  /// A power of ten as a power: `10⁻⁶`.
  static func power(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let raised = String(exponent.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
    return "10" + (exponent < 0 ? "⁻" : "") + String(raised)
  }

  /// A number with a given count of decimals, rounded, with a true minus sign.
  private static func fixed(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, keepsZeros: true, to: &bytes)
    let plain = String(decoding: bytes, as: UTF8.self)
    return plain.hasPrefix("-") ? "−" + plain.dropFirst() : plain
  }

  /// Appends a number as programs read it, rounded to some decimals and without zeros after them unless told to keep
  /// them. A number that is too large for it is written in full.
  ///
  /// Bytes, since a picture may have some ten thousand numbers.
  static func append(_ value: Double, decimals: Int, keepsZeros: Bool = false, to bytes: inout [UInt8]) {
    let scaled = (value * pow(10, Double(decimals))).rounded()
    guard scaled.magnitude < 9e15 else {
      bytes.append(contentsOf: "\(value)".utf8)
      return
    }
    var digits = UInt64(scaled.magnitude)
    var places = decimals
    while !keepsZeros, places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var written = 0
    repeat {
      if written == places, written > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") + UInt8(digits % 10))
      digits /= 10
      written += 1
    } while digits > 0 || written <= places
    bytes[start...].reverse()
  }

  /// Without zeros at the end of its decimals.
  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var end = text[...]
    while end.last == "0" { end.removeLast() }
    if end.last == "." { end.removeLast() }
    return String(end)
  }
}
