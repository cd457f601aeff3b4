/// The elements of a picture in drawing order, with their coordinates in pixels.
enum PictureElement: Equatable {
  /// A stroke along a path; `path` is SVG's path data.
  case stroke(path: String, Stroke)
  case polygon(points: String, fill: String, opacity: String?)
  case symbol(Marker, x: Double, y: Double, radius: Double, colour: String)
  case text(String, Lettering)
  /// A PNG, in base 64.
  case image(x: String, y: String, width: String, height: String, png: String)

  struct Stroke: Equatable {
    var colour: String
    var width: String
    var dashes: String?
  }

  struct Lettering: Equatable {
    var x: String
    var y: String
    var size: String
    var anchor: String
    var colour: String
    var isBold: Bool
    /// In degrees, with the clock.
    var turn: Double
  }
}

/// Takes gnuplot's answer apart into the elements that a figure consists of.
///
/// Nothing else gets through: an element or a value of another kind is an error, so a picture can hold no script, no
/// link and no style, whatever is in its words.
struct PictureReader {
  private(set) var elements: [PictureElement] = []
  private let texts: [String]
  private var groups: [[String: String]] = []
  private var hidden = 0
  private var lettering: PictureElement.Lettering?

  private init(texts: [String]) {
    self.texts = texts
  }

  /// - Parameter texts: what the placeholders in the document stand for; see ``GnuplotScript/placeholder(for:)``.
  static func elements(of document: String, texts: [String]) throws(FigureError) -> [PictureElement] {
    var scanner = XMLScanner(document)
    var reader = PictureReader(texts: texts)
    var wasComplete = false
    while let part = try scanner.next() {
      switch part {
      case .start(let name, let attributes): try reader.start(name, attributes)
      case .text(let text): try reader.text(text)
      case .end(let name):
        reader.end(name)
        wasComplete = wasComplete || name == "svg"
      }
    }
    guard wasComplete else { throw .unexpectedAnswer("no <svg> element") }
    return reader.elements
  }

  private mutating func start(_ name: String, _ attributes: [String: String]) throws(FigureError) {
    if hidden > 0 || ["defs", "title", "desc"].contains(name) {
      hidden += 1
      return
    }
    switch name {
    case "svg", "text", "tspan", "rect": break
    case "g": groups.append(attributes)
    case "path": try path(attributes)
    case "polygon": try polygon(attributes)
    case "use": try symbol(attributes)
    case "image": try image(attributes)
    default: throw .unexpectedAnswer("an element <\(name)>")
    }
    if name == "text" { lettering = try letteringOfGroup() }
  }

  private mutating func end(_ name: String) {
    if hidden > 0 {
      hidden -= 1
    } else if name == "g" {
      groups.removeLast()
    } else if name == "text" {
      lettering = nil
    }
  }

  private mutating func text(_ text: String) throws(FigureError) {
    guard hidden == 0, let lettering, !text.allSatisfy(\.isWhitespace) else { return }
    guard text.hasPrefix("t"), let index = Int(text.dropFirst()), texts.indices.contains(index) else {
      throw .unexpectedAnswer("the words \"\(text.prefix(40))\"")
    }
    if !texts[index].isEmpty { elements.append(.text(texts[index], lettering)) }
  }

  private mutating func path(_ attributes: [String: String]) throws(FigureError) {
    let data = try SVGNumbers.path(attributes["d"] ?? "")
    let stroke = PictureElement.Stroke(
      colour: try SVGNumbers.colour(attributes["stroke"] ?? inherited("stroke") ?? ""),
      width: try SVGNumbers.list(inherited("stroke-width") ?? "1"),
      dashes: try attributes["stroke-dasharray"].map { (dashes) throws(FigureError) in
        try SVGNumbers.list(dashes)
      })
    // Neighbours that look alike, such as the lines of the grid, become one.
    if case .stroke(let before, stroke) = elements.last {
      elements[elements.count - 1] = .stroke(path: before + data, stroke)
    } else {
      elements.append(.stroke(path: data, stroke))
    }
  }

  private mutating func polygon(_ attributes: [String: String]) throws(FigureError) {
    elements.append(
      .polygon(
        points: try SVGNumbers.list(attributes["points"] ?? ""),
        fill: try SVGNumbers.colour(attributes["fill"] ?? ""),
        opacity: try attributes["fill-opacity"].map { (value) throws(FigureError) in
          try SVGNumbers.list(value)
        }))
  }

  private mutating func symbol(_ attributes: [String: String]) throws(FigureError) {
    let signs: [String: Marker] = [
      "#gpPt6": .circle, "#gpPt4": .square, "#gpPt8": .triangle, "#gpPt12": .diamond, "#gpPt1": .cross,
      "#gpPt0": .plus,
    ]
    let transform = try SVGNumbers.values(
      attributes["transform"] ?? "", between: ["translate(", ") scale(", ")"])
    guard let sign = signs[attributes["xlink:href"] ?? ""], transform.count == 3 else {
      throw .unexpectedAnswer("a symbol \(attributes["xlink:href"] ?? "without a name")")
    }
    elements.append(
      .symbol(
        sign, x: transform[0], y: transform[1], radius: transform[2],
        colour: try SVGNumbers.colour(attributes["color"] ?? "")))
  }

  private mutating func image(_ attributes: [String: String]) throws(FigureError) {
    let prefix = "data:image/png;base64,"
    let source = attributes["xlink:href"] ?? ""
    guard source.hasPrefix(prefix) else {
      throw .unexpectedAnswer("an image that is not part of the picture")
    }
    let png = source.dropFirst(prefix.count).filter { !$0.isWhitespace }
    guard png.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+/=".contains($0)) }) else {
      throw .unexpectedAnswer("an image that is not in base 64")
    }
    elements.append(
      .image(
        x: try SVGNumbers.list(attributes["x"] ?? ""), y: try SVGNumbers.list(attributes["y"] ?? ""),
        width: try SVGNumbers.list(attributes["width"] ?? ""),
        height: try SVGNumbers.list(attributes["height"] ?? ""), png: png))
  }

  private func letteringOfGroup() throws(FigureError) -> PictureElement.Lettering {
    let group = groups.last ?? [:]
    let transform = group["transform"] ?? ""
    var turn = [0.0]
    if let range = transform.firstRange(of: "rotate(") {
      turn = try SVGNumbers.values(String(transform[range.lowerBound...]), between: ["rotate(", ")"])
    }
    let place = try SVGNumbers.values(
      String(transform.prefix { $0 != ")" }) + ")", between: ["translate(", ")"])
    guard place.count == 2, turn.count == 1, ["start", "middle", "end"].contains(group["text-anchor"]) else {
      throw .unexpectedAnswer("text without a place")
    }
    return PictureElement.Lettering(
      x: SVGNumbers.short(place[0]), y: SVGNumbers.short(place[1]),
      size: try SVGNumbers.list(group["font-size"] ?? "12"), anchor: group["text-anchor"] ?? "start",
      colour: try SVGNumbers.colour(group["fill"] ?? ""), isBold: group["font-family"] == "sans-serif:Bold",
      turn: turn[0])
  }

  private func inherited(_ attribute: String) -> String? {
    groups.last { $0[attribute] != nil }?[attribute]
  }
}
