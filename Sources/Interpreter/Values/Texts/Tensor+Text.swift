import Engine
import Glibc

extension Tensor {
  /// The numbers in aligned columns, long axes elided.
  ///
  ///     [[ 1.0000 -0.5000]
  ///      [ 0.2500  3.0000]]
  var text: String { text(nil) }

  /// The same with so many digits of each number.
  func text(_ precision: Precision?) -> String {
    if rank == 0, let number = number(at: 0) {
      return precision?.text(number) ?? (dtype == .float32 ? Float(number).description : number.description)
    }
    let format = NumberFormat(shown.compactMap { number(at: $0) }, precision)
    return rows(axis: 0, offset: 0, format)
  }

  /// The shape and type: "2×3, float32".
  var summary: String { "\(shape.map(String.init).joined(separator: "×")), \(dtype.rawValue)" }

  /// How many numbers from each end of a long axis are shown.
  private static let edge = 3
  private static let longAxis = 10
  private static let elisionThreshold = 200
  /// The columns that a row of numbers takes at most, without its brackets: front ends would break longer ones inside
  /// of a number.
  fileprivate static let widestRow = 80

  private var isElided: Bool { count > Self.elisionThreshold }

  /// The positions of an axis that are shown; nil stands for the gap.
  private func positions(_ axis: Int) -> [Int?] {
    let length = shape[axis]
    guard isElided, length > Self.longAxis else { return Array(0..<length) }
    return Array(0..<Self.edge) + [nil] + Array(length - Self.edge..<length)
  }

  /// The offsets of all numbers that are shown.
  private var shown: [Int] {
    var offsets = [0]
    for axis in shape.indices {
      offsets = offsets.flatMap { offset in
        positions(axis).compactMap { $0 }.map { offset * shape[axis] + $0 }
      }
    }
    return offsets
  }

  private func rows(axis: Int, offset: Int, _ format: NumberFormat) -> String {
    if axis == rank - 1 {
      let cells = positions(axis).map { position in
        position.flatMap { number(at: offset * shape[axis] + $0) }.map(format.text) ?? "…"
      }
      return "[" + broken(cells, indent: axis + 1) + "]"
    }
    let parts = positions(axis).map { position in
      position.map { rows(axis: axis + 1, offset: offset * shape[axis] + $0, format) } ?? "…"
    }
    let separator = "\n" + String(repeating: " ", count: axis + 1)
    return "[" + parts.joined(separator: separator) + "]"
  }
}

/// Cells one after another, on a further line where they would take more than eighty columns.
private func broken(_ cells: [String], indent: Int) -> String {
  var text = ""
  var column = 0
  for cell in cells {
    if column > 0, column + 1 + cell.count > Tensor.widestRow {
      text += "\n" + String(repeating: " ", count: indent)
      column = 0
    } else if column > 0 {
      text += " "
      column += 1
    }
    text += cell
    column += cell.count
  }
  return text
}

/// How the numbers of one tensor are written, so that they line up: as integers, with four decimals, or in
/// scientific notation where the magnitudes differ too much.
private struct NumberFormat {
  private enum Style {
    case integer, fixed, scientific
    case asked(Precision)
  }

  private let style: Style
  private var width = 0

  init(_ numbers: [Double], _ precision: Precision?) {
    let finite = numbers.filter(\.isFinite).map(\.magnitude)
    let largest = finite.max() ?? 0
    let smallest = finite.filter { $0 > 0 }.min() ?? 1
    if let precision {
      style = .asked(precision)
    } else if finite.allSatisfy({ $0 == $0.rounded() }), largest < 1e9 {
      style = .integer
    } else if largest >= 1e6 || smallest < 1e-4 && largest < 1e-2 || largest / smallest > 1e7 {
      style = .scientific
    } else {
      style = .fixed
    }
    width = numbers.map { unpadded($0).count }.max() ?? 0
  }

  func text(_ number: Double) -> String {
    let text = unpadded(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func unpadded(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
    switch style {
    case .integer: return String(Int(number))
    case .fixed: return formatted(number, "%.4f")
    case .scientific: return formatted(number, "%.4e")
    case .asked(let precision): return precision.text(number)
    }
  }
}

/// A number through C's `printf`.
func formatted(_ number: Double, _ format: String) -> String {
  withVaList([number]) { arguments in
    var buffer = [CChar](repeating: 0, count: 512)
    vsnprintf(&buffer, buffer.count, format, arguments)
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
