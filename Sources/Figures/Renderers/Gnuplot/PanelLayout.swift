/// Where everything of a figure stands on the canvas, in pixels from the upper left.
///
/// gnuplot would guess margins from the number of letters; a layout of our own leaves nothing cut off and
/// makes pictures the same on every machine.
struct PanelLayout {
  struct Rectangle: Equatable {
    var left: Double
    var top: Double
    var width: Double
    var height: Double
    var right: Double { left + width }
    var bottom: Double { top + height }
  }

  /// A line of text and the point it is set at: the middle of its height.
  struct Label: Equatable {
    enum Anchor: String { case left, center, right }
    enum Role { case heading, title, label, tick }

    var text: String
    var x: Double
    var y: Double
    var anchor: Anchor
    var role: Role
    var turn = Turn.level
  }

  /// Which way a label's words run.
  enum Turn: Equatable {
    case level, slanted, upright

    /// In degrees, against the clock.
    var degrees: Int {
      switch self {
      case .level: 0
      case .slanted: 45
      case .upright: 90
      }
    }
  }

  /// A legend's sample and its place: the left end and the middle of its height.
  struct Sample: Equatable {
    var entry: LegendEntry
    var x: Double
    var y: Double
  }

  private(set) var plot: Rectangle
  private(set) var bar: Rectangle?
  private(set) var xTicks: [Tick]
  private(set) var yTicks: [Tick]
  private(set) var labels: [Label] = []
  private(set) var samples: [Sample] = []

  static let sampleWidth = 20.0

  /// No name under the axis has more room than this, in pixels.
  private static let longestName = 170.0

  /// The layout, in which names under the axis are turned where they are too long to stand side by side.
  init(_ figure: Figure, _ composition: Composition, in panel: Rectangle) {
    self.init(figure, composition, in: panel, names: .level)
    let gap = plot.width / Double(max(xTicks.count, 1))
    guard composition.hasNamedTicks, PanelLayout.widest(xTicks) + 8 > gap else { return }
    // Lines of text beside each other take their height across, more of it when they are slanted.
    self.init(figure, composition, in: panel, names: gap < Theme.tickSize * 1.7 ? .upright : .slanted)
  }

  private init(_ figure: Figure, _ composition: Composition, in panel: Rectangle, names: Turn) {
    let margin = 18.0
    let inner = max(panel.width - 2 * margin, 40)
    var top = panel.top + margin

    let title = PlainText.line(figure.title)
    if !title.isEmpty {
      labels.append(
        Label(
          text: PixelWidth.fitted(title, to: inner, size: Theme.titleSize * PixelWidth.bold),
          x: panel.left + margin,
          y: top + 7, anchor: .left, role: .title))
      top += 26
    }
    let rows = LegendRows(composition.legend, left: panel.left + margin, top: top, width: inner)
    labels += rows.labels
    samples = rows.samples
    top += rows.height + 4

    var bottom = panel.bottom - 12
    for note in composition.notes.reversed() {
      bottom -= 16
      labels.append(
        Label(
          text: PixelWidth.fitted(PlainText.line(note), to: inner, size: Theme.tickSize),
          x: panel.left + margin,
          y: bottom + 8, anchor: .left, role: .tick))
    }
    let xLabel = PlainText.line(figure.x.label)
    if !xLabel.isEmpty { bottom -= 22 }
    let xLabelY = bottom + 10
    bottom -= names == .level ? 22 : PanelLayout.reach(of: composition.xTicks ?? [], names) + 14

    let height = max(bottom - top, 20)
    yTicks = Composition.ticks(composition.yTicks, composition.y, max(Int(height / 46), 2))
    let yLabel = PlainText.line(figure.y.label)
    let tickRoom = min(PanelLayout.widest(yTicks) + 10, inner / 3)
    var left = panel.left + margin - 4 + (yLabel.isEmpty ? 0 : 24) + tickRoom
    let barTicks = composition.colourBar?.scale.ticks(max(Int(height / 46), 2)) ?? []
    let barLabel = PlainText.line(composition.colourBar?.label ?? "")
    let barRoom =
      composition.colourBar == nil
      ? 0 : 12 + 14 + 8 + PanelLayout.widest(barTicks) + (barLabel.isEmpty ? 0 : 20)
    let right = panel.right - margin - barRoom
    if names == .slanted {
      // Slanted names reach to the left of their bars, and need more room there than the ticks of y.
      let needed = (composition.xTicks ?? []).map { tick in
        let (part, reach) = (composition.x.position(tick.value), PanelLayout.reach(of: [tick], names))
        return (panel.left + reach - part * right) / max(1 - part, 0.1)
      }
      left = max(left, min(needed.max() ?? 0, panel.left + inner / 3))
    }
    plot = Rectangle(left: left, top: top, width: max(right - left, 20), height: height)
    if figure.hasEqualAspect { plot.keepAspect(composition) }
    xTicks = Composition.ticks(composition.xTicks, composition.x, max(Int(plot.width / 84), 2))

    addTickLabels(composition, names, panelLeft: panel.left)
    addAxisLabels(xLabel, xLabelY - bottom + plot.bottom, yLabel, tickRoom)
    if let key = composition.colourBar { addBar(key, barTicks, barLabel) }
    if composition.isEmpty {
      labels.append(
        Label(
          text: "no data", x: plot.left + plot.width / 2, y: plot.top + plot.height / 2, anchor: .center,
          role: .label))
    }
  }

