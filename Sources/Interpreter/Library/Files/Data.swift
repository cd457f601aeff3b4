import Engine

extension Library {
  /// Data sets: bundled, generated, read from files, made from tensors.
  static var data: [LibraryFunction] {
    [
      LibraryFunction(
        "digits", "1797 handwritten digits of 8×8 pixels with values 0 to 16, in ten classes.", [],
        example: "digits()", reference: "Alpaydin and Kaynak 1998, UCI repository",
        shape: .data("digits", rows: 1797, features: 64, classes: 10)
      ) { _ in .object(DatasetValue(dataset: try Engine.digits())) },
      LibraryFunction(
        "iris", "150 irises of three species, with the length and width of sepals and petals in centimetres.",
        [],
        example: "iris()", reference: "Fisher 1936", shape: .data("iris", rows: 150, features: 4, classes: 3)
      ) { _ in .object(DatasetValue(dataset: try Engine.iris())) },
      LibraryFunction(
        "penguins",
        "342 penguins of three species: bill length, bill depth, flipper length (mm), body mass (g). With `categorical` the 333 of known sex, and two more features: the numbers of island and sex.",
        [.optional("categorical", .boolean, .boolean(false))],
        example: "penguins(categorical: true)", reference: "Gorman, Williams and Fraser 2014",
        shape: .penguins
      ) { .object(DatasetValue(dataset: try Engine.penguins(categorical: $0.boolean("categorical")))) },
      LibraryFunction(
        "spirals", "Arms of a spiral in the plane, one for each class, with `n` points on each.",
        [
          .optional("n", .integer, .int(100)), .optional("classes", .integer, .int(3)),
          .optional("turns", .number, .double(0.75)), .optional("noise", .number, .double(0.02)),
          seedParameter,
        ], example: "spirals(50)", shape: .spirals
      ) { call in
        .object(
          DatasetValue(
            dataset: try Engine.spirals(
              call.integer("n"), classes: call.integer("classes"), turns: call.number("turns"),
              noise: call.number("noise"), seed: call.seed())))
      },
      planar("moons", "Two half circles that reach into each other, with `n` points on each.", noise: 0.1) {
        try Engine.moons($0, noise: $1, seed: $2)
      },
      planar(
        "circles", "Two circles around the origin, of radius 1 and 0.5, with `n` points on each.", noise: 0.05
      ) {
        try Engine.circles($0, noise: $1, seed: $2)
      },
      planar(
        "xor", "Points around the corners of a square, `n` in each class; opposite corners belong together.",
        noise: 0.1
      ) {
        try Engine.xor($0, noise: $1, seed: $2)
      },
      LibraryFunction(
        "loadCSV",
        "Reads a data set from a CSV file next to the notebook. The first line names the columns; all but the target are features and must be numbers, or be named as `categorical`: these become the positions of their words in alphabetical order. A target of text makes classes. `dropMissing` leaves rows with a missing value out.",
        [
          .required("path", .string), .required("target", .string), .optional("features", .array, .null),
          .optional("dropMissing", .boolean, .boolean(false)), .optional("classes", .boolean, .null),
          .optional("categorical", .array, .array([])), .optional("separator", .string, .string(",")),
        ], example: "// loadCSV(\"flowers.csv\", target: \"species\")"
      ) { call in
        var options = CSVOptions(dropMissing: try call.boolean("dropMissing"))
        if call.has("features") { options.features = try call.array("features").map(\.text) }
        options.categorical = try call.array("categorical").map(\.text)
        if call.has("classes") { options.isClassification = try call.boolean("classes") }
        let separator = try call.string("separator")
        guard separator.count == 1, let sign = separator.first else {
          throw Fault(
            .invalidValue, "one sign stands between two fields, but `separator` has \(separator.count)",
            help: ["write `separator: \";\"`, or `\"\\t\"` for a tab"]
          ).about("separator", of: call)
        }
        options.separator = sign
        let name = try call.string("path")
        let path = try call.machine.pathOfExisting(name)
        do {
          let dataset = try withoutFollowingLinks {
            try Engine.loadCSV(path, target: call.string("target"), options: options)
          }
          return .object(DatasetValue(dataset: dataset))
        } catch {
          // The file as the cell names it, not where it lies on this machine.
          var fault = Fault(error)
          fault.message = fault.message.replacing("`\(path)`", with: "`\(name)`")
          throw fault
        }
      },
      LibraryFunction(
        "dataset",
        "A data set of rows of features and a target for each. With `classes`, a number of classes or their names, the targets are positions of classes; targets of text are classes anyway.",
        [
          .required("x", .tensor), .required("y", .tensor), .optional("classes", .any, .null),
          .optional("name", .string, .string("data")),
        ],
        example: "dataset([[0, 0], [1, 1]], [0, 1], classes: 2)", shape: .dataset
      ) { try made($0) },
      LibraryFunction(
        "split", "A data set in two parts, shuffled: `test` is the part of the rows that goes to the second.",
        [
          .required("data", .dataset), .optional("test", .number, .double(0.2), in: .between(0, 1)),
          seedParameter,
          .optional("stratified", .boolean, .boolean(false)),
        ],
        example: "split(iris(), test: 0.3).test", shape: .split
      ) { call in
        let parts = try call.dataset("data").split(
          test: call.number("test"), seed: call.seed(), isStratified: call.boolean("stratified"))
        return .tuple(
          TupleValue(
            labels: ["train", "test"],
            values: [.object(DatasetValue(dataset: parts.train)), .object(DatasetValue(dataset: parts.test))])
        )
      },
      LibraryFunction(
        "standardized",
        "The data with each feature shifted and scaled to mean 0 and standard deviation 1; with `like`, as that data set would be.",
        [.required("data", .dataset), .optional("like", .dataset, .null)], example: "standardized(iris())",
        shape: .sameData
      ) { call in
        let scaling = try call.has("like") ? Standardisation(fitting: call.dataset("like")) : nil
        return .object(DatasetValue(dataset: try call.dataset("data").standardized(by: scaling)))
      },
    ]
  }

