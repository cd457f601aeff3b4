do { try Calculator.run(connectionFile: CommandLine.arguments.last ?? "") } catch {
  print(error)
}
