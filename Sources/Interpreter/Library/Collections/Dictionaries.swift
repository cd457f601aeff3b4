import OrderedCollections

extension Library {
  static var dictionaryProperties: [Property] {
    [
      property("count", "How many entries there are.") { .int($0.count) },
      property("isEmpty", "Whether there are no entries.") { .boolean($0.isEmpty) },
      property("keys", "The keys, in the order in which they were added.") { .array(Array($0.keys)) },
      property("values", "The values, in the order in which they were added.") { .array(Array($0.values)) },
    ]
  }

  private static func property(
    _ name: String, _ summary: String, _ get: @escaping (OrderedDictionary<Value, Value>) -> Value
  ) -> Property {
    Property(name, summary) { value in
      if case .dictionary(let dictionary) = value { get(dictionary) } else { .null }
    }
  }

  private static func entries(of value: Value) -> OrderedDictionary<Value, Value> {
    if case .dictionary(let entries) = value { entries } else { [:] }
  }

  static var dictionaryMethods: [Method] {
    [
      Method(
        "contains", "Whether there is an entry under a key.", [.required("key", .any)],
        example: "[\"a\": 1].contains(\"a\")"
      ) { .boolean(entries(of: $0).keys.contains($1["key"])) },
      Method(
        "map", "The results of a function for each entry, which is a pair of `key` and `value`.",
        [.required("transform", .functionOfOne)],
        example: "[\"a\": 1, \"b\": 2].map { key, value in value * 10 }", body: mapped),
      Method(
        "mapValues", "A dictionary with the same keys, and the results of a function for each value.",
        [.required("transform", .functionOfOne)], example: "[\"a\": 1, \"b\": 2].mapValues { $0 * 10 }"
      ) { value, call in
        let transform = try call.callback("transform")
        return .dictionary(try entries(of: value).mapValues { try transform($0) })
      },
      Method(
        "filter", "A dictionary of the entries for which a condition holds.",
        [.required("isIncluded", .functionOfOne)],
        example: "[\"a\": 1, \"b\": 2].filter { key, value in value > 1 }"
      ) { value, call in
        let isIncluded = try call.callback("isIncluded")
        let pairs = try zip(entries(of: value), elements(of: value)).filter { try flag(isIncluded($1)) }
        return .dictionary(OrderedDictionary(uniqueKeysWithValues: pairs.map { ($0.0.key, $0.0.value) }))
      },
      Method(
        "forEach", "Calls a function with each entry, which is a pair of `key` and `value`.",
        [.required("body", .functionOfOne)],
        example: "[\"a\": 1].forEach { key, value in print(key, value) }", body: visited),
      Method(
        "sorted",
        "The entries as a list of pairs, in the order of their keys. `by` is a function of an entry whose values are compared instead, or one of two entries that says whether the first comes before the second.",
        [.optional("by", .function, .null)],
        example: "[\"b\": 1, \"a\": 2].sorted()"
      ) { value, call in
        let pairs = try elements(of: value)
        if call.has("by") { return .array(try sorted(pairs, call)) }
        return .array(try sorted(pairs, keys: Array(entries(of: value).keys), call.machine.frame))
      },
      Method(
        mutating: "remove", "Takes a key's entry away and gives its value; nil if there is none.",
        [.required("key", .any)], example: "var d = [\"a\": 1]; d.remove(\"a\")"
      ) { receiver, call in
        guard case .dictionary = receiver else { throw Fault.receiverChanged }
        var dictionary = receiver.takeEntries()
        let removed = dictionary.removeValue(forKey: call["key"])
        receiver = .dictionary(dictionary)
        return removed ?? .null
      },
    ]
  }
}
