import Testing

@testable import Interpreter

@Suite struct DiagnosticsTests {
  @Test func explore() {
    let notebook = Notebook()
    for cell in [
      "gradient(of: { w, b in (2 * w + b) ** 2 }, at: [1, 3])",
      "valueAndGradient(of: { w, b in sum(w @ b) }, at: [ones(2, 3), ones(3, 2)])",
      "valueAndGradient(of: { a, b in a * b }, at: [2, 3])",
      "jacobian(of: { x in [x[0] * x[1], sin(x[0])] }, at: [1, 2])",
      "jacobian(of: { x in x ** 3 }, at: 2)",
      "hessian(of: { x in x[0] ** 2 * x[1] }, at: [3, 2])",
      "hessian(of: { x in x ** 3 }, at: 2)",
      "gradient(of: { a, b in a * b }, at: 2)",
      "gradient(of: { a, b in a * b }, at: [2, 3, 4])",
      "hessian(of: { a, b in a * b }, at: [2, 3])",
      "jacobian(of: { x in \"a\" }, at: 2)",
      "gradient(of: { x in \n var y = x\n for i in 0..<3 { if y > 1 { y = y * x } else { y = y + x } }\n return y }, at: 1.5)",
      "let net = mlp(4, 16, 16, 3, activation: tanh)",
      "gradientFlow(net, on: iris())",
      "activations(net, on: iris())",
      "jacobianSpectrum(net, at: [1, 2, 3, 4])",
      "lipschitz(net, on: iris())",
      "lipschitz(net)",
      "varianceFlow(64, activation: tanh, depth: 6, sigmaW: 1)",
      "parameterGradients(net, on: iris())",
      "gradientFlow(net, on: iris()).layers[0].norm",
    ] { print("»", cell, "\n", notebook.value(cell), "\n") }
  }
}
