import Testing

@testable import Interpreter

@Suite struct ScheduleTests {
  @Test(
    "every schedule shows its name and its curve",
    arguments: [
      "StepLR(step_size: 30)": "StepLR(step_size: 30, gamma: 0.1)",
      "MultiStepLR(milestones: [30, 80])": "MultiStepLR(milestones: [30, 80], gamma: 0.1)",
      "ExponentialLR(gamma: 0.95)": "ExponentialLR(gamma: 0.95)",
      "CosineAnnealingLR(T_max: 50)": "CosineAnnealingLR(T_max: 50, eta_min: 0.0)",
      "CosineAnnealingWarmRestarts(T_0: 10, T_mult: 2)":
        "CosineAnnealingWarmRestarts(T_0: 10, T_mult: 2, eta_min: 0.0)",
      "OneCycleLR(max_lr: 0.1, total_steps: 9)": "OneCycleLR(max_lr: 0.1, total_steps: 9",
      "warmup(5, then: StepLR(7))": "warmup(5, start_factor: 0.3333333333333333, then: StepLR(step_size: 7",
      "perStep(StepLR(7))": "perStep(StepLR(step_size: 7, gamma: 0.1))",
      "StepLR(step_size: 1099511627776)": "StepLR(step_size: 1099511627776",
    ])
  func drawn(_ code: String, _ name: String) throws {
    let notebook = Notebook()
    try notebook.run(all: "let s = \(code)")
    let value = try #require(notebook.session.globals.value(of: "s")?.object(ScheduleValue.self))
    #expect(value.text.hasPrefix(name))
    // As text only: a picture would take a process of its own.
    let drawing = try value.figure().text()
    #expect(drawing.contains("learning rate") && drawing.contains("┤"))
    #expect(drawing.contains(value.schedule.unit.rawValue))
  }

  @Test("a schedule is called with an epoch, and the first learning rate if it is not 1")
  func called() {
    let notebook = Notebook()
    #expect(notebook.value("StepLR(30)(30)") == "0.1")
    #expect(notebook.value("StepLR(30, gamma: 0.5)(60, 0.2)") == "0.05")
    #expect(notebook.value("CosineAnnealingWarmRestarts(T_0: 10, T_mult: 2)(5)") == "0.5")
    #expect(notebook.message("StepLR(3)(-1)").contains("the number of an epoch from 0 up"))
    #expect(notebook.message("warmup(3)(1.5)").contains("the number of a step from 0 up"))
  }

  @Test(
    "a wrong setting is named with what it may be",
    arguments: [
      "StepLR(step_size: 0)": "`step_size` of a schedule is at least 1, but it is 0",
      "ExponentialLR(gamma: -1)": "`gamma` of a schedule is a number from 0 up",
      "MultiStepLR(milestones: [1.5])": "`milestones` of `MultiStepLR` are integers",
      "CosineAnnealingLR(T_max: -2)": "`T_max` of a schedule is at least 1, but it is -2",
      "OneCycleLR(max_lr: 1, total_steps: 5, anneal_strategy: \"sin\")": "\"cos\" or \"linear\"",
      "warmup(3, then: 4)": "`warmup` takes a schedule such as `StepLR(step_size: 30)` for `then`",
      "perStep(nil)": "`perStep` takes a schedule",
      "earlyStopping(patience: 0)": "`patience` is at least 1 epoch",
      "LBFGS(lineSearch: \"armijo\")": "`lineSearch` of `LBFGS` is \"strong_wolfe\" or nil",
      "RMSprop(alpha: 2)": "`alpha` lies between 0 and 1",
      "Adagrad(eps: -1)": "`eps` is a number from 0 up",
    ])
  func settings(_ code: String, _ expected: String) {
    let message = Notebook().message(code)
    #expect(message.contains(expected), "\(message)")
  }
}
