import Figures
import Glibc

extension Figure {
  /// A number of each layer as a point over the layer's place, on a logarithmic axis: bars would stand on nothing there.
  ///
  /// The axis is at least a decade long, so that numbers that are nearly alike look it.
  init(title: String, layers: [Int], _ numbers: [Double], named name: String) throws {
    let xs = layers.map(Double.init)
    // What the axis cannot show interrupts the line, and is counted once: for the points.
    let line = numbers.map { $0 > 0 ? $0 : .nan }
    self.init(
      title: title,
      marks: [
        try Line(xs: xs, ys: line, colour: 0), try Points(xs: xs, ys: numbers, diameter: 8, colour: 0),
      ],
      x: Axis("layer"), y: Axis(name, scale: .log, domain: Figure.decades(around: numbers)))
    if let first = xs.min(), let last = xs.max() { x.domain = first - 0.5...last + 0.5 }
    if layers.count <= 16 { x.ticks = layers.map { Tick(Double($0), String($0)) } }
  }

  /// From power of ten to power of ten, with room for points at the ends; nil where numbers fill a decade by themselves.
  private static func decades(around numbers: [Double]) -> ClosedRange<Double>? {
    let shown = numbers.filter { $0 > 0 && $0.isFinite }
    guard let least = shown.min(), let largest = shown.max(), largest / least < 10 else { return nil }
    var (low, high) = (log10(least).rounded(.down), log10(largest).rounded(.up))
    if low == high { (low, high) = (low - 1, high + 1) }
    return pow(10, low - 0.06)...pow(10, high + 0.06)
  }
}
