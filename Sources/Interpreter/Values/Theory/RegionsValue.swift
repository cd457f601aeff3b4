import Figures
import Theory

/// The linear regions of a network in a box; shown as a picture in which neighbours differ in colour, with the lines on
/// which a network of one output is constant.
struct RegionsValue: Plotted {
  static let kind = "linear regions"
  let regions: LinearRegions
  /// For each region the number of the piece that it belongs to, where pieces with equal maps were merged.
  let pieces: [Int]?

  /// How many there are: regions, or merged pieces.
  private var number: Int { pieces.map { ($0.max() ?? -1) + 1 } ?? regions.count }

  private var box: String {
    "[\(regions.box.x.lower), \(regions.box.x.upper)] × [\(regions.box.y.lower), \(regions.box.y.upper)]"
  }

  var text: String {
    let noun = pieces == nil ? "linear region" : "affine piece"
    let merged = pieces == nil ? "" : ", of \(count(regions.count, "activation region"))"
    let decided = regions.exactDecisions
    return "\(count(number, noun)) in \(box)\(merged)\n"
      + "every sign decided: \(decided == 0 ? "all in Float64, within its bounds" : "\(count(decided, "sign")) by exact numbers, the rest in Float64 within its bounds")"
  }

  /// More polygons than this make a picture that is slow to show.
  private static let mostTiles = 4000

  func figure() throws -> Figure {
    let shown = min(regions.count, Self.mostTiles)
    let colours = pieces ?? regions.colouring(of: shown)
    let tiles = (0..<shown).map { region in
      Mosaic.Tile(
        corners: regions.polygon(region).map { Point($0.x, $0.y) }, fill: .tint(colours[region]))
    }
    var marks: [any Mark] = [Mosaic(tiles, edges: true)]
    if regions.network.outputs == 1 {
      let box = regions.box
      var lines = try Library.contours(
        of: regions.network.network(), x: box.x.lower.double...box.x.upper.double,
        y: box.y.lower.double...box.y.upper.double, colour: 0)
      lines.isInText = false
      marks.append(lines)
    }
    let rest = regions.count > shown ? " (\(shown) of them drawn)" : ""
    return Figure(
      title: "\(count(number, pieces == nil ? "region" : "piece"))\(rest)",
      marks: marks, x: Axis("x₁"), y: Axis("x₂"), width: 460, height: 440,
      hasEqualAspect: true)
  }

  var memberNames: [String] {
    ["count", "activationRegions", "areas", "polygons", "box", "exactDecisions", "map", "region"]
  }

  func member(_ name: String) throws -> Value? {
    switch name {
    case "count": .int(number)
    case "activationRegions": .int(regions.count)
    case "areas": .array((0..<regions.count).map { .rational(regions.area($0)) })
    case "polygons": .array((0..<regions.count).map { .array(polygon($0)) })
    case "box":
      .array(
        [regions.box.x, regions.box.y].map {
          .range(RangeValue(lower: .rational($0.lower), upper: .rational($0.upper), isClosed: true))
        })
    case "exactDecisions": .int(regions.exactDecisions)
    case "region": .library(Self.region(of: regions))
    case "map": .library(Self.map(of: regions))
    default: nil
    }
  }

  private func polygon(_ region: Int) -> [Value] {
    regions.exactPolygon(region).map { .array($0.map(Value.rational)) }
  }

  private static func region(of regions: LinearRegions) -> LibraryFunction {
    LibraryFunction(
      "region", "The number of the region that a point lies in.", [.required("point", .array)],
      example: "regions(mlp(2, 3, 1)).region([0.5, 0.5])"
    ) { call in .int(try regions.region(at: call.fractions(call["point"]))) }
  }

  private static func map(of regions: LinearRegions) -> LibraryFunction {
    LibraryFunction(
      "map", "What the network is at a point and around it: `slope · x + offset`, exactly.",
      [.required("point", .array), .optional("output", .integer, .int(0))],
      example: "regions(mlp(2, 3, 1)).map([0.5, 0.5])"
    ) { call in
      let output = try call.integer("output", in: 0...regions.network.outputs - 1)
      let map = try regions.affineMap(regions.region(at: call.fractions(call["point"])), output: output)
      return TupleValue.record(
        ("slope", .array(map.slope.map(Value.rational))), ("offset", .rational(map.offset)))
    }
  }
}
