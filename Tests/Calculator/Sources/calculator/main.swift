import JupyterKernel

do {
  guard let path = CommandLine.arguments.dropFirst().first else {
    throw CellError(name: "Usage", message: "calculator CONNECTION_FILE")
  }
  try Calculator.run(connectionFile: path)
} catch {
  print(error)
}
