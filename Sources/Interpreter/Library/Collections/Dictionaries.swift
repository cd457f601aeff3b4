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

  static var dictionaryMethods: [Method] {
    [
      Method(
        mutating: "remove", "Takes a key's entry away and gives its value; nil if there is none.",
        [.required("key", .any)], example: "var d = [\"a\": 1]; d.remove(\"a\")"
      ) { receiver, call in
        guard case .dictionary = receiver else { throw Fault.receiverChanged }
        var dictionary = receiver.takeEntries()
        let removed = dictionary.removeValue(forKey: call["key"])
        receiver = .dictionary(dictionary)
        return removed ?? .null
      }
    ]
  }
}
