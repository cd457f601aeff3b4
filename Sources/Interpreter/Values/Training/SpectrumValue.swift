import Engine
import Figures

/// The singular values of a network's Jacobian; shown as a histogram.
struct SpectrumValue: Plotted {
  static let kind = "a spectrum"
  let spectrum: JacobianSpectrum

  var text: String {
    let values = spectrum.values
    let rows = spectrum.perRow.count
    return
      "\(count(values.count, "singular value")) at \(count(rows, "input")): from \((values.last ?? .nan).short) to \((values.first ?? .nan).short)\nsquared: mean \(spectrum.meanSquare.short), variance \(spectrum.varianceOfSquares.short)"
  }

  /// A histogram of the singular values, from 0.
  func figure() throws -> Figure {
    let values = spectrum.values
    let bins = max(1, min(40, Int(Double(values.count).squareRoot().rounded(.up))))
    let top = max(values.first ?? 1, .leastNormalMagnitude)
    var counts = [Double](repeating: 0, count: bins)
    for value in values { counts[min(bins - 1, Int(value / top * Double(bins)))] += 1 }
    return Figure(
      title: "singular values of the Jacobian",
      marks: [try Bars(edges: (0...bins).map { top * Double($0) / Double(bins) }, counts: counts)],
      x: Axis("singular value"), y: Axis("count"))
  }

  var memberNames: [String] {
    ["values", "perInput", "meanSquare", "varianceOfSquares", "largest", "smallest"]
  }

  func member(_ name: String) -> Value? {
    func list(_ numbers: [Double]) -> Value { .array(numbers.map(Value.double)) }
    return switch name {
    case "values": list(spectrum.values)
    case "perInput": .array(spectrum.perRow.map(list))
    case "meanSquare": .double(spectrum.meanSquare)
    case "varianceOfSquares": .double(spectrum.varianceOfSquares)
    case "largest": spectrum.values.first.map(Value.double) ?? .null
    case "smallest": spectrum.values.last.map(Value.double) ?? .null
    default: nil
    }
  }

  func isEqual(to other: any LibraryValue) -> Bool? { spectrum == (other as? SpectrumValue)?.spectrum }
}
