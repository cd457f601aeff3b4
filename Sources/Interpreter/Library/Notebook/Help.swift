import Language

extension Library {
  /// What the language says of itself.
  static var help: [LibraryFunction] {
    [
      LibraryFunction(
        "help",
        "What a function takes, with an example and the paper that defines it; of other values, what they are and which members they have; of a word or sign in quotes, such as `help(\"for\")`, what it means. `?name` says the same, `??name` shows the text of a function of the notebook too.",
        [.optional("of", .any, .string(""))], example: "help(linspace)"
      ) { call in .object(try HelpValue(call["of"], call.machine)) },
      LibraryFunction(
        "explain",
        "What the code of a problem means, with a wrong example, the right one, and why it is so. Without a code, a list of all.",
        [.optional("code", .string, .string(""))], example: "explain(\"E041\")"
      ) { call in
        let code = try call.string("code")
        if code.isEmpty { return .object(CodeList()) }
        guard let page = CodePage.page(code) else {
          throw Fault(
            .invalidValue, "there is no code \"\(code)\"",
            help: ["a code is a letter and three digits, such as \"E041\"; `explain()` lists them"])
        }
        return .object(page)
      },
    ]
  }
}

/// What `help` shows: a page about a value.
struct HelpValue: LibraryValue {
  static let kind = "a help page"
  private let page: Display

  /// The page of a value, or of what a text names; without either, where to begin.
  init(_ value: Value, _ machine: Machine) throws {
    guard case .string(let name) = value else {
      page = Inspection(machine).display(of: nil, value, isDetailed: false)
      return
    }
    if let word = WordPage.page(name) {
      page = word.page.display
    } else if let named = Inspection(machine).display(ofPath: name.split(separator: ".").map(String.init)) {
      page = named
    } else {
      throw Fault.unknownName(name, among: machine.globals.names.map(\.text), in: machine.library)
    }
  }

  var text: String { page.text }

  func display(isCancelled: @escaping @Sendable () -> Bool) -> Display { page }
}

extension Page {
  static let overview = Page([
    .paragraph(
      "A cell is checked, then run; the value of its last line is shown. Numbers, texts, arrays, functions and closures are written as in Swift, tensors behave as in NumPy, and networks as in PyTorch:"
    ),
    .code(
      "let net = mlp(2, 16, 16, 3)\ntrain(net, on: spirals(), epochs: 50)\ndecisionBoundary(net, on: spirals())"
    ),
    .terms([
      ("help(train)", "what a function takes, with an example; also ?train"),
      ("?for, ?@", "what a word or sign of the language means; also help(\"for\")"),
      ("??f", "the text of a function of the notebook"),
      ("explain(\"E041\")", "what the code of a problem means"),
      ("Tab, Shift-Tab", "what could stand here, and what it is"),
    ]),
  ])
}
