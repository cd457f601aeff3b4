/// The name that was probably meant: the nearest one, if it is not far.
func nearest(to name: String, among candidates: [String]) -> String? {
  candidates
    .map { ($0, editDistance(Array(name.lowercased()), Array($0.lowercased()))) }
    .filter { $0.1 <= max(1, name.count / 3) }
    .min { $0.1 < $1.1 }?.0
}

/// How many characters must be inserted, deleted, replaced or exchanged with their neighbour to turn one text
/// into another.
package func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  // The distances of all beginnings of b from the last two beginnings of a.
  var (previous, row) = ([Int](), Array(0...b.count))
  for i in a.indices {
    var next = [i + 1]
    for j in b.indices {
      var distance = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, previous[j - 1] + 1) }
      next.append(distance)
    }
    (previous, row) = (row, next)
  }
  return row[b.count]
}
