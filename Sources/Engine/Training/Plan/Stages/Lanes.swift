/// Sums in eight lanes, which the compiler can keep in vectors: a plain sum must not be reordered.
enum Lanes {
  /// The sum of `term(i)` for i from 0 to `count` − 1.
  @inline(__always)
  static func sum<T: Scalar>(count: Int, _ term: (Int) -> T) -> T {
    var (a, b, c, d): (T, T, T, T) = (0, 0, 0, 0)
    var (e, f, g, h): (T, T, T, T) = (0, 0, 0, 0)
    var i = 0
    while i + 8 <= count {
      a += term(i)
      b += term(i + 1)
      c += term(i + 2)
      d += term(i + 3)
      e += term(i + 4)
      f += term(i + 5)
      g += term(i + 6)
      h += term(i + 7)
      i += 8
    }
    while i < count {
      a += term(i)
      i += 1
    }
    return ((a + b) + (c + d)) + ((e + f) + (g + h))
  }
}