  private static var seedParameter: LibraryFunction.Parameter { .optional("seed", .integer, .int(0)) }

  private static func planar(
    _ name: String, _ summary: String, noise: Double,
    _ make: @escaping (Int, Double, UInt64) throws -> Dataset
  ) -> LibraryFunction {
    LibraryFunction(
      name, summary,
      [.optional("n", .integer, .int(100)), .optional("noise", .number, .double(noise)), seedParameter],
      example: "\(name)(50)", shape: .data(name, features: 2, classes: 2)
    ) { .object(DatasetValue(dataset: try make($0.integer("n"), $0.number("noise"), $0.seed()))) }
  }

  private static func made(_ call: Call) throws -> Value {
    let features = try call.tensor("x")
    var names: [String]?
    if call.has("classes") {
      if case .int(let number) = call["classes"] {
        guard (1...100_000).contains(number) else {
          throw Fault(.invalidValue, "a data set has at least one class, but `classes` is \(number)").about(
            "classes", of: call)
        }
        names = (0..<number).map(String.init)
      } else {
        names = try call.array("classes").map(\.text)
      }
    }
    let targets: Tensor
    let labels = try? elements(of: call["y"])
    if let labels, !labels.isEmpty, labels.allSatisfy({ if case .string = $0 { true } else { false } }) {
      let words = labels.map(\.text)
      let known = names ?? Set(words).sorted()
      names = known
      let places = Dictionary(zip(known, known.indices)) { first, _ in first }
      let positions = try words.map { word in
        guard let position = places[word] else {
          throw Fault(
            .invalidValue, "the target \"\(word)\" is not among the classes \(known.joined(separator: ", "))")
        }
        return Double(position)
      }
      targets = Tensor(positions, dtype: features.dtype)
    } else {
      targets = try call.tensor("y", dtype: features.dtype)
    }
    return .object(
      DatasetValue(dataset: try Dataset(features, targets, classNames: names, name: call.string("name"))))
  }
}

extension Call {
  func seed() throws -> UInt64 { UInt64(bitPattern: Int64(try integer("seed"))) }
}
