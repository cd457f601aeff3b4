/// The part of JSON that headers of array files are written in: strings, integers from 0 up, lists, objects.
///
/// Strict: any other value, a name that occurs twice in an object, text that is not UTF-8, or anything behind
/// the value is an error.
enum HeaderJSON: Equatable {
  case string(String)
  case integer(Int)
  case list([HeaderJSON])
  /// The members in the order in which they are written.
  case object([Member])

  struct Member: Equatable {
    let name: String
    let value: HeaderJSON
  }

  /// Reads a text. Throws a `HeaderJSON.Problem` when it is not such a value.
  init(_ bytes: ArraySlice<UInt8>) throws {
    var reader = HeaderJSONReader(bytes)
    self = try reader.value(depth: 0)
    try reader.finish()
  }

  /// The value of an object's member.
  subscript(name: String) -> HeaderJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The integers of a list that holds nothing else.
  var integers: [Int]? {
    guard case .list(let values) = self else { return nil }
    let integers = values.compactMap { if case .integer(let value) = $0 { value } else { nil } }
    return integers.count == values.count ? integers : nil
  }

  /// Why a text cannot be read, and after how many bytes.
  struct Problem: Error, Equatable {
    let what: String
    let position: Int
  }

  /// A string as JSON writes it, in quotes.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
