/// The layers of a Vega-Lite chart that show one mark.
struct VegaLayers {
  private(set) var layers: [JSONText] = []
  private let channels: VegaChannels

  init(_ mark: any Mark, _ colour: Colour, _ channels: VegaChannels) throws(FigureError) {
    self.channels = channels
    switch mark {
    case let line as Line: add(line, colour)
    case let points as Points: add(points, colour)
    case let bars as Bars: add(bars, colour)
    case let band as Band: add(band, colour)
    case let rule as Rule: add(rule)
    case let note as Note: add(note)
    default: throw .notInteractive(mark: "\(type(of: mark))")
    }
  }

  private mutating func add(_ line: Line, _ colour: Colour) {
    let rows = Self.rows(line.xs, line.ys).enumerated().map { index, row in
      row.adding([("order", .number(Double(index)))])
    }
    add(
      [("type", "line")] + dashes(line.isDashed), rows,
      [
        ("x", channels.x), ("y", channels.y), ("color", channels.colour(colour, of: line.name)),
        ("order", ["field": "order", "type": "quantitative"]), ("tooltip", VegaChannels.tooltip),
      ])
  }

  private mutating func add(_ points: Points, _ colour: Colour) {
    guard !points.classes.isEmpty else {
      return addPoints(Self.rows(points.xs, points.ys), colour, points.name)
    }
    for index in Set(points.classes).sorted() {
      let members = points.classes.indices.filter { points.classes[$0] == index }
      let name = points.classNames.indices.contains(index) ? points.classNames[index] : ""
      addPoints(
        Self.rows(members.map { points.xs[$0] }, members.map { points.ys[$0] }), Palette.colour(index), name)
    }
  }

  private mutating func addPoints(_ rows: [JSONText], _ colour: Colour, _ name: String) {
    add(
      [("type", "point"), ("filled", true)], rows,
      [
        ("x", channels.x), ("y", channels.y), ("color", channels.colour(colour, of: name)),
        ("tooltip", VegaChannels.tooltip),
      ])
  }

  private mutating func add(_ bars: Bars, _ colour: Colour) {
    let rows = zip(bars.sides, bars.heights).enumerated().map { index, bar -> JSONText in
      .object([
        ("x", .number(bar.0.lowerBound)), ("x2", .number(bar.0.upperBound)), ("y", .number(bar.1)),
        ("bar", .string(Self.name(of: index, in: bars))),
      ])
    }
    add(
      [("type", "bar")], rows,
      [
        ("x", channels.x), ("x2", ["field": "x2"]), ("y", channels.y),
        ("y2", ["datum": .number(channels.base)]),
        ("color", channels.colour(colour, of: bars.name)),
        ("tooltip", [["field": "bar", "type": "nominal"], ["field": "y", "type": "quantitative"]]),
      ])
  }

  /// What a bar stands for: its label, or the interval that it covers.
  private static func name(of index: Int, in bars: Bars) -> String {
    if bars.labels.indices.contains(index) { return PlainText.line(bars.labels[index]) }
    let side = bars.sides[index]
    return "\(NumberLabel.text(side.lowerBound)) to \(NumberLabel.text(side.upperBound))"
  }

  private mutating func add(_ band: Band, _ colour: Colour) {
    let rows = zip(Self.rows(band.xs, band.lower), band.upper).map { row, upper in
      row.adding([("y2", .number(upper))])
    }
    add(
      [("type", "area"), ("opacity", .number(0.25))], rows,
      [
        ("x", channels.x), ("y", channels.y), ("y2", ["field": "y2"]),
        ("color", channels.colour(colour, of: band.name)),
      ])
  }

  private mutating func add(_ rule: Rule) {
    let (axis, channel, value) =
      switch rule.place {
      case .x(let value): ("x", channels.x, value)
      case .y(let value): ("y", channels.y, value)
      }
    add(
      [("type", "rule")] + dashes(rule.isDashed), [.object([(axis, .number(value))])],
      [(axis, channel), ("color", channels.colour(rule.ink, of: rule.name))])
  }

  private mutating func add(_ note: Note) {
    let anchor: JSONText =
      switch note.anchor {
      case .left: "left"
      case .centre: "center"
      case .right: "right"
      }
    let row = JSONText.object([
      ("x", .number(note.place.x)), ("y", .number(note.place.y)),
      ("text", .string(PlainText.line(note.text))),
    ])
    add(
      [("type", "text"), ("align", anchor)], [row],
      [
        ("x", channels.x), ("y", channels.y), ("text", ["field": "text", "type": "nominal"]),
        ("color", ["value": .string(Theme.label.hex)]),
      ])
  }

  private mutating func add(
    _ look: [(String, JSONText)], _ rows: [JSONText], _ encoding: [(String, JSONText)]
  ) {
    layers.append(
      .object([
        ("data", .object([("values", .array(rows))])), ("mark", .object(look + [("clip", true)])),
        ("encoding", .object(encoding)),
      ]))
  }

  private func dashes(_ isDashed: Bool) -> [(String, JSONText)] {
    isDashed ? [("strokeDash", [.number(6), .number(4)])] : []
  }

  private static func rows(_ xs: [Double], _ ys: [Double]) -> [JSONText] {
    zip(xs, ys).map { .object([("x", .number($0)), ("y", .number($1))]) }
  }
}