  private mutating func addTickLabels(_ composition: Composition, _ names: Turn, panelLeft: Double) {
    let texts = xTicks.map { PlainText.line($0.label) }
    let gap = plot.width / Double(max(xTicks.count, 1))
    // Numbers have the room between their tick and the next. Where that is too little, and for upright names that have
    // no room side by side, every second, third, … stays.
    let taken =
      switch names {
      case .level: composition.xTicks == nil ? 0.0 : min(PanelLayout.widest(xTicks), 90) + 8
      case .slanted: 0.0
      case .upright: Theme.tickSize * 1.2
      }
    let stride = max(1, Int((taken / max(gap, 1)).rounded(.up)))
    for (index, tick) in xTicks.enumerated() where index % stride == 0 {
      let x = plot.left + composition.x.position(tick.value) * plot.width
      let room =
        switch names {
        case .level: max(gap * Double(stride), 90)
        // Slanted names reach to the left, no further than the panel does.
        case .slanted: min(PanelLayout.longestName, (x - panelLeft - 4) * 2.0.squareRoot())
        case .upright: PanelLayout.longestName
        }
      labels.append(
        Label(
          text: PixelWidth.fitted(texts[index], to: room, size: Theme.tickSize),
          x: names == .slanted ? x + 4 : x, y: plot.bottom + (names == .level ? 13 : 10),
          anchor: names == .level ? .center : .right, role: .tick, turn: names))
    }
    for tick in yTicks {
      labels.append(
        Label(
          text: PixelWidth.fitted(PlainText.line(tick.label), to: plot.left, size: Theme.tickSize),
          x: plot.left - 8, y: plot.bottom - composition.y.position(tick.value) * plot.height, anchor: .right,
          role: .tick))
    }
  }

  private mutating func addAxisLabels(
    _ xLabel: String, _ xLabelY: Double, _ yLabel: String, _ tickRoom: Double
  ) {
    if !xLabel.isEmpty {
      labels.append(
        Label(
          text: PixelWidth.fitted(xLabel, to: plot.width + 40, size: Theme.labelSize),
          x: plot.left + plot.width / 2,
          y: xLabelY, anchor: .center, role: .label))
    }
    if !yLabel.isEmpty {
      labels.append(
        Label(
          text: PixelWidth.fitted(yLabel, to: plot.height + 20, size: Theme.labelSize),
          x: plot.left - tickRoom - 12,
          y: plot.top + plot.height / 2, anchor: .center, role: .label, turn: .upright))
    }
  }

  private mutating func addBar(_ key: ColourBar, _ ticks: [Tick], _ label: String) {
    let bar = Rectangle(left: plot.right + 12, top: plot.top, width: 12, height: plot.height)
    self.bar = bar
    for tick in ticks {
      labels.append(
        Label(
          text: tick.label, x: bar.right + 6, y: bar.bottom - key.scale.position(tick.value) * bar.height,
          anchor: .left, role: .tick))
    }
    if !label.isEmpty {
      labels.append(
        Label(
          text: PixelWidth.fitted(label, to: bar.height, size: Theme.labelSize),
          x: bar.right + 6 + PanelLayout.widest(ticks) + 12, y: bar.top + bar.height / 2, anchor: .center,
          role: .label, turn: .upright))
    }
  }

  /// How far turned names reach down, and slanted ones to the left.
  private static func reach(of ticks: [Tick], _ turn: Turn) -> Double {
    let longest = min(widest(ticks), longestName)
    return turn == .slanted ? (longest + Theme.tickSize) * 0.5.squareRoot() : longest
  }

  private static func widest(_ ticks: [Tick]) -> Double {
    ticks.map { PixelWidth.of(PlainText.line($0.label), size: Theme.tickSize) }.max() ?? 0
  }
}

extension PanelLayout.Rectangle {
  /// Shrinks one side so that a unit of x is as long as a unit of y; stays at the upper left.
  fileprivate mutating func keepAspect(_ composition: Composition) {
    guard composition.x.kind == .linear, composition.y.kind == .linear else { return }
    let spanX = composition.x.domain.upperBound - composition.x.domain.lowerBound
    let spanY = composition.y.domain.upperBound - composition.y.domain.lowerBound
    let unit = min(width / spanX, height / spanY)
    // Beyond what a Float64 can tell, sides have no proportions.
    guard unit.isNormal, (unit * spanX).isFinite, (unit * spanY).isFinite else { return }
    // A plot too thin to read serves nobody: a side keeps at least 40 pixels.
    width = max(unit * spanX, min(width, 40))
    height = max(unit * spanY, min(height, 40))
  }
}
