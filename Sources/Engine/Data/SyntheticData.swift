import Glibc

// Points in the plane whose classes no straight line separates.

/// Arms of a spiral, one for each class, with `n` points on each.
///
/// `turns` says how often an arm winds around the origin, `noise` is the standard deviation of what is added to
/// each coordinate. Arms have radius 0 to 1.
public func spirals(
  _ n: Int = 100, classes: Int = 3, turns: Double = 0.75, noise: Double = 0.02, seed: UInt64 = 0
) throws -> Dataset {
  try requirePoints(n, classes: classes)
  return try planar("spirals", n, classes: classes, noise: noise, seed: seed) { label, part, _ in
    let angle = 2 * Double.pi * (part * turns + Double(label) / Double(classes))
    return (part * cos(angle), part * sin(angle))
  }
}

/// Two half circles that reach into each other, with `n` points on each.
public func moons(_ n: Int = 100, noise: Double = 0.1, seed: UInt64 = 0) throws -> Dataset {
  try requirePoints(n)
  return try planar("moons", n, classes: 2, noise: noise, seed: seed) { label, part, _ in
    let angle = Double.pi * part
    return label == 0 ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
  }
}

/// Two circles around the origin, of radius 1 and `factor`, with `n` points on each.
public func circles(
  _ n: Int = 100, factor: Double = 0.5, noise: Double = 0.05, seed: UInt64 = 0
) throws -> Dataset {
  try requirePoints(n)
  return try planar("circles", n, classes: 2, noise: noise, seed: seed) { label, part, _ in
    let angle = 2 * Double.pi * part
    let radius = label == 0 ? 1 : factor
    return (radius * cos(angle), radius * sin(angle))
  }
}

/// Exclusive or: points around the four corners of a square, `n` in each class; class 1 where just one
/// coordinate is positive.
public func xor(_ n: Int = 100, noise: Double = 0.1, seed: UInt64 = 0) throws -> Dataset {
  try requirePoints(n)
  return try planar("xor", n, classes: 2, noise: noise, seed: seed) { label, _, index in
    let side = index % 2 == 0 ? 1.0 : -1
    return (side, label == 0 ? side : -side)
  }
}

private func requirePoints(_ n: Int, classes: Int = 2) throws {
  guard n >= 1, classes >= 1 else {
    throw EngineError(
      .value, "At least one point of one class is needed, but there are \(n) of \(classes) classes.")
  }
}

/// Points around places that follow from their class, how far along they are (0 to 1), and their number.
private func planar(
  _ name: String, _ n: Int, classes: Int, noise: Double, seed: UInt64,
  place: (_ label: Int, _ part: Double, _ index: Int) -> (Double, Double)
) throws -> Dataset {
  guard noise >= 0, noise.isFinite else {
    throw EngineError(.value, "Noise is a standard deviation, from 0 up, but it is \(noise).")
  }
  let (total, overflow) = n.multipliedReportingOverflow(by: classes)
  let count = try Shape.count(of: [overflow ? .max : total, 2])
  var generator = Generator(seed: seed)
  var points: [Double] = []
  var labels: [Double] = []
  points.reserveCapacity(count)
  for label in 0..<classes {
    for index in 0..<n {
      let (x, y) = place(label, (Double(index) + 0.5) / Double(n), index)
      points += [x + noise * generator.normal(), y + noise * generator.normal()]
      labels.append(Double(label))
    }
  }
  return try Dataset(
    Tensor(points, shape: [total, 2]), Tensor(labels), featureNames: ["x", "y"],
    classNames: (0..<classes).map(String.init), name: name)
}
