import Foundation
import FoundationXML
import Testing

@testable import Figures

@Suite("Text of a user's")
struct HostileTextTests {
  /// A figure with a text in every place that takes one.
  private func figure(_ texts: ArraySlice<String>) throws -> Figure {
    func text(_ index: Int) -> String { texts[texts.startIndex + index % texts.count] }
    return Figure(
      title: text(0),
      marks: [
        HeatMap(try Grid(columns: 2, rows: 1, x: 0...2, y: 0...1, values: [0, 1]), name: text(1)),
        try Line(xs: [0, 1], ys: [0, 1], name: text(2)), Rule(y: 0.5, name: text(3)),
        try Points(xs: [1], ys: [1], classes: [0], classNames: [text(4)]),
        try Bars(heights: [1, 2], labels: [text(5), text(6)], name: text(7)),
        try Band(xs: [0, 1], lower: [0, 0], upper: [1, 1], name: text(8)),
      ],
      x: Axis(text(9)), y: Axis(text(10), ticks: [Tick(0, text(11)), Tick(1, text(12))]))
  }

  @Test("is never a command, a format or markup, whatever it says")
  func isData() async throws {
    unlink(HostileText.trap)
    #expect(HostileText.all.count >= 150)
    for start in stride(from: 0, to: HostileText.all.count, by: 13) {
      let texts = HostileText.all[start..<min(start + 13, HostileText.all.count)]
      let svg = try await figure(texts).svg()
      let reader = Elements()
      #expect(reader.parse(svg), "not well formed with \(texts)")
      #expect(reader.names.isSubset(of: Elements.expected), "\(reader.names)")
      #expect(reader.attributes.isSubset(of: Elements.expectedAttributes), "\(reader.attributes)")
    }
    #expect(access(HostileText.trap, F_OK) != 0, "a command was run")
  }

  @Test(
    "reaches the picture unchanged",
    arguments: ["a < b & \"c\" 'd' \\n `e` %s @f", "&#65;", "σ(ε²) → 漢字 😀", "''"])
  func arrivesWhole(_ text: String) async throws {
    let svg = try await Figure(title: text, x: Axis(text)).svg()
    let reader = Elements()
    #expect(reader.parse(svg))
    #expect(reader.texts.filter { $0 == text }.count == 3, "title, heading and axis in \(reader.texts)")
  }

  @Test("leaves control characters to no terminal")
  func isDataInText() throws {
    for start in HostileText.all.indices {
      let text = try figure(HostileText.all[start...]).text(columns: 60, rows: 5)
      let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
      #expect(controls.isEmpty)
      #expect(text.split(separator: "\n").allSatisfy { CellWidth.of(String($0)) <= 60 })
    }
  }

  @Test("never reaches gnuplot: what it gets between quotes is a placeholder, a font or a colour")
  func staysHere() throws {
    for start in stride(from: 0, to: HostileText.all.count, by: 13) {
      let script = Drawing(try figure(HostileText.all[start...])).script
      let labels = String(decoding: script.bytes.prefix(20_000), as: UTF8.self)
        .split(separator: "\n").filter { $0.hasPrefix("set label") }
      #expect(labels.count > 5)
      for label in labels {
        let parts = label.split(separator: "'", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
          let isOurs =
            index % 2 == 0
            ? part.utf8.allSatisfy {
              (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || " ,-.0123456789".utf8.contains($0)
            }
            : part.isEmpty || Int(part.dropFirst()) != nil || part.hasPrefix("sans-serif")
              || part.hasPrefix("#")
          #expect(isOurs, "\(label)")
        }
      }
    }
  }
}

/// What a standard parser finds in a picture.
final class Elements: NSObject, XMLParserDelegate {
  static let expected: Set<String> = [
    "svg", "title", "desc", "rect", "path", "polygon", "circle", "text", "image",
  ]
  static let expectedAttributes: Set<String> = [
    "xmlns", "role", "width", "height", "viewBox", "font-family", "style", "rx", "fill", "fill-opacity", "d",
    "stroke",
    "stroke-width", "stroke-dasharray", "stroke-linejoin", "points", "cx", "cy", "r", "x", "y", "font-size",
    "font-weight", "text-anchor", "transform", "preserveAspectRatio", "href",
  ]

  private(set) var names: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var texts: [String] = []
  private var text = ""

  func parse(_ document: String) -> Bool {
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    return parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes found: [String: String]
  ) {
    names.insert(name)
    attributes.formUnion(found.keys)
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if ["text", "title", "desc"].contains(name) { texts.append(text) }
  }
}
