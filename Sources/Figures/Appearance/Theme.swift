/// The colours and sizes of everything that is not data.
enum Theme {
  static let background = Colour(0xFFFFFF)
  static let title = Colour(0x1F2937)
  static let label = Colour(0x374151)
  static let tick = Colour(0x5B6472)
  static let grid = Colour(0xE5E7EB)
  static let axis = Colour(0xB6BCC6)
  static let rule = Colour(0x6B7280)

  static let headingSize = 17.0
  static let titleSize = 15.0
  static let labelSize = 12.5
  static let tickSize = 11.5
}
