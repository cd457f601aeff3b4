import Glibc

/// A progress bar with a line of words and a small curve, as text and as an SVG of its own.
///
/// Drawn here and not by gnuplot, since it is drawn ten times a second while something else needs the processor.
struct ProgressDrawing {
  let fraction: Double
  let words: String
  /// Losses from the first step to now; drawn on a logarithmic scale where all are positive.
  let losses: [Double]

  private static let cells = 30

  var text: String {
    let eighths = Int((min(max(fraction, 0), 1) * Double(Self.cells) * 8).rounded())
    let full = eighths / 8
    let part = eighths % 8 == 0 ? "" : String(["▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8 - 1])
    let bar = String(repeating: "█", count: full) + part
    return "▕\(bar.padded(Self.cells))▏ \(formatted(fraction * 100, "%3.0f")) %   \(words)"
  }

  /// Width 520; mid-tone colours, so that it reads on light and dark.
  var svg: String {
    let curve = polyline
    let height = curve.isEmpty ? 34 : 134
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"520\" height=\"\(height)\" viewBox=\"0 0 520 \(height)\" role=\"img\">",
      "<title>Training: \(words)</title>",
    ]
    if !curve.isEmpty {
      parts.append(
        "<rect x=\"0.5\" y=\"0.5\" width=\"519\" height=\"95\" rx=\"4\" fill=\"none\" stroke=\"#888\" stroke-opacity=\"0.35\"/>"
      )
      parts.append(
        "<polyline fill=\"none\" stroke=\"#3b8bd0\" stroke-width=\"1.6\" stroke-linejoin=\"round\" points=\"\(curve)\"/>"
      )
    }
    let top = height - 30
    parts.append(
      "<rect x=\"0\" y=\"\(top)\" width=\"520\" height=\"6\" rx=\"3\" fill=\"#888\" fill-opacity=\"0.3\"/>")
    let width = formatted(520 * min(max(fraction, 0), 1), "%.1f")
    parts.append("<rect x=\"0\" y=\"\(top)\" width=\"\(width)\" height=\"6\" rx=\"3\" fill=\"#3b8bd0\"/>")
    parts.append(
      "<text x=\"0\" y=\"\(top + 23)\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#808080\">\(words)</text></svg>"
    )
    return parts.joined()
  }

  private var polyline: String {
    guard losses.count > 1 else { return "" }
    let values = losses.allSatisfy { $0 > 0 } ? losses.map { log($0) } : losses
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    let range = high > low ? high - low : 1
    return values.enumerated().map { index, value in
      let x = 6 + 508 * Double(index) / Double(values.count - 1)
      let y = 88 - 80 * (value - low) / range
      return formatted(x, "%.1f") + "," + formatted(y, "%.1f")
    }.joined(separator: " ")
  }
}
