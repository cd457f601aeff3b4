extension Library {
  /// Printing, showing, asking, timing.
  static var printing: [LibraryFunction] {
    [
      LibraryFunction(
        "print", "Writes values to the cell's output, with a line break behind them.",
        [
          .variadic("values", .any), .optional("separator", .string, .string(" ")),
          .optional("terminator", .string, .string("\n")),
        ],
        example: "print(\"x =\", 1.5)"
      ) { call in
        var text = try call.machine.joined(call.rest, separator: call.string("separator"))
        try text.lengthen(by: call.string("terminator"))
        call.machine.output?.write(text, to: .standard)
        return .void
      },
      LibraryFunction(
        "printError", "Writes values to the cell's error output.", [.variadic("values", .any)],
        example: "printError(\"look out\")"
      ) { call in
        call.machine.output?.write(try call.machine.joined(call.rest, separator: " ") + "\n", to: .error)
        return .void
      },
      LibraryFunction(
        "display",
        "Shows a value as a cell's result is shown: figures as pictures, tensors as tables. With an `id`, it takes the place of what the cell has shown under it before, as in a loop that plots how far it is.",
        [.required("value", .any), .optional("id", .string, .null)],
        example: "for k in 1...3 { display(k ** 2, id: \"square\") }"
      ) { call in
        try call.machine.show(call["value"], id: call.has("id") ? call.string("id") : nil)
        return .void
      },
      LibraryFunction(
        "clearOutput", "Removes the cell's output so far; with `wait`, when the next output arrives.",
        [.optional("wait", .boolean, .boolean(false))], example: "clearOutput()"
      ) { call in
        call.machine.clearOutput(wait: try call.boolean("wait"))
        return .void
      },
      LibraryFunction(
        "setNextInput",
        "Writes code into the next cell for the reader to change and run, or with `replace` into this one. A script, which has no next cell, goes on.",
        [.required("code", .string), .optional("replace", .boolean, .boolean(false))],
        example: "setNextInput(\"train(mlp(2, 8, 2), on: moons())\")"
      ) { call in
        call.machine.output?.setNextInput(
          try call.string("code"), replacingThisCell: try call.boolean("replace"))
        return .void
      },
      LibraryFunction(
        "input", "Asks for a line of text. That of a `password` is not shown while it is typed.",
        [.optional("prompt", .string, .string("")), .optional("password", .boolean, .boolean(false))],
        example: "// let name = input(\"name? \")"
      ) { call in
        guard let output = call.machine.output else { return .null }
        let (prompt, isPassword) = (try call.string("prompt"), try call.boolean("password"))
        do {
          return .string(
            try call.machine.aside { try output.readLine(prompt: prompt, isPassword: isPassword) })
        } catch {
          throw output.isInterrupted ? Fault.interrupted : error
        }
      },
      LibraryFunction(
        "time", "Runs a function, prints how long it took, and gives its result.",
        [.required("work", .work)], example: "time { (0..<1000).map { $0 ** 2 }.count }"
      ) { call in
        let clock = ContinuousClock()
        let start = clock.now
        let result = try call.callback("work")()
        let seconds = (clock.now - start) / .seconds(1)
        call.machine.output?.write("took \(duration(seconds))\n", to: .standard)
        return result
      },
      LibraryFunction(
        "clock", "Seconds since some moment, to measure how long things take.", [], example: "clock()"
      ) { _ in
        .double((ContinuousClock.now - processStart) / .seconds(1))
      },
      LibraryFunction(
        "seed", "Starts the random numbers afresh: the same seed gives the same numbers on every machine.",
        [.required("seed", .integer)], example: "seed(1)"
      ) { call in
        call.machine.generator = .init(seed: UInt64(bitPattern: Int64(try call.integer("seed"))))
        return .void
      },
    ]
  }
}

/// The moment from which `clock()` counts.
private let processStart = ContinuousClock.now

/// Seconds in the unit that suits them: "1.24 s", "35.0 ms", "12.5 µs", "2 min 5 s", "31.2 days".
func duration(_ seconds: Double) -> String {
  switch seconds {
  case 86_400...: formatted(seconds / 86_400, "%.1f days")
  case 60...: "\(Int(seconds) / 60) min \(Int(seconds) % 60) s"
  case 1...: formatted(seconds, "%.2f s")
  case 1e-3...: formatted(seconds * 1e3, "%.1f ms")
  default: formatted(seconds * 1e6, "%.1f µs")
  }
}
