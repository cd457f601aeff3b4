import Engine

/// Rows of features with their targets.
struct DatasetValue: LibraryValue {
  static let kind = "a data set"
  let dataset: Dataset

  var text: String {
    let rows = dataset.count
    let features = dataset.featureShape.map(String.init).joined(separator: "×")
    var text = "\(dataset.name): \(count(rows, "row")) of \(features.isEmpty ? "1" : features) features"
    if let classes = dataset.classNames {
      text += ", \(classes.count) classes"
      let names = classes.prefix(12).joined(separator: ", ")
      text += " (\(names)\(classes.count > 12 ? ", …" : ""))"
    } else {
      let width = dataset.targets.rank > 1 ? dataset.targets.shape[1] : 1
      text += ", \(count(width, "target"))"
    }
    if !dataset.featureNames.isEmpty, dataset.featureNames.count <= 12 {
      text += "\nfeatures: \(dataset.featureNames.joined(separator: ", "))"
    }
    return text
  }

  var memberNames: [String] {
    ["features", "targets", "x", "y", "count", "classNames", "featureNames", "name"]
  }

  func member(_ name: String) -> Value? {
    func list(_ names: [String]) -> Value { .array(names.map(Value.string)) }
    return switch name {
    case "features", "x": .tensor(dataset.features)
    case "targets", "y": .tensor(dataset.targets)
    case "count": .int(dataset.count)
    case "classNames": dataset.classNames.map(list) ?? .null
    case "featureNames": list(dataset.featureNames)
    case "name": .string(dataset.name)
    default: nil
    }
  }

  func isEqual(to other: any LibraryValue) -> Bool? {
    guard let other = (other as? DatasetValue)?.dataset else { return false }
    return dataset.features == other.features && dataset.targets == other.targets
  }
}
