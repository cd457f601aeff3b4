import Figures

extension Library {
  /// What goes on figures and what figures go into.
  static var composition: [LibraryFunction] {
    [
      LibraryFunction(
        "note", "A few words at a place, to be laid on a figure with `+`.",
        [.required("text", .string), .required("x", .number), .required("y", .number)] + appearance,
        example: "plot(sin, on: 0...3) + note(\"maximum\", 1.57, 1)"
      ) { call in
        let place = Point(try call.number("x"), try call.number("y"))
        return .object(
          FigureValue(figure: try Figure(marks: [Note(call.string("text"), at: place)]).styled(call)))
      },
      LibraryFunction(
        "rule", "A straight line across a figure, at an `x` or a `y`, to be laid on it with `+`.",
        [
          .optional("x", .number, .null), .optional("y", .number, .null),
          .optional("name", .string, .string("")), .optional("dashed", .boolean, .boolean(true)),
        ] + appearance, example: "plot(sin, on: 0...6) + rule(y: 0)"
      ) { call in
        let (name, dashed) = (try call.string("name"), try call.boolean("dashed"))
        let rule =
          switch (call.has("x"), call.has("y")) {
          case (true, false): Rule(x: try call.number("x"), name: name, dashed: dashed)
          case (false, true): Rule(y: try call.number("y"), name: name, dashed: dashed)
          default:
            throw Fault(
              .argumentMismatch, "`rule` takes either an `x` or a `y`",
              help: ["write `rule(x: 0)` for an upright line, `rule(y: 0)` for a level one"])
          }
        return .object(FigureValue(figure: try Figure(marks: [rule]).styled(call)))
      },
      LibraryFunction(
        "panels", "Several figures side by side, `columns` in a row.",
        [
          .required("figures", .array), .optional("columns", .integer, .int(2)),
          .optional("title", .string, .string("")),
        ], example: "panels([plot(sin, on: 0...6), plot(cos, on: 0...6)])"
      ) { call in
        let figures = try call.array("figures").map { value in
          guard let figure = try value.plotted?.figure() else {
            throw Fault(.typeMismatch, "`panels` takes figures, but one is \(value.kind)").about(
              "figures", of: call)
          }
          return figure
        }
        guard (1...36).contains(figures.count) else {
          throw Fault(.invalidValue, "`panels` takes 1 to 36 figures, but there are \(figures.count)").about(
            "figures", of: call)
        }
        return .object(
          PanelsValue(
            panels: FigureGrid(
              title: try call.string("title"), figures: figures,
              columns: try call.integer("columns", in: 1...6))))
      },
      LibraryFunction(
        "interactive",
        "A figure of lines, points, bars, bands, rules and notes as a chart to zoom, drag and point at, in front ends that draw Vega-Lite (JupyterLab does).",
        [.required("figure", .figure)], example: "interactive(plot(sin, on: 0...6.28))",
        reference: "Satyanarayan, Moritz, Wongsuphasawat and Heer 2017, IEEE TVCG 23:341"
      ) { call in
        guard let figure = try call["figure"].plotted?.figure() else {
          throw call.mismatch("figure", "a figure")
        }
        return .object(try InteractiveValue(figure))
      },
    ]
  }
}
