import CKernels

/// The numbers at a place in a network as functions of the plane, within a polygon on which they are affine.
struct PlaneFunctions {
  let count: Int
  /// All slopes in x, then all slopes in y, then all offsets.
  private var numbers: [Double]
  /// How far each of the numbers may be from the exact one.
  let error: Double

  /// The coordinates themselves.
  static let coordinates = PlaneFunctions(count: 2, numbers: [1, 0, 0, 1, 0, 0], error: 0)

  private init(count: Int, numbers: [Double], error: Double) {
    self.count = count
    self.numbers = numbers
    self.error = error
  }

  /// Constants.
  init(constants: [Double], error: Double) {
    self.init(
      count: constants.count, numbers: [Double](repeating: 0, count: 2 * constants.count) + constants,
      error: error)
  }

  subscript(index: Int) -> PlaneFunction {
    PlaneFunction(
      a: numbers[index], b: numbers[count + index], c: numbers[2 * count + index], error: error)
  }

  /// All offsets.
  var constants: [Double] { Array(numbers.suffix(count)) }

  /// The largest magnitude among the numbers.
  var largest: Double {
    numbers.withUnsafeBufferPointer { $0.baseAddress.map { ckernels_plane_largest($0, count) } ?? 0 }
  }

  /// Adds a function to each, times a weight for each.
  mutating func add(_ function: PlaneFunction, times weights: ArraySlice<Double>) {
    weights.withUnsafeBufferPointer { weights in
      numbers.withUnsafeMutableBufferPointer { numbers in
        guard weights.count == count, let from = weights.baseAddress, let to = numbers.baseAddress else {
          return
        }
        ckernels_plane_add(to, from, function.a, function.b, function.c, count)
      }
    }
  }

  /// For each function 1 where it is surely above `level` at all of some places, −1 where it is surely below, else 0.
  func sides(of level: Double, at places: [Double], within room: Double, into sides: inout [Int8]) {
    numbers.withUnsafeBufferPointer { numbers in
      places.withUnsafeBufferPointer { places in
        if sides.count != count { sides = [Int8](repeating: 0, count: count) }
        sides.withUnsafeMutableBufferPointer { sides in
          guard let from = numbers.baseAddress, let at = places.baseAddress,
            let to = sides.baseAddress
          else { return }
          ckernels_plane_sides(from, count, at, places.count / 2, level - room, level + room, to)
        }
      }
    }
  }
}
