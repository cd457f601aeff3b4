extension Figure {
  /// The figure as a Vega-Lite specification (version 5): to zoom and drag with the mouse, with values under it.
  ///
  /// It has the size, the ends of the axes, the colours and the legend of the figure itself, on the same white ground
  /// in light and dark front ends.
  ///
  /// - Throws: ``FigureError/notInteractive(mark:)`` for marks other than lines, points, bars, bands, rules and notes.
  public func vegaLite() throws(FigureError) -> String {
    let composition = Composition(self)
    let channels = VegaChannels(self, composition)
    var layers: [JSONText] = []
    for (mark, colour) in composition.marks {
      layers += try VegaLayers(mark, Palette.colour(colour), channels).layers
    }
    if !layers.isEmpty {
      // Zooming belongs to one layer and moves all. An axis of names stays where it is.
      let moving: JSONText = composition.hasOwnTicks ? ["y"] : ["x", "y"]
      layers[0] = layers[0].adding([
        (
          "params",
          [
            [
              "name": "view", "bind": "scales",
              "select": .object([("type", "interval"), ("encodings", moving)]),
            ]
          ]
        )
      ])
    }
    return JSONText.object(
      [
        ("$schema", "https://vega.github.io/schema/vega-lite/v5.json"),
        ("title", .string(PlainText.line(title))),
        ("description", .string(spokenDescription)),
        ("width", .number(Double(pixels.width))), ("height", .number(Double(pixels.height))),
        ("autosize", ["type": "fit", "contains": "padding"]),
        ("layer", .array(layers)),
        ("config", VegaChannels.look),
      ] + (channels.names.isEmpty ? [] : [("params", .array(channels.names))])
    ).text
  }
}
