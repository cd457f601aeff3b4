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

  /// As a front end shows it that is told of no widgets.
  var display: Display { Display(text: text, formats: ["image/svg+xml": svg]) }

  /// An id under which a display of progress can be updated.
  static func newDisplayID() -> String { "training-\(UInt64.random(in: 0 ... .max))" }

  /// In pixels.
  static let width = 520

  /// All of it as a picture of mid-tone colours, so that it reads on light and dark.
  var svg: String {
    let curve = curveMarks
    let top = curve.isEmpty ? 4 : 104
    return document(
      height: top + 30,
      curve
        + "<rect x=\"0\" y=\"\(top)\" width=\"\(Self.width)\" height=\"6\" rx=\"3\" fill=\"#888\" fill-opacity=\"0.3\"/>"
        + "<rect x=\"0\" y=\"\(top)\" width=\"\(filled)\" height=\"6\" rx=\"3\" fill=\"#3b8bd0\"/>"
        + "<text x=\"0\" y=\"\(top + 23)\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#808080\">\(words)</text>"
    )
  }

  /// The curve alone as a picture; empty with less than two losses.
  var curve: String { curveMarks.isEmpty ? "" : document(height: 96, curveMarks) }

  private func document(height: Int, _ marks: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Self.width)\" height=\"\(height)\" viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\">"
      + "<title>Training: \(words)</title>\(marks)</svg>"
  }

  /// The width of what is done.
  private var filled: String { formatted(Double(Self.width) * min(max(fraction, 0), 1), "%.1f") }

  private var curveMarks: String {
    let curve = polyline
    guard !curve.isEmpty else { return "" }
    return
      "<rect x=\"0.5\" y=\"0.5\" width=\"519\" height=\"95\" rx=\"4\" fill=\"none\" stroke=\"#888\" stroke-opacity=\"0.35\"/>"
      + "<polyline fill=\"none\" stroke=\"#3b8bd0\" stroke-width=\"1.6\" stroke-linejoin=\"round\" points=\"\(curve)\"/>"
  }

  private var polyline: String {
    // A training that has diverged keeps the curve that led there.
    let losses = losses.filter(\.isFinite)
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
