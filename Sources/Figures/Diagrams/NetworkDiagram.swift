/// A small network as circles in columns, with a line for each weight: blue for a positive one, orange for a negative,
/// stronger for a larger. Hovering names the unit and tells its bias, or tells the weight.
///
/// Edge cases: weights that are not finite are drawn grey; a network without columns is an empty picture.
public struct NetworkDiagram: Sendable {
  /// The units of one layer.
  public struct Column: Sendable {
    /// Written under the column: `Linear(2, 8) → ReLU()`.
    public var name: String
    public var units: Int
    /// One for each unit, or none.
    public var biases: [Double]
    /// From the column before: the weight of unit `i` for input `j` at `i * inputs + j`; empty for the first column.
    public var weights: [Double]

    public init(name: String, units: Int, biases: [Double] = [], weights: [Double] = []) {
      self.name = name
      self.units = units
      self.biases = biases
      self.weights = weights
    }
  }

  public var columns: [Column]
  /// Read out in place of the picture.
  public var title: String

  public init(title: String, columns: [Column]) {
    self.title = title
    self.columns = columns
  }

  private static let step = (across: 116.0, down: 30.0)
  private static let radius = 8.0
  private static let margin = (across: 56.0, top: 22.0)
  private static let lineHeight = 14.0

  /// The room under the circles, for the longest name.
  private var bottom: Double {
    20 + Self.lineHeight * Double(columns.map { Self.nameLines($0).count }.max() ?? 1)
  }

  private var height: Double {
    let most = Double(columns.map(\.units).max() ?? 0)
    return Self.margin.top + most * Self.step.down + bottom
  }

  /// A column's name, on a second line from the first arrow where it is too long for one.
  private static func nameLines(_ column: Column) -> [String] {
    let name = PlainText.line(column.name)
    let room = step.across - 8
    guard PixelWidth.of(name, size: Theme.tickSize) > room, let arrow = name.firstIndex(of: "→") else {
      return [PixelWidth.fitted(name, to: room, size: Theme.tickSize)]
    }
    return [String(name[..<arrow]), String(name[arrow...])].map {
      PixelWidth.fitted($0, to: room, size: Theme.tickSize)
    }
  }

  private var width: Double {
    2 * Self.margin.across + Double(max(columns.count - 1, 0)) * Self.step.across
  }

  /// The picture as an SVG document, without gnuplot.
  public var svg: String {
    var elements: [String] = []
    for index in columns.indices.dropFirst() { elements += lines(into: index) }
    for index in columns.indices { elements += units(of: index) }
    let (width, height) = (SVGNumbers.short(width), SVGNumbers.short(height))
    let head =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"\(width)\" height=\"\(height)\" "
      + "viewBox=\"0 0 \(width) \(height)\" font-family=\"\(SVGDocument.fonts)\" "
      + "style=\"max-width:100%;height:auto\"><title>\(SVGDocument.escaped(PlainText.line(title)))</title>"
      + "<rect width=\"\(width)\" height=\"\(height)\" rx=\"8\" fill=\"\(Theme.background.hex)\"/>"
    return head + "\n" + elements.joined(separator: "\n") + "\n</svg>\n"
  }

  private func place(_ column: Int, _ unit: Int) -> Point {
    let used = Double(columns[column].units) * Self.step.down
    let free = (height - Self.margin.top - bottom - used) / 2
    return Point(
      Self.margin.across + Double(column) * Self.step.across,
      Self.margin.top + free + (Double(unit) + 0.5) * Self.step.down)
  }

  private func lines(into index: Int) -> [String] {
    let column = columns[index]
    let inputs = columns[index - 1].units
    guard column.weights.count == column.units * inputs else { return [] }
    let largest = column.weights.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    return (0..<column.units).flatMap { unit in
      (0..<inputs).map { input in
        let weight = column.weights[unit * inputs + input]
        let part = largest > 0 && weight.isFinite ? weight.magnitude / largest : 0
        let colour =
          !weight.isFinite ? Theme.rule : weight < 0 ? Palette.classes[1] : Palette.classes[0]
        let (from, to) = (place(index - 1, input), place(index, unit))
        return "<line x1=\"\(SVGNumbers.short(from.x))\" y1=\"\(SVGNumbers.short(from.y))\" "
          + "x2=\"\(SVGNumbers.short(to.x))\" y2=\"\(SVGNumbers.short(to.y))\" stroke=\"\(colour.hex)\" "
          + "stroke-opacity=\"\(SVGNumbers.short(0.08 + 0.8 * part))\" "
          + "stroke-width=\"\(SVGNumbers.short(0.6 + 1.8 * part))\">"
          + "<title>weight \(NumberLabel.text(weight))</title></line>"
      }
    }
  }

  private func units(of index: Int) -> [String] {
    let column = columns[index]
    let name = PlainText.line(column.name)
    let circles = (0..<column.units).map { unit in
      let centre = place(index, unit)
      let bias =
        column.biases.indices.contains(unit) ? ", bias \(NumberLabel.text(column.biases[unit]))" : ""
      return "<circle cx=\"\(SVGNumbers.short(centre.x))\" cy=\"\(SVGNumbers.short(centre.y))\" "
        + "r=\"\(SVGNumbers.short(Self.radius))\" fill=\"\(Theme.background.hex)\" "
        + "stroke=\"\(Theme.label.hex)\" stroke-width=\"1.4\">"
        + "<title>\(SVGDocument.escaped(name)), unit \(unit)\(bias)</title></circle>"
    }
    let x = SVGNumbers.short(Self.margin.across + Double(index) * Self.step.across)
    let top = height - bottom + 20
    return circles
      + Self.nameLines(column).enumerated().map { line, words in
        let y = SVGNumbers.short(top + Self.lineHeight * Double(line))
        return "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(Theme.tickSize)\" text-anchor=\"middle\" "
          + "fill=\"\(Theme.tick.hex)\">\(SVGDocument.escaped(words))</text>"
      }
  }
}
