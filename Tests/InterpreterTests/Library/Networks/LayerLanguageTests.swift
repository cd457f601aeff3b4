import Testing

@testable import Interpreter

/// Layers and options by the names that PyTorch's users know.
@Suite struct LayerLanguageTests {
  private let notebook = Notebook()

  @Test(
    "every activation is a layer and a function, and both give the same",
    arguments: [
      ("ReLU()", "relu", "2.0"), ("LeakyReLU()", "leakyRelu", "2.0"), ("ELU()", "elu", "2.0"),
      ("GELU()", "gelu", "1.954"), ("SiLU()", "silu", "1.761"), ("Softplus()", "softplus", "2.126"),
      ("Tanh()", "tanh", "0.964"), ("HardTanh()", "hardTanh", "1.0"), ("Sigmoid()", "sigmoid", "0.880"),
      ("HardSigmoid()", "hardSigmoid", "0.8333"),
    ])
  func activations(_ layer: String, _ function: String, _ atTwo: String) throws {
    try notebook.run(all: "let x = tensor([-4, -1, -0.3, 0, 0.5, 2, 5], dtype: float64)")
    #expect(notebook.value("allClose(\(layer)(x), \(function)(x), rtol: 1e-12, atol: 0)") == "true")
    #expect(notebook.value("abs(\(function)(-1) - \(function)(x)[1].item()) < 1e-12") == "true")
    #expect(notebook.value("\(function)(2.0)").hasPrefix(atTwo))
    #expect(notebook.value("mlp(2, 3, 1, activation: \(function)).layers[1] == \(layer)") == "true")
  }

  @Test("activations take their settings, and say which they do not")
  func settings() {
    #expect(notebook.value("ELU(alpha: 0.5)(tensor([-100, 2]))").hasPrefix("[-0.5000  2.0000]"))
    #expect(notebook.value("elu(-100, alpha: 0.5)") == "-0.5")
    #expect(notebook.value("GELU(approximate: \"tanh\")") == "GELU(approximate: \"tanh\")")
    #expect(
      notebook.value("max(abs(GELU(approximate: \"tanh\")(tensor([1.0])) - gelu(tensor([1.0])))) > 1e-5")
        == "true")
    #expect(
      notebook.message("GELU(approximate: \"sigmoid\")")
        == "`approximate` of `GELU` is \"none\" or \"tanh\", but it is \"sigmoid\"")
    #expect(notebook.value("Concat(Linear(2, 3), Identity())([[1, 2]]).shape") == "[1, 5]")
  }

  @Test("weights begin as zeros or ones by these names")
  func constants() {
    #expect(notebook.value("Linear(2, 2, init: zeros).weight").hasPrefix("[[0 0]"))
    #expect(notebook.value("Linear(2, 2, init: ones).weight").hasPrefix("[[1 1]"))
    #expect(
      notebook.value("mlp(2, 3, 1, init: constant(0.5)).layers[0].weight").hasPrefix("[[0.5000 0.5000]"))
  }

  @Test(
    "options may be named as in PyTorch",
    arguments: [
      ("Adam(lr: 0.01, weight_decay: 0.1)", "Adam(0.01, weightDecay: 0.1)"),
      ("SGD(lr: 0.2)", "SGD(learningRate: 0.2)"), ("LBFGS(max_iter: 3)", "LBFGS(maxIter: 3)"),
      ("Adagrad(lr_decay: 0.1)", "Adagrad(lrDecay: 0.1)"), ("StepLR(stepSize: 3)", "StepLR(step_size: 3)"),
      ("crossEntropyLoss(label_smoothing: 0.1)", "crossEntropyLoss(labelSmoothing: 0.1)"),
      ("LeakyReLU(negative_slope: 0.2)", "LeakyReLU(0.2)"), ("Softmax(dim: 0)", "Softmax(axis: 0)"),
      ("BatchNorm1d(num_features: 3)", "BatchNorm1d(3)"), ("LayerNorm(normalized_shape: 3)", "LayerNorm(3)"),
      ("Embedding(num_embeddings: 3, embedding_dim: 2)", "Embedding(3, 2)"),
    ])
  func names(_ theirs: String, _ ours: String) {
    let found = notebook.value(theirs)
    #expect(found == notebook.value(ours) && !found.hasPrefix("E0"), "\(found)")
  }

  @Test("an option by both of its names is given twice, and a misspelt one is corrected")
  func twice() {
    #expect(notebook.message("Adam(0.1, lr: 0.2)") == "`Adam` is given `lr` twice")
    #expect(notebook.failure("Adam(weigth_decay: 0.2)").contains("did you mean `weightDecay:`?"))
    #expect(notebook.failure("SGD(0.1, momentun: 0.9)").contains("did you mean `momentum:`?"))
  }

  @Test("the weight of a spectralNorm layer is the one it multiplies by, its bias that of the layer in it")
  func spectralNorm() throws {
    try notebook.run(
      all: "let inner = Linear(3, 2)", "let layer = spectralNorm(inner)", "let x = randn(4, 3)")
    #expect(notebook.value("allClose(layer(x), x @ layer.weight.T + layer.bias)") == "true")
    #expect(notebook.value("all(layer.bias == inner.bias)") == "true")
    #expect(notebook.value("abs(jacobianSpectrum(layer, at: [0, 0, 0]).largest - 1) < 1e-3") == "true")
    #expect(notebook.value("lipschitz(spectralNorm(Linear(2, 3)) >> ReLU() >> layer).samples") == "100")
    #expect(notebook.failure("spectralNorm(Linear(2, 2, bias: false)).bias").contains("bias"))
  }

  @Test("a chain within Sequential keeps its place in the names, and the layers must fit each other")
  func nesting() throws {
    try notebook.run(
      all: "let block = Linear(2, 3) >> ReLU()", "let net = Sequential(block, Linear(3, 1))",
      "let flat = block >> Linear(3, 1)")
    #expect(notebook.value("net.parameters[\"0.0.weight\"].shape") == "[3, 2]")
    #expect(notebook.value("net.parameters[\"1.bias\"].shape") == "[1]")
    #expect(notebook.value("flat.parameters[\"2.bias\"].shape") == "[1]")
    #expect(notebook.value("(net.layers.count, Sequential().layers.count)") == "(3, 0)")
    #expect(
      notebook.failure("loadStateDict(flat, net.parameters)").contains("`Sequential(Sequential(…), …)`"))
    #expect(
      notebook.message("Sequential(block, ReLU(), Linear(4, 1))")
        == "`Linear(4, 1)` takes 4 features, but `Linear(2, 3)` before it gives 3")
  }
}
