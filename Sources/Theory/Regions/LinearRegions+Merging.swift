extension LinearRegions {
  /// For each region the number of the piece that it belongs to: neighbours on which the network is the same affine
  /// map are one piece, though their units differ.
  ///
  /// - Parameter progress: called for each region; what it throws ends the work.
  public func pieces(progress: () throws -> Void = {}) throws -> [Int] {
    // The exact maps are made where Float64 cannot tell two apart.
    var maps: [Int: [Rational]] = [:]
    func map(_ region: Int) throws -> [Rational] {
      if let known = maps[region] { return known }
      try progress()
      let made = try (0..<network.outputs).flatMap { output in
        let map = try affineMap(region, output: output)
        return map.slope + [map.offset]
      }
      maps[region] = made
      return made
    }
    var sets = DisjointSets(count)
    for (a, b) in try neighbours(progress) {
      try progress()
      if try !areSurelyDifferent(a, b) && map(a) == map(b) { sets.join(a, b) }
    }
    var numbers: [Int: Int] = [:]
    return (0..<count).map { region in
      let root = sets.root(of: region)
      let number = numbers[root] ?? numbers.count
      numbers[root] = number
      return number
    }
  }

  /// Whether the maps of two regions differ by more than rounding.
  private func areSurelyDifferent(_ a: Int, _ b: Int) -> Bool {
    guard !subdivision.outputs.isEmpty else { return false }
    let (a, b) = (subdivision.outputs[a], subdivision.outputs[b])
    return (0..<a.count).contains { index in
      let (p, q) = (a[index], b[index])
      let difference = max(
        max((p.a - q.a).magnitude, (p.b - q.b).magnitude), (p.c - q.c).magnitude)
      return difference * (1 - 4 * Rounding.unit) > p.error + q.error
    }
  }

  /// The pairs of regions with an edge in common.
  ///
  /// Both regions beside an edge are cut where it is cut, so their edges have the same ends; vertices made on either
  /// side are known to be the same by their exact place.
  func neighbours(_ progress: () throws -> Void) rethrows -> [(Int, Int)] {
    var places: [[Rational]: Int] = [:]
    var numbers: [Int32: Int] = [:]
    func number(_ vertex: Int32) -> Int {
      if let known = numbers[vertex] { return known }
      let place = subdivision.exact.point(vertex, among: subdivision.vertices).rationals
      let number = places[place] ?? places.count
      places[place] = number
      numbers[vertex] = number
      return number
    }
    var owners: [Set<Int>: Int] = [:]
    var pairs: [(Int, Int)] = []
    for region in 0..<count {
      try progress()
      let corners = subdivision.polygon(region).map(number)
      for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
        if let other = owners.updateValue(region, forKey: [a, b]) { pairs.append((other, region)) }
      }
    }
    return pairs
  }
}

extension LinearRegions {
  /// A colour for each of the first regions, such that neighbours differ wherever ten colours allow it.
  public func colouring(of number: Int) -> [Int] {
    var beside = [[Int]](repeating: [], count: min(number, count))
    // For colours Float64 is near enough: edges are matched by their middle.
    var owners: [[Double]: Int] = [:]
    let (left, bottom) = (box.x.lower.double, box.y.lower.double)
    // Of a box whose sides no Float64 can tell, no region has neighbours: the numbers are infinite or none.
    let unit = (x: 1e9 / (box.x.upper.double - left), y: 1e9 / (box.y.upper.double - bottom))
    for region in beside.indices {
      let corners = polygon(region)
      for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
        let key = [
          ((a.x - left + b.x - left) * unit.x).rounded(), ((a.y - bottom + b.y - bottom) * unit.y).rounded(),
        ]
        guard let other = owners.updateValue(region, forKey: key) else { continue }
        beside[region].append(other)
        beside[other].append(region)
      }
    }
    var colours = [Int](repeating: -1, count: beside.count)
    for region in beside.indices {
      let taken = Set(beside[region].map { colours[$0] })
      // Begin at another colour each time, so that all are used.
      colours[region] = (0..<10).map { ($0 + region) % 10 }.first { !taken.contains($0) } ?? region % 10
    }
    return colours
  }
}

/// Sets of numbers that grow together.
private struct DisjointSets {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func root(of member: Int) -> Int {
    var root = member
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}
