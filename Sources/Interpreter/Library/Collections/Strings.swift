extension Library {
  // MARK: Strings

  static var stringProperties: [Property] {
    [
      Property("count", "How many characters there are.") { .int($0.text.count) },
      Property("isEmpty", "Whether there are no characters.") { .boolean($0.text.isEmpty) },
    ]
  }

  static var stringMethods: [Method] {
    [
      Method("uppercased", "The text in capital letters.", example: "\"relu\".uppercased()") { value, _ in
        .string(value.text.uppercased())
      },
      Method("lowercased", "The text in small letters.", example: "\"ReLU\".lowercased()") { value, _ in
        .string(value.text.lowercased())
      },
      Method(
        "split", "The parts between separators.", [.optional("separator", .string, .string(" "))],
        example: "\"a,b\".split(separator: \",\")"
      ) { value, call in
        let separator = try call.string("separator")
        guard !separator.isEmpty else { return .array(value.text.map { .string(String($0)) }) }
        return .array(
          value.text.split(separator: separator, omittingEmptySubsequences: false).map { .string(String($0)) }
        )
      },
      Method(
        "contains", "Whether a text occurs in this one.", [.required("text", .string)],
        example: "\"relu\".contains(\"el\")"
      ) { value, call in
        .boolean(value.text.contains(try call.string("text")))
      },
      Method(
        "hasPrefix", "Whether the text begins with another.", [.required("text", .string)],
        example: "\"relu\".hasPrefix(\"re\")"
      ) { value, call in
        .boolean(value.text.hasPrefix(try call.string("text")))
      },
      Method(
        "hasSuffix", "Whether the text ends with another.", [.required("text", .string)],
        example: "\"net.csv\".hasSuffix(\".csv\")"
      ) { value, call in
        .boolean(value.text.hasSuffix(try call.string("text")))
      },
      Method(
        "replacing", "The text with another in place of each occurrence of a part.",
        [.required("part", .string), .required("with", .string)],
        example: "\"a, b\".replacing(\", \", with: \" + \")"
      ) { value, call in
        let (text, part, other) = (value.text, try call.string("part"), try call.string("with"))
        guard !part.isEmpty else {
          throw Fault(.invalidValue, "the part to replace is empty").about("part", of: call)
        }
        let pieces = text.split(separator: part, omittingEmptySubsequences: false)
        var result = String(pieces[0])
        for piece in pieces.dropFirst() {
          try result.lengthen(by: other)
          try result.lengthen(by: String(piece))
        }
        return .string(result)
      },
      Method("trimmed", "The text without white space around it.", example: "\"  relu \".trimmed()") {
        value, _ in
        .string(value.text.trimmed)
      },
      Method(
        "padded",
        "The text, filled up with spaces to a width: on the right, or on the left if `left` is true.",
        [.required("width", .integer), .optional("left", .boolean, .boolean(false))],
        example: "\"7\".padded(3, left: true)"
      ) { value, call in
        let width = try call.integer("width", in: 0...10_000)
        return .string(value.text.padded(width, left: try call.boolean("left")))
      },
    ]
  }
}

extension String {
  /// The text without white space around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
