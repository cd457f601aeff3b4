extension Figure {
  /// The figure as a Vega-Lite specification (version 5): to zoom and drag with the mouse, with values under it.
  ///
  /// - Throws: ``FigureError/notInteractive(mark:)`` for marks other than lines, points, bars, bands and rules.
  public func vegaLite() throws(FigureError) -> String {
    let composition = Composition(self)
    var layers: [JSONText] = []
    for (mark, colour) in composition.marks {
      layers += try VegaLayers(mark, Palette.colour(colour), in: self, composition).layers
    }
    if !layers.isEmpty {
      // Zooming belongs to one layer and moves all.
      layers[0] = layers[0].adding([
        ("params", [["name": "view", "select": "interval", "bind": "scales"]])
      ])
    }
    return JSONText.object([
      ("$schema", "https://vega.github.io/schema/vega-lite/v5.json"),
      ("title", .string(PlainText.line(title))),
      ("description", .string(spokenDescription)),
      ("width", .number(Double(pixels.width - 120))), ("height", .number(Double(pixels.height - 90))),
      ("layer", .array(layers)),
    ]).text
  }
}

/// The layers of a Vega-Lite chart that show one mark.
private struct VegaLayers {
  private(set) var layers: [JSONText] = []
  private let x: JSONText
  private let y: JSONText

  init(
    _ mark: any Mark, _ colour: Colour, in figure: Figure, _ composition: Composition
  ) throws(FigureError) {
    x = VegaLayers.channel("x", figure.x, composition.x)
    y = VegaLayers.channel("y", figure.y, composition.y)
    switch mark {
    case let line as Line:
      var look: [(String, JSONText)] = [("type", "line"), ("clip", true), ("tooltip", true)]
      if line.isDashed { look.append(("strokeDash", [.number(6), .number(4)])) }
      add(look, VegaLayers.rows(line.xs, line.ys, line.name, hasOrder: true), line.name, colour, order: true)
    case let points as Points:
      let names = points.classes.map {
        points.classNames.indices.contains($0) ? points.classNames[$0] : "\($0)"
      }
      if names.isEmpty {
        add(
          [("type", "point"), ("filled", true), ("clip", true), ("tooltip", true)],
          VegaLayers.rows(points.xs, points.ys, points.name), points.name, colour)
      } else {
        for index in Set(points.classes).sorted() {
          let members = points.classes.indices.filter { points.classes[$0] == index }
          let name = names[members[0]]
          add(
            [("type", "point"), ("filled", true), ("clip", true), ("tooltip", true)],
            VegaLayers.rows(members.map { points.xs[$0] }, members.map { points.ys[$0] }, name), name,
            Palette.colour(index))
        }
      }
    case let bars as Bars:
      addBars(bars, colour)
    case let band as Band:
      addBand(band, colour)
    case let rule as Rule:
      addRule(rule)
    default:
      throw .notInteractive(mark: "\(type(of: mark))")
    }
  }

  private mutating func add(
    _ look: [(String, JSONText)], _ rows: [JSONText], _ name: String, _ colour: Colour, order: Bool = false
  ) {
    var encoding: [(String, JSONText)] = [("x", x), ("y", y), ("color", VegaLayers.ink(colour))]
    if order { encoding.append(("order", ["field": "order", "type": "quantitative"])) }
    layers.append(VegaLayers.layer(look, rows, encoding))
  }

  private mutating func addBars(_ bars: Bars, _ colour: Colour) {
    let rows = zip(bars.sides, bars.heights).enumerated().map { index, bar -> JSONText in
      .object([
        ("x", .number(bar.0.lowerBound)), ("x2", .number(bar.0.upperBound)), ("y", .number(bar.1)),
        (
          "name",
          .string(bars.labels.indices.contains(index) ? PlainText.line(bars.labels[index]) : bars.name)
        ),
      ])
    }
    layers.append(
      VegaLayers.layer(
        [("type", "bar"), ("clip", true), ("tooltip", true)], rows,
        [("x", x), ("x2", ["field": "x2"]), ("y", y), ("color", VegaLayers.ink(colour))]))
  }

  private mutating func addBand(_ band: Band, _ colour: Colour) {
    let rows = band.xs.indices.map { index -> JSONText in
      .object([
        ("x", .number(band.xs[index])), ("y", .number(band.lower[index])), ("y2", .number(band.upper[index])),
        ("name", .string(PlainText.line(band.name))),
      ])
    }
    layers.append(
      VegaLayers.layer(
        [("type", "area"), ("clip", true), ("opacity", .number(0.25))], rows,
        [("x", x), ("y", y), ("y2", ["field": "y2"]), ("color", VegaLayers.ink(colour))]))
  }

  private mutating func addRule(_ rule: Rule) {
    let (axis, channel, value) =
      switch rule.place {
      case .x(let value): ("x", x, value)
      case .y(let value): ("y", y, value)
      }
    layers.append(
      VegaLayers.layer(
        [("type", "rule"), ("strokeDash", [.number(6), .number(4)])], [.object([(axis, .number(value))])],
        [(axis, channel), ("color", VegaLayers.ink(Theme.rule))]))
  }

  private static func layer(
    _ look: [(String, JSONText)], _ rows: [JSONText], _ encoding: [(String, JSONText)]
  ) -> JSONText {
    .object([
      ("data", .object([("values", .array(rows))])), ("mark", .object(look)), ("encoding", .object(encoding)),
    ])
  }

  private static func ink(_ colour: Colour) -> JSONText { .object([("value", .string(colour.hex))]) }

  private static func channel(_ field: String, _ axis: Axis, _ scale: Scale) -> JSONText {
    let kind: JSONText =
      switch scale.kind {
      case .linear: .object([("zero", false)])
      case .log: .object([("type", "log")])
      case .symlog: .object([("type", "symlog"), ("constant", .number(scale.linearReach))])
      }
    return .object([
      ("field", .string(field)), ("type", "quantitative"), ("title", .string(PlainText.line(axis.label))),
      ("scale", kind),
    ])
  }

  private static func rows(
    _ xs: [Double], _ ys: [Double], _ name: String, hasOrder: Bool = false
  ) -> [JSONText] {
    zip(xs, ys).enumerated().map { index, place in
      .object(
        [("x", .number(place.0)), ("y", .number(place.1))]
          + (name.isEmpty ? [] : [("name", .string(PlainText.line(name)))])
          + (hasOrder ? [("order", .number(Double(index)))] : []))
    }
  }
}
