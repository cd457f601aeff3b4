import Language

/// Names and members of PyTorch, NumPy, Keras and Python, and what to write here instead.
enum ForeignNames {
  /// Modules, whose functions stand here without a module before them.
  static let modules: Set = [
    "torch", "nn", "F", "optim", "np", "numpy", "jnp", "jax", "tf", "tensorflow", "keras", "layers", "plt",
    "math", "sklearn", "pd", "random", "functional", "linalg", "init", "utils",
  ]

  /// What to write in the place of a name that nothing here has; nil where nothing is known of it.
  /// - Parameter member: what follows the name and a dot.
  static func advice(for name: String, before member: String?, in library: Library) -> String? {
    if shellCommands.contains(name) { return Parser.noShell }
    if let member, modules.contains(name) {
      if let known = names[member] { return known }
      let own = library.value(member) == nil ? suggestion(for: member, among: library.names) : member
      return own.map { "functions have no module before them: write `\($0)`" }
        ?? "functions have no module before them"
    }
    return names[name]
  }

  /// What notebooks of Python write behind `!`.
  private static let shellCommands: Set = [
    "ls", "pwd", "cd", "cat", "pip", "pip3", "conda", "git", "wget", "curl",
  ]

  private static let noSuchLayer =
    "the layers here are for vectors and sequences of numbers: `Linear`, `Embedding`, `BatchNorm1d`, `LayerNorm`, `Dropout`, `Residual`, `Parallel`, `Flatten`"

  private static let noSolver = "there is no linear algebra here but products of matrices, as in `x.T @ x`"

  static let names: [String: String] = [
    "Dense": "write `Linear(inputs, outputs)`", "Conv2d": noSuchLayer, "Conv1d": noSuchLayer,
    "Conv2D": noSuchLayer, "LSTM": noSuchLayer, "GRU": noSuchLayer, "RNN": noSuchLayer,
    "MaxPool2d": noSuchLayer, "Transformer": noSuchLayer, "MultiheadAttention": noSuchLayer,
    "Module": "a network is a chain of layers: `Linear(2, 16) >> ReLU() >> Linear(16, 1)`",
    "MSELoss": "write `mse`", "L1Loss": "write `l1`", "CrossEntropyLoss": "write `crossEntropy`",
    "NLLLoss": "write `crossEntropy`, which takes the network's outputs as they are",
    "BCELoss": "write `bceWithLogits`, which takes the network's outputs as they are",
    "BCEWithLogitsLoss": "write `bceWithLogits`", "cross_entropy": "write `crossEntropy`",
    "mse_loss": "write `mse`", "kaiming": "write `he`", "glorot": "write `xavier`",
    "kaiming_normal": "write `he`", "kaiming_uniform": "write `heUniform`", "he_normal": "write `he`",
    "he_uniform": "write `heUniform`", "xavier_uniform": "write `xavier`",
    "xavier_normal": "write `xavierNormal`", "glorot_uniform": "write `xavier`",
    "glorot_normal": "write `xavierNormal`", "lecun_normal": "write `lecun`",
    "DataLoader": "batches are made by the training: `train(net, on: data, batch: 32)`",
    "TensorDataset": "write `dataset(x, y)`", "train_test_split": "write `split(data, test: 0.2)`",
    "manual_seed": "write `seed(1)`",
    "no_grad": "leave it out: nothing is followed but in `gradient` and `train`",
    "grad": "write `gradient(of: f, at: x)`", "backward": "write `gradient(of: f, at: x)`",
    "fit": "write `train(net, on: data)`",
    "array": "write `tensor([1, 2])`", "asarray": "write `tensor([1, 2])`", "from_numpy": "write `tensor`",
    "Tensor": "write `tensor([1, 2])`", "FloatTensor": "write `tensor([1, 2])`",
    "dot": "write `a @ b`", "mm": "write `a @ b`", "bmm": "write `a @ b`",
    "cat": "write `concatenate([a, b])`", "hstack": "write `concatenate([a, b], axis: -1)`",
    "vstack": "write `concatenate([a, b])`", "rand_like": "write `rand(x.shape)`",
    "zeros_like": "write `zeros(x.shape)`", "ones_like": "write `ones(x.shape)`",
    "power": "write `x ** 2`", "pow": "write `x ** 2`", "clamp": "write `clip`",
    "log10": "write `log(x) / log(10)`", "log2": "write `log(x) / log(2)`", "ln": "write `log`",
    "absolute": "write `abs`", "subplots": "write `panels([figure, figure])`",
    "show": Advice.shownFigure,
    "range": "write `0..<10`, or `stride(from: 0, to: 10, by: 2)`",
    "enumerate": "write `xs.enumerated()`", "map": "write `xs.map { x in … }`",
    "filter": "write `xs.filter { x in … }`", "reduce": "write `xs.reduce(0) { sum, x in … }`",
    "sorted": "write `xs.sorted()`", "reversed": "write `xs.reversed()`", "list": "write `xs.map { $0 }`",
    "dict": "write `[\"key\": value]`", "str": "write `string(x)`, or `\\(x)` inside of a text",
    "float": "write `double(x)`", "Float": "write `double(x)`", "Double": "write `double(x)`",
    "Array": "write `xs.map { $0 }`", "Set": "a list serves: `xs.contains(x)` asks what is in it",
    "open": "files are read by `load…` and written by `save…`",
    "optimizer": "`train(net, on: data, optimizer: Adam())` takes the steps",
    "boundary": "write `decisionBoundary(net, on: data)`", "bool": "write `x != 0`",
    "tuple": "write `(1, 2)`",
    "sort": "write `xs.sorted()`",
    "argsort": "write `xs.enumerated().sorted { $0.element }.map { $0.offset }`",
    "median": "write `xs.sorted()[xs.count / 2]` where `xs` has an odd number of elements",
    "inv": noSolver, "det": noSolver, "solve": noSolver, "svd": noSolver, "eig": noSolver, "pinv": noSolver,
    "trace": "write `sum(a * eye(n))`", "diag": "write `x * eye(n)`",
    "outer": "write `a.reshape(-1, 1) @ b.reshape(1, -1)`",
    "cov":
      "write `(x - mean(x, axis: 0)).T @ (x - mean(x, axis: 0)) / (x.shape[0] - 1)`",
    "rank": "the number of axes is `x.rank`", "atan2": "write `atan(y / x)` where `x` is positive",
    "randint": "write `floor(rand(5) * 10)` for five integers from 0 to 9",
    "choice": "write `xs[int(rand(1).item() * xs.count)]`",
    "assert": "a claim is written `check condition, \"what is claimed\"`",
    "println": "write `print(x)`", "printf": "write `print(\"x = \\(x)\")`",
    "isinstance": "a cell shows what a value is", "type": "a cell shows what a value is",
    "plt": "write `plot`",
  ]

