extension Figure {
  /// What a reader who hears the page is told first.
  var spokenTitle: String {
    let title = PlainText.line(title)
    if !title.isEmpty { return title }
    let axes = [y.label, x.label].map(PlainText.line).filter { !$0.isEmpty }
    return axes.isEmpty ? "Figure" : axes.joined(separator: " over ")
  }

  /// What the figure shows, in a few sentences: its axes and their ends, its legend, its notes.
  var spokenDescription: String {
    let composition = Composition(self)
    var sentences = [("x", x, composition.x), ("y", y, composition.y)].map { letter, axis, scale in
      let label = PlainText.line(axis.label)
      return
        "\(letter) axis\(label.isEmpty ? "" : " (\(label))") from \(NumberLabel.text(scale.domain.lowerBound)) "
        + "to \(NumberLabel.text(scale.domain.upperBound))\(scale.kind.spoken)."
    }
    let names = composition.legend.map { PlainText.line($0.name) }
    if !names.isEmpty { sentences.append("Shown: \(names.joined(separator: ", ")).") }
    return (sentences + composition.notes + (composition.isEmpty ? ["There is no data."] : []))
      .joined(separator: " ")
  }
}

extension Scale.Kind {
  /// What is said of an axis of this kind behind its ends.
  fileprivate var spoken: String {
    switch self {
    case .linear: ""
    case .log: ", logarithmic"
    case .symlog: ", logarithmic on both sides of zero"
    }
  }
}
