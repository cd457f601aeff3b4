/// `a x + b y + c`, each number of which may be wrong by `error`.
struct PlaneFunction {
  var a: Double
  var b: Double
  var c: Double
  var error: Double

  /// The value at a place, and how wrong it may be.
  func value(at place: Place) -> (value: Double, error: Double) {
    let (x, y) = (a * place.x, b * place.y)
    let size = x.magnitude + y.magnitude + c.magnitude
    let slope = a.magnitude + b.magnitude
    return (
      x + y + c,
      (slope * place.error + 4 * Rounding.unit * size
        + error * (1 + place.x.magnitude + place.y.magnitude + 2 * place.error)) * (1 + 16 * Rounding.unit)
    )
  }

  /// The function that is lower everywhere by a number, which itself may be off by a unit of its last place.
  func lowered(by offset: Double) -> PlaneFunction {
    guard offset != 0 else { return self }
    return PlaneFunction(
      a: a, b: b, c: c - offset, error: error + 4 * Rounding.unit * (c.magnitude + offset.magnitude))
  }

  /// Where two functions are zero; nil where rounding leaves open whether they have one such place.
  func meeting(_ other: PlaneFunction) -> Place? {
    let u = 4 * Rounding.unit
    let determinant = a * other.b - other.a * b
    let wrong = error + other.error
    let size = max(max(a.magnitude, b.magnitude), max(other.a.magnitude, other.b.magnitude))
    let offset = max(c.magnitude, other.c.magnitude)
    let doubt =
      u * ((a * other.b).magnitude + (other.a * b).magnitude) + 2 * wrong * (size + wrong)
    let sure = determinant.magnitude - doubt
    guard sure > 0 else { return nil }
    func quotient(_ first: Double, _ second: Double) -> (value: Double, error: Double) {
      let value = (first - second) / determinant
      let numerator = u * (first.magnitude + second.magnitude) + 2 * wrong * (size + offset + wrong)
      return (value, (numerator + value.magnitude * doubt) / sure + u * value.magnitude)
    }
    let (x, y) = (quotient(b * other.c, other.b * c), quotient(c * other.a, other.c * a))
    return Place(x: x.value, y: y.value, error: max(x.error, y.error) * (1 + 16 * Rounding.unit))
  }
}
