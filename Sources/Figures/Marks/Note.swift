/// A few words at a place of the plot: "minimum", "first crossing".
///
/// Edge cases: a place that the axes cannot show gives no words; words are one line, however they were given.
public struct Note: Mark {
  public var text: String
  public var place: Point
  /// Which part of the words stands at the place.
  public var anchor: Words.Anchor
  public var colour: ColourChoice { .none }

  public init(_ text: String, at place: Point, anchor: Words.Anchor = .left) {
    self.text = text
    self.place = place
    self.anchor = anchor
  }

  public func measure(into extent: inout Extent) {
    extent.add(x: place.x, y: place.y)
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    [.words(Words(text: text, place: place, anchor: anchor, colour: Theme.label))]
  }

  public func legend(colour: Int) -> [LegendEntry] { [] }
}
