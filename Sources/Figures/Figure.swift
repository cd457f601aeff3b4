/// What to draw, as a value: marks over two axes, with a title and a legend.
///
///     var figure = Figure(title: "Loss", x: Axis("epoch"), y: Axis("loss", scale: .log))
///     figure.marks = [
///       try Line(xs: epochs, ys: training, name: "training"),
///       try Line(xs: epochs, ys: test, name: "test", dashed: true),
///       Rule(y: 0.01, name: "goal"),
///     ]
///     let picture = try figure.svg()      // drawn by gnuplot
///     let sketch = figure.text()          // for a console, always available
///
/// Marks are drawn in the order of the array, later ones on top. Marks that choose no colour take
/// the next one of ``Palette/classes``.
///
/// Edge cases: a figure without data shows empty axes and says "no data"; values that are not finite
/// are gaps; values that a logarithmic axis cannot show are left out and counted in a note.
public struct Figure: Sendable {
  /// Shown above the plot; empty for none.
  public var title: String
  public var marks: [any Mark]
  public var x: Axis
  public var y: Axis
  /// Size of the picture in pixels; clamped to 120...4000 when drawn.
  public var width: Int
  public var height: Int
  /// Whether the names of the marks are shown.
  public var showsLegend: Bool
  /// One unit of x as long as one unit of y. Ignored when an axis is logarithmic, and by the text form.
  public var hasEqualAspect: Bool

  public init(
    title: String = "",
    marks: [any Mark] = [],
    x: Axis = Axis(),
    y: Axis = Axis(),
    width: Int = 560,
    height: Int = 360,
    showsLegend: Bool = true,
    hasEqualAspect: Bool = false
  ) {
    self.title = title
    self.marks = marks
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.showsLegend = showsLegend
    self.hasEqualAspect = hasEqualAspect
  }
}

/// One axis: what it is called, how values are placed along it, and optionally its ends and ticks.
public struct Axis: Sendable, Equatable {
  public var label: String
  public var scale: Scale.Kind
  /// The ends of the axis; found from the data when nil. A domain that is empty, not finite or, on a
  /// logarithmic axis, not positive is ignored, and a note in the figure says so.
  public var domain: ClosedRange<Double>?
  /// The ticks to show; chosen at round values when nil.
  public var ticks: [Tick]?

  public init(
    _ label: String = "", scale: Scale.Kind = .linear, domain: ClosedRange<Double>? = nil,
    ticks: [Tick]? = nil
  ) {
    self.label = label
    self.scale = scale
    self.domain = domain
    self.ticks = ticks
  }
}

/// A place on an axis with the words beside it.
public struct Tick: Sendable, Equatable {
  public var value: Double
  public var label: String

  public init(_ value: Double, _ label: String) {
    self.value = value
    self.label = label
  }
}
