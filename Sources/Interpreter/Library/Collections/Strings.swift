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
