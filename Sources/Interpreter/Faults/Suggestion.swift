import Engine

/// The candidate most like a misspelt word: at most a third of its letters differ, but one may in a short one.
///
/// For a single letter there is none but the other case: any letter would be as near. For a word longer than anyone
/// would type there is none either.
func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  guard word.utf8.count <= 200 else { return nil }
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
  return best?.word ?? completion(of: word, among: candidates)
}

/// The shortest candidate that goes on where the word ends, or the longest that the word goes on from:
/// `sorted` for `sort`, `train` for `training`.
private func completion(of word: String, among candidates: some Sequence<String>) -> String? {
  let word = word.lowercased()
  guard word.count >= 3 else { return nil }
  let related = candidates.filter { candidate in
    let candidate = candidate.lowercased()
    return candidate.count >= 3 && candidate != word
      && (candidate.hasPrefix(word) || word.hasPrefix(candidate))
      && abs(candidate.count - word.count) <= 5
  }
  return related.min { (abs($0.count - word.count), $0) < (abs($1.count - word.count), $1) }
}

/// Distance, difference in length, and the word itself; the smallest is proposed.
private typealias Rank = (Int, Int, String)
