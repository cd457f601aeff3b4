/// The colours of marks, chosen to be told apart by colour-blind readers.
public enum Palette {
  /// Colours for series and classes, in order of use: Okabe and Ito's set without yellow and black,
  /// which vanish on white and on dark, continued with three dark tones of Paul Tol's muted scheme and a grey.
  public static let classes: [Colour] = [
    Colour(0x0072B2), Colour(0xD55E00), Colour(0x009E73), Colour(0xCC79A7), Colour(0xE69F00),
    Colour(0x56B4E9), Colour(0x882255), Colour(0x332288), Colour(0x999933), Colour(0x5F6B7A),
  ]

  /// The colour of a series or class; the palette starts again after its end, and counts down below 0.
  public static func colour(_ index: Int) -> Colour {
    let remainder = index % classes.count
    return classes[remainder < 0 ? remainder + classes.count : remainder]
  }

  /// How a scalar becomes a colour.
  public enum Map: Sendable, Equatable {
    /// Dark blue to yellow, even steps of lightness: for values from little to much.
    case sequential
    /// Blue through near-white to red, even on both sides: for values around zero.
    case diverging

    /// The colour at a fraction of the map; clamped to 0...1.
    public func colour(_ fraction: Double) -> Colour {
      let stops = self == .sequential ? Palette.viridis : Palette.blueRed
      let position = (fraction > 0 ? min(fraction, 1) : 0) * Double(stops.count - 1)
      let lower = min(Int(position), stops.count - 2)
      return stops[lower].mixed(with: stops[lower + 1], position - Double(lower))
    }
  }

  /// Nine samples of viridis (Smith and van der Walt, 2015), which keeps its order in grey and for every
  /// common form of colour blindness.
  private static let viridis = [
    Colour(0x440154), Colour(0x472D7B), Colour(0x3B528B), Colour(0x2C728E), Colour(0x21918C),
    Colour(0x28AE80), Colour(0x5EC962), Colour(0xADDC30), Colour(0xFDE725),
  ]

  /// Nine steps of ColorBrewer's RdBu (Harrower and Brewer, 2003), from blue to red.
  private static let blueRed = [
    Colour(0x2166AC), Colour(0x4393C3), Colour(0x92C5DE), Colour(0xD1E5F0), Colour(0xF7F7F7),
    Colour(0xFDDBC7), Colour(0xF4A582), Colour(0xD6604D), Colour(0xB2182B),
  ]
}
