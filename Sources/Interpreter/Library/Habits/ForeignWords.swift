/// What users of PyTorch, Keras and scikit-learn write, and what to write here.
enum ForeignWords {
  /// Labels, with the names of parameters that mean the same: that which the function has is proposed.
  private static let labels: [String: [String]] = [
    "batch_size": ["batch"], "n_epochs": ["epochs"], "num_epochs": ["epochs"], "max_iter": ["epochs"],
    "validation_data": ["validation"], "val_data": ["validation"], "criterion": ["loss"], "loss_fn": ["loss"],
    "opt": ["optimizer"], "solver": ["optimizer"], "data": ["on"],
    "dataset": ["on"], "scheduler": ["schedule"], "lr_scheduler": ["schedule"], "verbose": ["progress"],
    "early_stopping": ["earlyStopping"], "patience": ["earlyStopping"], "random_state": ["seed"],
    "in_features": ["inputs"], "out_features": ["outputs"], "input_dim": ["inputs"], "units": ["outputs"],
    "in": ["inputs"], "out": ["outputs"],
    "kernel_initializer": ["init"], "initializer": ["init"], "nonlinearity": ["activation"],
    "act": ["activation"], "dim": ["axis"], "keepdim": ["keepDims"], "keepdims": ["keepDims"],
    "rate": ["p"], "prob": ["p"], "epsilon": ["eps"], "learning_rate": ["learningRate"],
    "eta": ["learningRate"],
    "n": ["count"], "num": ["count"], "max_norm": ["clip"], "clipnorm": ["clip"],
    "test_size": ["test"], "end": ["terminator"], "sep": ["separator"], "label": ["name"],
    "specifier": ["decimals"], "precision": ["decimals"], "places": ["decimals"], "significant": ["digits"],
    "linestyle": ["dashed"], "marker": ["points"],
  ]

  /// Labels that nothing here corresponds to, or not by itself.
  private static let advice: [String: String] = [
    "decimals": Advice.decimals,
    "ndigits": Advice.decimals,
    "betas": "the two have names: `beta1: 0.9, beta2: 0.999`",
    "beta_1": "write `beta1:`", "beta_2": "write `beta2:`",
    "device": "leave it out: everything runs on the processor",
    "inplace": "leave it out: a function gives a new value and changes none",
    "requires_grad": "leave it out: `gradient(of: f, at: x)` knows what to follow",
    "requiresGrad": "leave it out: `gradient(of: f, at: x)` knows what to follow",
    "input_shape": "leave it out: the first layer's inputs say it",
    "metrics": "leave it out: the history has the accuracy where there are classes",
    "callbacks": "there are `schedule:`, `earlyStopping:` and `gradientFlowEvery:`",
    "params": "leave it out: `train(net, on: data, optimizer: Adam())` brings network and optimiser together",
    "num_workers": "leave it out",
    "color": "leave it out: colours are given in the order of the lines",
    "colour": "leave it out: colours are given in the order of the lines",
    "figsize": "write `width:` and `height:`, in pixels",
    "dropout": "dropout is a layer of its own: `Linear(2, 16) >> Dropout(0.5) >> …`",
    "train_size": "write `test:`, the part that is kept for the test",
    "shape": "lengths have no label: `zeros(2, 3)`", "layers": "widths have no label: `mlp(2, 16, 1)`",
    "hidden": "widths have no label: `mlp(2, 16, 1)`", "sizes": "widths have no label: `mlp(2, 16, 1)`",
  ]

  /// Labels of numbers drawn at random, for functions that draw the notebook's.
  private static let seeds: Set = ["seed", "random_state", "generator", "key"]

  /// What to write in the place of a label that a function does not have; nil where nothing is known of it.
  static func advice(forLabel label: String, of function: LibraryFunction) -> String? {
    let names = function.parameters.lazy.filter { !$0.isVariadic }.map(\.name)
    if let name = (labels[label] ?? []).first(where: { names.contains($0) }) { return "write `\(name):`" }
    let word = label.lowercased().filter { $0 != "_" }
    if ["lr", "learningrate", "learnrate", "eta"].contains(word), names.contains("optimizer") {
      return Advice.learningRate
    }
    if function.name == "scatter", ["labels", "c", "classes", "hue"].contains(label) {
      return "a data set has its points' classes: `scatter(dataset(x, y, classes: 2))`"
    }
    if seeds.contains(label) { return "call `seed(1)` on a line before it" }
    if ["from", "to", "xlim", "domain"].contains(label), names.contains("on") {
      return "the range has one label: `on: 0...1`"
    }
    if ["x", "y", "X"].contains(label), names.contains("on") {
      return "features and targets make one data set: `on: dataset(x, y)`"
    }
    return advice[label]
  }

  /// What to do about an argument that a call gives twice, once without its label.
  static func advice(forRepeated label: String, of function: LibraryFunction) -> String? {
    if function.name == "plot", label == "on" {
      return "functions stand in a list or dictionary: `plot([\"sin\": sin, \"cos\": cos], on: 0...6)`"
    }
    // Optimisers of PyTorch take the parameters first.
    guard ["lr", "learningRate"].contains(label), function.parameters.first?.isCalled(label) == true else {
      return nil
    }
    return
      "leave the parameters out: `train(net, on: data, optimizer: \(function.name)())` brings both together"
  }

  /// The names of the library that words in quotes stand for in other libraries, in lower case without `_`.
  private static let names: [ValueType: [String: String]] = [
    .initialiser: [
      "henormal": "he", "kaiming": "he", "kaimingnormal": "he", "kaiminguniform": "heUniform",
      "glorot": "xavier", "glorotuniform": "xavier", "xavieruniform": "xavier",
      "glorotnormal": "xavierNormal",
      "lecunnormal": "lecun", "randomnormal": "normal(std: 0.05)", "randomuniform": "uniform(-0.05, 0.05)",
    ],
    .optimiser: ["sgd": "SGD()", "adam": "Adam()", "adamw": "AdamW()", "rmsprop": "RMSprop()"],
    .loss: [
      "meansquarederror": "mse", "l2": "mse", "mae": "l1", "meanabsoluteerror": "l1",
      "categoricalcrossentropy": "crossEntropy", "sparsecategoricalcrossentropy": "crossEntropy",
      "crossentropyloss": "crossEntropy", "nllloss": "crossEntropy", "binarycrossentropy": "bceWithLogits",
      "bce": "bceWithLogits", "bcewithlogitsloss": "bceWithLogits",
    ],
  ]

  /// The names that a parameter of some type may be given without quotes.
  private static let own: [ValueType: [String]] = [
    .initialiser: [
      "he", "heUniform", "xavier", "xavierNormal", "lecun", "lecunUniform", "orthogonal", "zeros", "ones",
      "identity", "normal", "uniform",
    ],
    .loss: ["mse", "l1", "crossEntropy", "bceWithLogits", "huber"], .dtype: ["float32", "float64"],
    .optimiser: ["Adagrad()", "LBFGS()"],
  ]

  /// What to write instead of a text, where a value of some type is expected.
  static func advice(forText text: String, as type: ValueType) -> String? {
    func plain(_ word: String) -> String {
      word.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    if let name = names[type]?[plain(text)] ?? own[type]?.first(where: { plain($0) == plain(text) }) {
      return "write `\(name)`, without quotes"
    }
    guard [.number, .integer].contains(type), Double(text) != nil else { return nil }
    return "write `\(text)`, without quotes"
  }
}