  /// What to write in the place of a member that a value does not have; nil where nothing is known of it.
  /// - Parameter names: the members that it has.
  static func advice(
    forMember name: String, of kind: String, having names: [String], in library: Library
  ) -> String? {
    if let own = members[name]?.first(where: { names.contains($0) }) { return "write `\(own)`" }
    if kind == "a dictionary" {
      return ofDictionaries[name] ?? "a value is read by its key in brackets: `[\"\(name)\"]`"
    }
    if kind == "a network", let advice = ofNetworks[name] { return advice }
    if kind == "a figure", let advice = ofFigures[name] { return advice }
    return further[name]
  }

  /// What a function of the library's name as a member means; nil for all others.
  static func advice(forMember name: String, of kind: String, asFunctionIn library: Library) -> String? {
    guard case .library(let function)? = library.value(name), let first = function.parameters.first,
      first.defaultValue == nil
    else { return nil }
    if kind == "a function", [.function, .functionOfOne, .functionOfTwo].contains(first.type) {
      return "it is a function here: `\(function.example)`"
    }
    guard [.numeric, .tensor, .numbers, .array, .any].contains(first.type) else { return nil }
    return "it is a function here: write `\(name)(…)` around the value"
  }

  /// What to do instead of an assignment to a member of a value that has none to assign to.
  static func advice(forAssigning member: String) -> String {
    switch member {
    case "weight", "bias", "parameters", "data":
      "weights are set as a whole: `var weights = net.parameters`, change its entries, then `loadStateDict(net, weights)`; a new layer takes them as `Linear(weight: …, bias: …)`"
    case "layers": "a network is put together anew: `Linear(2, 16) >> ReLU() >> Linear(16, 1)`"
    default: "values are changed as a whole: give the name a new value"
    }
  }

