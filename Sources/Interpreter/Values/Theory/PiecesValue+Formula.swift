import Theory

extension PiecesValue {
  /// More pieces than this, or longer numbers, are better seen in the table.
  private static let most = (pieces: 8, bits: 64)

  /// The function by its cases, in TeX; nil where there would be too many, or rounding has changed them.
  var formula: String? {
    guard !isRounded, pieces.count <= Self.most.pieces else { return nil }
    var cases: [String] = []
    for index in 0..<pieces.count {
      let (a, b) = (pieces.knots[index], pieces.knots[index + 1])
      let slope = pieces.slope(of: index)
      let constant = a.y - slope * a.x
      guard [a.x, b.x, slope, constant].allSatisfy({ $0.bitWidth <= Self.most.bits }) else { return nil }
      cases.append("\(Self.affine(slope, constant)) & \(a.x.latex) \\le x \\le \(b.x.latex)")
    }
    if cases.count == 1 { return "f(x) = " + cases[0].replacing("&", with: ", \\quad") }
    return "f(x) = \\begin{cases} " + cases.joined(separator: " \\\\[4pt] ") + " \\end{cases}"
  }

  /// `2 x - 1`
  private static func affine(_ slope: Rational, _ constant: Rational) -> String {
    if slope.signum == 0 { return constant.latex }
    let factor = slope == 1 ? "" : slope == -1 ? "-" : slope.latex + "\\,"
    if constant.signum == 0 { return factor + "x" }
    return "\(factor)x \(constant.signum < 0 ? "-" : "+") \(constant.magnitude.latex)"
  }
}
