/// A sign at each point, the same for all or one for each class.
///
/// Edge cases: points with a coordinate that is not finite are left out.
public struct Points: Mark {
  public let xs: [Double]
  public let ys: [Double]
  /// The class of each point, which chooses its colour and sign; empty when there are no classes.
  public let classes: [Int]
  /// The names of classes 0, 1, 2, … for the legend; may be shorter than there are classes.
  public var classNames: [String]
  /// Shown in the legend when there are no classes; empty for none.
  public var name: String
  /// The sign of all points; by class, or a circle, when nil.
  public var marker: Marker?
  /// Across, in pixels.
  public var diameter: Double
  public var colour: ColourChoice

  /// - Parameter colour: an index into ``Palette``; nil takes the next colour. Not used when there are classes:
  ///   class k then has colour k, as in ``Region``.
  /// - Throws: ``FigureError/unequalCounts(mark:first:firstCount:second:secondCount:)``.
  public init(
    xs: [Double], ys: [Double], classes: [Int] = [], classNames: [String] = [], name: String = "",
    marker: Marker? = nil, diameter: Double = 6, colour: Int? = nil
  ) throws(FigureError) {
    guard xs.count == ys.count else {
      throw .unequalCounts(
        mark: "Points", first: "xs", firstCount: xs.count, second: "ys", secondCount: ys.count)
    }
    guard classes.isEmpty || classes.count == xs.count else {
      throw .unequalCounts(
        mark: "Points", first: "xs", firstCount: xs.count, second: "classes", secondCount: classes.count)
    }
    self.xs = xs
    self.ys = ys
    self.classes = classes
    self.classNames = classNames
    self.name = name
    self.marker = marker
    self.diameter = diameter
    self.colour = classes.isEmpty ? ColourChoice(colour) : .none
  }

  public func measure(into extent: inout Extent) {
    for (x, y) in zip(xs, ys) { extent.add(x: x, y: y) }
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    groups(colour).map { group in
      let points = group.members.map { Point(xs[$0], ys[$0]) }
      return .symbols(
        Symbols(
          points: frame.thinned(points), colour: Palette.colour(group.colour), marker: group.marker,
          diameter: diameter))
    }
  }

  public func legend(colour: Int) -> [LegendEntry] {
    guard !classes.isEmpty else {
      return name.isEmpty ? [] : [LegendEntry(name, .marker(marker ?? .circle), Palette.colour(colour))]
    }
    return groups(colour).compactMap { group in
      guard classNames.indices.contains(group.colour), !classNames[group.colour].isEmpty else { return nil }
      return LegendEntry(classNames[group.colour], .marker(group.marker), Palette.colour(group.colour))
    }
  }

  /// The points that look the same, in the order of their classes.
  private func groups(_ colour: Int) -> [(colour: Int, marker: Marker, members: [Int])] {
    guard !classes.isEmpty else { return [(colour, marker ?? .circle, Array(xs.indices))] }
    let byClass = Dictionary(grouping: classes.indices) { classes[$0] }
    return byClass.sorted { $0.key < $1.key }.map { key, members in
      (key, marker ?? Marker.of(key), members)
    }
  }
}

extension Marker {
  /// The sign of a class, so that classes are told apart without colour too.
  static func of(_ index: Int) -> Marker {
    let signs: [Marker] = [.circle, .triangle, .square, .diamond, .cross, .plus]
    return signs[Int(index.magnitude % UInt(signs.count))]
  }
}