  static let members: [String: [String]] = [
    "length": ["count"], "len": ["count"], "size": ["shape", "count"], "ndim": ["rank"], "dim": ["rank"],
    "numel": ["count"], "view": ["reshape"], "transpose": ["T"], "t": ["T"], "permute": ["T"],
    "astype": ["to"], "type": ["to"], "float": ["to"], "double": ["to"], "numpy": ["array"],
    "tolist": ["array"], "push": ["append"], "add": ["append"], "push_back": ["append"],
    "pop": ["removeLast"], "forall": ["forEach"], "each": ["forEach"], "fold": ["reduce"],
    "includes": ["contains"], "index": ["firstIndex"], "indexOf": ["firstIndex"],
    "reverse": ["reversed"], "take": ["prefix"], "upper": ["uppercased"], "lower": ["lowercased"],
    "startswith": ["hasPrefix"], "ljust": ["padded"], "rjust": ["padded"], "join": ["joined"],
    "state_dict": ["parameters"], "weights": ["parameters"], "get_weights": ["parameters"],
    "num_parameters": ["parameterCount"], "count_params": ["parameterCount"], "data": ["features"],
    "X": ["features"], "inputs": ["features"], "labels": ["targets"], "target": ["targets"],
    "target_names": ["classNames"], "classes": ["classNames"], "feature_names": ["featureNames"],
    "accuracy": ["accuracies"], "acc": ["accuracies"], "val_loss": ["validationLosses"],
    "validationLoss": ["validationLosses"], "val_accuracy": ["validationAccuracies"],
    "val_acc": ["validationAccuracies"], "validationAccuracy": ["validationAccuracies"],
    "history": ["losses"],
    "lr": ["learningRates"],
  ]

  /// Members that would not be meant as a dictionary's key.
  private static let ofDictionaries: [String: String] = [
    "get": "write `d[\"key\"] ?? 0`", "setdefault": "write `d[\"key\"] = d[\"key\"] ?? 0`",
    "removeAll": "give it no entries: `d = [:]`", "clear": "give it no entries: `d = [:]`",
    "update": "assign the values one by one: `d[\"key\"] = 1`",
    "append": "assign the value under its key: `d[\"key\"] = 1`",
    "items": "write `for (key, value) in d`, or `d.map { key, value in … }`",
    "enumerated": "write `for (key, value) in d`, or `d.map { key, value in … }`",
    "pop": "write `d.remove(\"key\")`", "removeValue": "write `d.remove(\"key\")`",
    "has_key": "write `d.contains(\"key\")`", "containsKey": "write `d.contains(\"key\")`",
    "reduce": "go through the values: `d.values.reduce(0) { sum, x in sum + x }`",
    "sum": "write `d.values.sum()`", "max": "write `d.values.max()`", "min": "write `d.values.min()`",
    "first": "write `d.keys.first` or `d.values.first`", "last": "write `d.keys.last` or `d.values.last`",
    "joined": "write `d.keys.joined(separator: \", \")`",
    "compactMap": "write `d.filter { key, value in … }`",
  ]

  private static let ofNetworks: [String: String] = [
    "fit": "write `train(net, on: data)`", "train": "write `train(net, on: data)`",
    "forward": "a network is called as it is: `net(x)`", "predict": "write `predict(net, x)`",
    "eval": "leave it out: only `train` drops units and updates running means",
    "summary": "a network shows its layers where it is a cell's last value",
    "compile": "leave it out: `train` takes the loss and the optimiser",
    "evaluate": "write `accuracy(net, on: data)`",
    "zero_grad": "leave it out: gradients are values, not kept",
    "to": "leave it out: everything runs on the processor", "save": "write `save(net, \"net.safetensors\")`",
  ]

  private static let ofFigures: [String: String] = [
    "show": Advice.shownFigure,
    "savefig": "write `save(figure, \"x.svg\")`", "save": "write `save(figure, \"x.svg\")`",
    "title": "a label of the call: `plot([1, 2], title: \"…\")`",
    "xlabel": "a label of the call: `plot([1, 2], xLabel: \"…\")`",
    "ylabel": "a label of the call: `plot([1, 2], yLabel: \"…\")`",
    "legend": "lines with a name have a legend: `plot([1, 2], name: \"…\")`",
    "plot": "figures are laid over each other by `+`", "add": "figures are laid over each other by `+`",
  ]

  private static let further: [String: String] = [
    "removeAll": "give it an empty list: `xs = []`", "clear": "give it an empty list: `xs = []`",
    "extend": "write `xs += [1, 2]`", "removeFirst": "write `xs.remove(at: 0)`",
    "unsqueeze": "write `x.reshape(1, -1)` for a row, `x.reshape(-1, 1)` for a column",
    "squeeze": "write `x.reshape(-1)`", "flatten": "write `x.reshape(-1)`", "ravel": "write `x.reshape(-1)`",
    "backward": "the gradient is a value of its own: `gradient(of: { w in … }, at: w)`",
    "requires_grad": "leave it out: `gradient(of: f, at: x)` knows what to follow",
    "grad": "the gradient is a value of its own: `gradient(of: { w in … }, at: w)`",
    "detach": "leave it out: nothing is followed but in `gradient` and `train`",
    "cuda": "leave it out: everything runs on the processor",
    "cpu": "leave it out: everything runs on the processor", "dot": "write `a @ b`", "mm": "write `a @ b`",
    "format": "a value is put into a text with `\\(…)`, as in \"x = \\(x)\"",
  ]
}
