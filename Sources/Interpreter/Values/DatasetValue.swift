import Engine

/// Rows of features with their targets.
struct DatasetValue: LibraryValue {
  static let kind = "a data set"
  let dataset: Dataset

  var text: String {
    guard !dataset.featureNames.isEmpty, dataset.featureNames.count <= 12 else { return line }
    let names = dataset.featureNames.enumerated().map { position, name in
      dataset.categories[position].map { "\(name) (\($0.joined(separator: ", ")))" } ?? name
    }
    return "\(line)\nfeatures: \(names.joined(separator: ", "))"
  }

  var line: String {
    let rows = dataset.count
    let features = dataset.featureShape.map(String.init).joined(separator: "×")
    var text =
      "\(dataset.name): \(count(rows, "row")) of \(features == "1" ? "1 feature" : "\(features) features")"
    if let classes = dataset.classNames {
      text += ", \(classes.count) classes"
      let names = classes.prefix(12).joined(separator: ", ")
      text += " (\(names)\(classes.count > 12 ? ", …" : ""))"
    } else {
      let width = dataset.targets.rank > 1 ? dataset.targets.shape[1] : 1
      text += ", \(count(width, "target"))"
    }
    return text
  }

  var memberNames: [String] {
    ["features", "targets", "x", "y", "count", "classNames", "featureNames", "categories", "name"]
  }

  func member(_ name: String) -> Value? {
    func list(_ names: [String]) -> Value { .array(names.map(Value.string)) }
    return switch name {
    case "features", "x": .tensor(dataset.features)
    case "targets", "y": .tensor(dataset.targets)
    case "count": .int(dataset.count)
    case "classNames": dataset.classNames.map(list) ?? .null
    case "featureNames": list(dataset.featureNames)
    case "categories":
      .dictionary(
        .init(
          dataset.categories.sorted { $0.key < $1.key }.map { position, names in
            (.string(dataset.featureNames[position]), list(names))
          }
        ) { first, _ in first })
    case "name": .string(dataset.name)
    default: nil
    }
  }

  func isEqual(to other: any LibraryValue) -> Bool? {
    guard let other = (other as? DatasetValue)?.dataset else { return false }
    return dataset.features == other.features && dataset.targets == other.targets
  }
}
