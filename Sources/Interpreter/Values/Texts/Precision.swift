/// How many digits of a number a text shows.
enum Precision {
  /// So many behind the point, zeros too: 0.5 with three is "0.500".
  case decimals(Int)
  /// At most so many that say something, with a power of ten where the number is very large or small.
  case digits(Int)

  func text(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
    let text =
      switch self {
      case .decimals(let count): formatted(number, "%.\(count)f")
      case .digits(let count): formatted(number, "%.\(count)g")
      }
    // What is rounded to zero has no sign.
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." || $0 == "-" }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }
}
