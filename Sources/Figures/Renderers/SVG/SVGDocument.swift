/// Writes a picture as an SVG document to stand in a notebook: on a card of its own, so that it reads the same on a
/// light page and on a dark one; never wider than the page; named for readers who hear it.
struct SVGDocument {
  /// Of the plane that the elements lie in.
  let width: Int
  let height: Int
  /// How wide it is shown, in pixels of the page; the height follows.
  let shownWidth: Int
  /// Read out in place of the picture.
  let title: String
  let description: String
  let elements: [PictureElement]

  static let fonts = "system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif"
  /// With more symbols than this an outline around each would hide more than it parts.
  private static let mostOutlined = 400

  var text: String {
    let shownHeight = Int((Double(height) * Double(shownWidth) / Double(max(width, 1))).rounded())
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"\(shownWidth)\" height=\"\(shownHeight)\" "
        + "viewBox=\"0 0 \(width) \(height)\" font-family=\"\(SVGDocument.fonts)\" "
        + "style=\"max-width:100%;height:auto\">",
      "<title>\(SVGDocument.escaped(title))</title>",
      "<desc>\(SVGDocument.escaped(description))</desc>",
      "<rect width=\"\(width)\" height=\"\(height)\" rx=\"8\" fill=\"\(Theme.background.hex)\"/>",
    ]
    let symbols = elements.count { if case .symbol = $0 { true } else { false } }
    let outline = symbols <= SVGDocument.mostOutlined ? Theme.background.hex : nil
    lines += elements.map { SVGDocument.markup($0, outline: outline) }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func markup(_ element: PictureElement, outline: String?) -> String {
    switch element {
    case .stroke(let path, let stroke):
      let dashes = stroke.dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
      return "<path d=\"\(path)\" fill=\"none\" stroke=\"\(stroke.colour)\" stroke-width=\"\(stroke.width)\""
        + "\(dashes) stroke-linejoin=\"round\"/>"
    case .polygon(let points, let fill, let opacity):
      return "<polygon points=\"\(points)\" fill=\"\(fill)\""
        + (opacity.map { " fill-opacity=\"\($0)\"" } ?? "") + "/>"
    case .symbol(let marker, let x, let y, let radius, let colour):
      return symbol(marker, x, y, radius, colour, outline)
    case .text(let text, let lettering):
      let turn =
        lettering.turn == 0
        ? ""
        : " transform=\"rotate(\(SVGNumbers.short(lettering.turn)) \(lettering.x) \(lettering.y))\""
      let anchor = lettering.anchor == "start" ? "" : " text-anchor=\"\(lettering.anchor)\""
      return "<text x=\"\(lettering.x)\" y=\"\(lettering.y)\" font-size=\"\(lettering.size)\"\(anchor)\(turn)"
        + "\(lettering.isBold ? " font-weight=\"600\"" : "") fill=\"\(lettering.colour)\">\(escaped(text))</text>"
    case .image(let x, let y, let width, let height, let png):
      // Cells keep sharp edges when they are large; small ones blend, as in a photograph.
      let edges = PNGSize(base64: png).isCoarse ? " style=\"image-rendering:pixelated\"" : ""
      return "<image x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" "
        + "preserveAspectRatio=\"none\"\(edges) href=\"data:image/png;base64,\(png)\"/>"
    }
  }

  private static func symbol(
    _ marker: Marker, _ x: Double, _ y: Double, _ r: Double, _ colour: String, _ outline: String?
  ) -> String {
    func at(_ points: [(Double, Double)]) -> String {
      points.map { "\(SVGNumbers.short(x + $0.0 * r)) \(SVGNumbers.short(y + $0.1 * r))" }.joined(
        separator: " ")
    }
    let edge = outline.map { " stroke=\"\($0)\" stroke-width=\".8\"" } ?? ""
    switch marker {
    case .circle:
      return
        "<circle cx=\"\(SVGNumbers.short(x))\" cy=\"\(SVGNumbers.short(y))\" r=\"\(SVGNumbers.short(r))\" "
        + "fill=\"\(colour)\"\(edge)/>"
    case .square:
      return
        "<path d=\"M\(at([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]))Z\" fill=\"\(colour)\"\(edge)/>"
    case .triangle:
      return "<path d=\"M\(at([(0, -1.25), (1.15, 0.8), (-1.15, 0.8)]))Z\" fill=\"\(colour)\"\(edge)/>"
    case .diamond:
      return "<path d=\"M\(at([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]))Z\" fill=\"\(colour)\"\(edge)/>"
    case .cross:
      return "<path d=\"M\(at([(-0.9, -0.9), (0.9, 0.9)]))M\(at([(-0.9, 0.9), (0.9, -0.9)]))\" "
        + "stroke=\"\(colour)\" stroke-width=\"1.8\"/>"
    case .plus:
      return "<path d=\"M\(at([(-1.1, 0), (1.1, 0)]))M\(at([(0, -1.1), (0, 1.1)]))\" "
        + "stroke=\"\(colour)\" stroke-width=\"1.8\"/>"
    }
  }

  /// Text as XML character data.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
