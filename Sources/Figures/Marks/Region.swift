/// The class of every cell of a grid as a soft colour, to lie under points: a classifier's decision regions.
///
/// Edge cases: a negative class is a cell without class and stays empty.
public struct Region: Mark {
  public let classes: Grid<Int>
  /// How sure the class of each cell is, from 0 (pale) to 1, in the order of the grid's values; empty when unknown.
  public let confidence: [Double]
  /// The names of classes 0, 1, 2, … for the legend. Leave empty when points above name them.
  public var classNames: [String]
  public var colour: ColourChoice { .none }

  /// - Throws: ``FigureError/unequalCounts(mark:first:firstCount:second:secondCount:)`` when there is a confidence,
  ///   but not one for each cell.
  public init(
    _ classes: Grid<Int>, confidence: [Double] = [], classNames: [String] = []
  ) throws(FigureError) {
    guard confidence.isEmpty || confidence.count == classes.values.count else {
      throw .unequalCounts(
        mark: "Region", first: "cells", firstCount: classes.values.count, second: "confidences",
        secondCount: confidence.count)
    }
    self.classes = classes
    self.confidence = confidence
    self.classNames = classNames
  }

  public func measure(into extent: inout Extent) {
    extent.addBox(classes)
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    var tints = classes.map { $0 < 0 ? nil : Region.tint($0, 1) }
    if !confidence.isEmpty {
      var cell = 0
      tints = classes.map { index in
        defer { cell += 1 }
        return index < 0 ? nil : Region.tint(index, confidence[cell])
      }
    }
    let shades = classes.map { $0 < 0 ? nil : Double($0) }
    return [.cells(Cells(colours: tints, shades: shades, areClasses: true))]
  }

  public func legend(colour: Int) -> [LegendEntry] {
    Set(classes.values).sorted().compactMap { index in
      guard classNames.indices.contains(index), !classNames[index].isEmpty else { return nil }
      return LegendEntry(classNames[index], .region(index), Region.tint(index, 1))
    }
  }

  /// A class's colour, so pale that its points stand out on it.
  private static func tint(_ index: Int, _ confidence: Double) -> Colour {
    let part = confidence > 0 ? min(confidence, 1) : 0
    return Theme.background.mixed(with: Palette.colour(index), 0.08 + 0.26 * part)
  }
}

extension Extent {
  /// Makes room for the centres of a grid's cells, which lie on the edge of their axes.
  mutating func addCentres<Value>(_ grid: Grid<Value>) {
    let across = (grid.x.upperBound - grid.x.lowerBound) / Double(grid.columns) / 2
    let up = (grid.y.upperBound - grid.y.lowerBound) / Double(grid.rows) / 2
    add(x: grid.x.lowerBound + across, y: grid.y.lowerBound + up)
    add(x: grid.x.upperBound - across, y: grid.y.upperBound - up)
    padsX = false
    padsY = false
  }

  /// Makes room for a grid, which fills its axes to the edge.
  mutating func addBox<Value>(_ grid: Grid<Value>) {
    add(x: grid.x.lowerBound, y: grid.y.lowerBound)
    add(x: grid.x.upperBound, y: grid.y.upperBound)
    padsX = false
    padsY = false
  }
}
