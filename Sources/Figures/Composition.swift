/// A figure with its axes settled: what every renderer starts from.
struct Composition {
  let x: Scale
  let y: Scale
  /// Ticks that the figure or a mark prescribes; nil leaves them to the renderer.
  let xTicks: [Tick]?
  let yTicks: [Tick]?
  /// The marks in drawing order, each with the index of its colour.
  let marks: [(mark: any Mark, colour: Int)]
  let legend: [LegendEntry]
  let colourBar: ColourBar?
  /// What a reader must know to not misread the figure, a sentence each.
  let notes: [String]
  let isEmpty: Bool
  /// Whether a mark brought its own axes.
  let hidesAxes: Bool
  /// Whether the ticks of x are what a mark brought along, between which there is nothing.
  let hasOwnTicks: Bool
  /// Whether they are words, none of which may be left out, and not numbers.
  let hasNamedTicks: Bool

  init(_ figure: Figure) {
    var extent = Extent(x: figure.x.scale, y: figure.y.scale)
    for mark in figure.marks { mark.measure(into: &extent) }
    var notes: [String] = []

    func settle(
      _ axis: Axis, _ name: String, _ range: ClosedRange<Double>?, _ padding: Double, _ floor: Double?
    ) -> Scale {
      if let domain = axis.domain {
        if let chosen = Scale(axis.scale, domain: domain) { return chosen }
        notes.append(
          "The \(axis.scale == .log ? "logarithmic " : "")\(name) axis cannot go from "
            + "\(NumberLabel.text(domain.lowerBound)) to \(NumberLabel.text(domain.upperBound)); it follows the data."
        )
      }
      return Scale(axis.scale, around: range, padding: padding, floor: floor)
    }
    x = settle(figure.x, "x", extent.x, extent.padsX ? 0.04 : 0, nil)
    y = settle(figure.y, "y", extent.y, extent.padsY ? 0.05 : 0, extent.floor)
    for (name, count) in [("x", extent.droppedX), ("y", extent.droppedY)] where count > 0 {
      let values = count == 1 ? "1 value" : "\(count) values"
      notes.append("\(values) ≤ 0 left out: the \(name) axis is logarithmic.")
    }
    self.notes = notes
    isEmpty = extent.x == nil && extent.y == nil
    hidesAxes = extent.hidesAxes
    xTicks = hidesAxes ? [] : figure.x.ticks ?? (extent.xTicks.isEmpty ? nil : extent.xTicks)
    yTicks = hidesAxes ? [] : figure.y.ticks
    hasOwnTicks = figure.x.ticks == nil && !extent.xTicks.isEmpty
    hasNamedTicks = hasOwnTicks && extent.xTicks.contains { Double($0.label) == nil }

    var next = 0
    marks = figure.marks.map { mark in
      switch mark.colour {
      case .index(let index): return (mark, index)
      case .none: return (mark, 0)
      case .next:
        defer { next += 1 }
        return (mark, next)
      }
    }
    legend = figure.showsLegend ? marks.flatMap { $0.mark.legend(colour: $0.colour) } : []
    colourBar = figure.marks.lazy.compactMap(\.colourBar).first
  }

  /// The ticks of an axis that lie on it: the prescribed ones, or about `count` round ones.
  static func ticks(_ prescribed: [Tick]?, _ scale: Scale, _ count: Int) -> [Tick] {
    (prescribed ?? scale.ticks(count)).filter { (-1e-9...1 + 1e-9).contains(scale.position($0.value)) }
  }
}
