/// The candidate most like a misspelt word: at most a third of its letters differ, but one may in a short one.
///
/// For a single letter there is none but the other case: any letter would be as near.
func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let limit = word.count < 2 ? 0 : max(1, word.count / 3)
  var best: (word: String, rank: Rank)?
  for candidate in candidates where candidate != word {
    guard abs(candidate.count - word.count) <= limit else { continue }
    let sameButCase = candidate.lowercased() == word.lowercased()
    let distance = sameButCase ? 0 : editDistance(Array(word.lowercased()), Array(candidate.lowercased()))
    // Among equally near ones that of the same length, then the first in the alphabet: candidates come in any order.
    let rank = (distance, abs(candidate.count - word.count), candidate)
    if distance <= limit, best.map({ rank < $0.rank }) ?? true { best = (candidate, rank) }
  }
  return best?.word
}

/// Distance, difference in length, and the word itself; the smallest is proposed.
private typealias Rank = (Int, Int, String)

/// How many insertions, deletions, replacements and swaps of neighbours turn one word into the other.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var twoBack: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var distance = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, twoBack[j - 1] + 1) }
      row.append(distance)
    }
    (twoBack, previous) = (previous, row)
  }
  return previous[b.count]
}
