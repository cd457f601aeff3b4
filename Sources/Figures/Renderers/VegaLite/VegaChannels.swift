/// What all layers of a chart share: its axes and the key of its colours.
struct VegaChannels {
  let x: JSONText
  let y: JSONText
  /// Where bars begin.
  let base: Double
  /// The words at ticks that a mark prescribes, as parameters: data to the chart, never an expression.
  private(set) var names: [JSONText] = []
  private let legend: [LegendEntry]

  init(_ figure: Figure, _ composition: Composition) {
    var names: [JSONText] = []
    func channel(_ field: String, _ axis: Axis, _ scale: Scale, _ ticks: [Tick]?) -> JSONText {
      var look: [(String, JSONText)] = []
      if let ticks {
        let places = JSONText.array(ticks.map { .number($0.value) })
        names += [
          .object([("name", .string("\(field)Places")), ("value", places)]),
          .object([
            ("name", .string("\(field)Names")),
            ("value", .array(ticks.map { .string(PlainText.line($0.label)) })),
          ]),
        ]
        look = [
          ("values", places), ("labelExpr", .string("\(field)Names[indexof(\(field)Places, datum.value)]")),
        ]
        if field == "x", composition.hasNamedTicks {
          look.append(("labelOverlap", false))
          let widths = ticks.map { PixelWidth.of(PlainText.line($0.label), size: Theme.tickSize) }
          let isCrowded = (widths.max() ?? 0) + 8 > Double(figure.width) * 0.85 / Double(max(ticks.count, 1))
          if isCrowded { look.append(("labelAngle", .number(-45))) }
        }
      }
      return .object([
        ("field", .string(field)), ("type", "quantitative"), ("title", .string(PlainText.line(axis.label))),
        ("scale", VegaChannels.scale(scale)), ("axis", .object(look)),
      ])
    }
    x = channel("x", figure.x, composition.x, composition.xTicks)
    y = channel("y", figure.y, composition.y, composition.yTicks)
    base = composition.y.kind == .linear ? 0 : composition.y.domain.lowerBound
    legend = composition.legend
    self.names = names
  }

  /// What pointing at a mark shows.
  static let tooltip: JSONText = [
    ["field": "x", "type": "quantitative"], ["field": "y", "type": "quantitative"],
  ]

  /// The colour of a mark: by its name where the legend says what the colour means.
  func colour(_ colour: Colour, of name: String) -> JSONText {
    guard !name.isEmpty, legend.first(where: { $0.name == name })?.colour == colour else {
      return .object([("value", .string(colour.hex))])
    }
    var entries: [LegendEntry] = []
    for entry in legend where !entries.contains(where: { $0.name == entry.name }) { entries.append(entry) }
    return .object([
      ("datum", .string(PlainText.line(name))), ("type", "nominal"), ("title", ""),
      (
        "scale",
        .object([
          ("domain", .array(entries.map { .string(PlainText.line($0.name)) })),
          ("range", .array(entries.map { .string($0.colour.hex) })),
        ])
      ),
    ])
  }

  private static func scale(_ scale: Scale) -> JSONText {
    let kind: [(String, JSONText)] =
      switch scale.kind {
      case .linear: [("zero", false)]
      case .log: [("type", "log")]
      case .symlog: [("type", "symlog"), ("constant", .number(scale.linearReach))]
      }
    let ends = [JSONText.number(scale.domain.lowerBound), .number(scale.domain.upperBound)]
    return .object(kind + [("domain", .array(ends)), ("nice", false)])
  }

  /// The look of the figures that gnuplot draws.
  static let look = JSONText.object([
    ("background", ink(Theme.background)), ("view", ["stroke": nothing]),
    ("title", ["color": ink(Theme.title), "fontSize": .number(Theme.titleSize), "anchor": "start"]),
    (
      "axis",
      [
        "labelColor": ink(Theme.tick), "titleColor": ink(Theme.label), "gridColor": ink(Theme.grid),
        "domainColor": ink(Theme.axis), "tickColor": ink(Theme.axis), "titleFontWeight": "normal",
      ]
    ),
    ("legend", ["labelColor": ink(Theme.label)]),
  ])

  private static let nothing = JSONText.number(.nan)

  private static func ink(_ colour: Colour) -> JSONText { .string(colour.hex) }
}
