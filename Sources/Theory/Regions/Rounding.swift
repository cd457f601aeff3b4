enum Rounding {
  /// The relative error of one operation in Float64, and a little more.
  static let unit = 0x1.1p-53
}
