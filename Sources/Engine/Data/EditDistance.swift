/// The name that was probably meant: the nearest one, if it is not far.
func nearest(to name: String, among candidates: [String]) -> String? {
  candidates
    .map { ($0, editDistance(Array(name.lowercased()), Array($0.lowercased()))) }
    .filter { $0.1 <= max(1, name.count / 3) }
    .min { $0.1 < $1.1 }?.0
}

/// How many characters must be inserted, deleted or replaced to turn one text into another (Levenshtein, 1965).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let substituted = diagonal + (x == y ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
