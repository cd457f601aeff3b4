import Testing

/// Cells and what they show.
struct ValueTests {
  typealias Case = (cell: String, shown: String)

  private func check(_ cells: [Case]) {
    for (cell, shown) in cells {
      let found = Notebook().value(cell)
      #expect(found == shown, "\(cell)")
    }
  }

  @Test("Integers are exact; a quotient is a fraction; a remainder has the sign of the divisor")
  func integers() {
    check([
      ("7 / 2", "3.5"), ("6 / 2", "3.0"), ("-7 % 3", "2"), ("7 % -3", "-2"), ("-6 % 3", "0"),
      ("2 ** 62", "4611686018427387904"), ("2 ** -1", "0.5"), ("(-1) ** 1000001", "-1"), ("-2 ** 2", "-4"),
      ("9223372036854775807 - 1", "9223372036854775806"), ("(-9223372036854775807 - 1) % -1", "0"),
      ("-(-9223372036854775807 - 1)", "9.223372036854776e+18"), ("abs(2 ** 60 + 1)", "1152921504606846977"),
      ("2 ** 53 + 1 == 2 ** 53", "false"), ("max(2 ** 53, 2 ** 53 + 1)", "9007199254740993"),
      ("[2 ** 53 + 1, 2 ** 53].sorted()", "[9007199254740992, 9007199254740993]"), ("int(-3.9)", "-3"),
      ("floor(7)", "7"), ("sign(-3)", "-1"), ("sum([1, 2, 3])", "6"), ("prod([2, 3])", "6"),
    ])
  }

  @Test("Numbers follow IEEE 754; NaN differs from itself and is not lost in a maximum")
  func numbers() {
    check([
      ("0.1 + 0.2", "0.30000000000000004"), ("1.0 / 0", "inf"), ("-1 / 0.0", "-inf"), ("1e-7", "1e-07"),
      ("2.0 + 1", "3.0"), ("-7.5 % 2", "0.5"), ("nan == nan", "false"), ("nan != nan", "true"),
      ("max(nan, 1)", "nan"), ("max(1, nan)", "nan"), ("min(3, 1, 2)", "1"), ("isNaN(0.0 / 0.0)", "true"),
      ("round(2.5)", "2.0"), ("1 == 1.0", "true"), ("double(\"1.5\")", "1.5"), ("int(\"-12\")", "-12"),
      ("allClose(1.0, 1.0 + 1e-10, rtol: 0, atol: 1e-12)", "false"), ("allClose(ones(2), 1)", "true"),
      ("allClose(inf, inf)", "true"), ("allClose([1, 2], [1, 2.0000001])", "true"),
    ])
  }

  @Test("Numbers in a text have so many decimals or digits as are asked for, in lists and tensors too")
  func precision() {
    check([
      ("string(2 / 3, decimals: 3)", "\"0.667\""), ("string(1, decimals: 2)", "\"1.00\""),
      ("string(rational(1, 3), decimals: 4)", "\"0.3333\""), ("string(1e300, digits: 3)", "\"1e+300\""),
      ("string(0.5, digits: 3)", "\"0.5\""), ("string(-0.0001, decimals: 2)", "\"0.00\""),
      ("string(2.5, decimals: 0)", "\"2\""), ("string(nan, decimals: 2)", "\"nan\""),
      ("string(-inf, digits: 2)", "\"-inf\""), ("string([1, [2 / 3]], decimals: 1)", "\"[1.0, [0.7]]\""),
      ("string((a: 1 / 3, b: \"x\"), digits: 2)", "\"(a: 0.33, b: \\\"x\\\")\""),
      ("string(tensor([1, 2.25]), decimals: 1)", "\"[1.0 2.2]\""),
      ("string(ones(2, 2), decimals: 0)", "\"[[1 1]\\n [1 1]]\""),
      ("string(\"x\", decimals: 2)", "\"x\""), ("[1 / 3, 1].map(string)", "[\"0.3333333333333333\", \"1\"]"),
      (#""x = \(2 / 3, decimals: 3), \(1234.5, digits: 2)""#, "\"x = 0.667, 1.2e+03\""),
      ("let string = 3\n" + #""\(string, decimals: 1)""#, "\"3.0\""),
    ])
  }

  @Test("Conditions: chained comparison, short circuit, ternary, nil")
  func conditions() {
    check([
      ("1 < 2 < 3", "true"), ("1 < 3 < 2", "false"), ("1 <= 1 == 1.0", "true"),
      ("false && 1 / 0 == 1", "false"), ("true || 1 / 0 == 1", "true"), ("!true", "false"),
      ("true && false || true", "true"), ("1 < 2 ? \"y\" : \"n\"", "\"y\""), ("nil ?? 5", "5"),
      ("[\"a\": 1][\"b\"] ?? 0", "0"), ("0 ?? 5", "0"), ("\"a\" < \"b\"", "true"), ("nil == nil", "true"),
      ("\"1\" == 1", "false"), ("[1, 2] == [1.0, 2.0]", "true"),
    ])
  }

  @Test("Arrays: indices from both ends, slices, and the usual methods")
  func arrays() {
    check([
      ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][1...]", "[2, 3]"), ("[1, 2, 3][..<-1]", "[1, 2]"),
      ("[1, 2, 3][3..<3]", "[]"), ("[1, 2, 3][0...1]", "[1, 2]"), ("[1] + [2]", "[1, 2]"),
      ("[3, 1, 2].sorted()", "[1, 2, 3]"), ("[3, 1, 2].sorted { $0 > $1 }", "[3, 2, 1]"),
      ("[\"bb\", \"a\"].sorted { $0.count }", "[\"a\", \"bb\"]"), ("[1, 2, 3].reversed()", "[3, 2, 1]"),
      ("[1, 2, 3].map { $0 ** 2 }", "[1, 4, 9]"), ("(0..<6).filter { $0 % 2 == 0 }", "[0, 2, 4]"),
      ("[1, 2, 3].reduce(10) { $0 + $1 }", "16"), ("[].max()", "nil"), ("[3, 1].min()", "1"),
      ("[].first", "nil"), ("[5, 6].firstIndex(of: 6)", "1"), ("[1, 2].contains(2.0)", "true"),
      ("[1, 2, 3].prefix(2)", "[1, 2]"), ("[1, 2, 3].suffix(5)", "[1, 2, 3]"),
      ("zip([1, 2], \"ab\")", "[(1, \"a\"), (2, \"b\")]"), ("[1, 2].indices", "0..<2"),
      ("[].isEmpty", "true"),
      ("[\"a\", 1].joined(separator: \"-\")", "\"a-1\""), ("len([1, 2])", "2"),
    ])
  }

  @Test("Ranges are counted, asked and indexed without being listed")
  func ranges() {
    check([
      ("(0..<10 ** 12).count", "1000000000000"), ("(1...10 ** 12).last", "1000000000000"),
      ("(0..<0).isEmpty", "true"), ("(0..<10 ** 12).contains(5)", "true"), ("(0..<3).contains(3)", "false"),
      ("(0...3).contains(3)", "true"), ("(0.0..<1.0).contains(0.5)", "true"), ("(5..<9)[-1]", "8"),
      ("len(0..<10 ** 12)", "1000000000000"), ("(2..<4).lowerBound", "2"), ("(0..<0).first", "nil"),
      ("stride(from: 0, to: 10, by: 4)", "[0, 4, 8]"), ("stride(from: 3, to: 0, by: -1)", "[3, 2, 1]"),
      ("stride(from: 9223372036854775806, to: 9223372036854775807, by: 5)", "[9223372036854775806]"),
      ("stride(from: 0, to: -10 ** 15, by: 1)", "[]"), ("1..<5", "1..<5"),
    ])
  }

  @Test("Texts are made of characters, however many bytes each has")
  func strings() {
    check([
      ("\"añ👩‍👩‍👧\".count", "3"), ("\"añ👩‍👩‍👧\"[2]", "\"👩‍👩‍👧\""), ("\"abc\"[0..<2]", "\"ab\""),
      ("\"x = \\(1 + 1), \\([\"a\"])\"", "\"x = 2, [\"a\"]\"".replacing("[\"a\"]", with: "[\\\"a\\\"]")),
      ("\"a,b,,\".split(separator: \",\")", "[\"a\", \"b\", \"\", \"\"]"),
      ("\"ReLU\".lowercased()", "\"relu\""),
      ("\"7\".padded(3, left: true)", "\"  7\""), ("\"relu\".contains(\"el\")", "true"),
      ("\"relu\".hasPrefix(\"re\")", "true"), ("string(1.0)", "\"1.0\""), ("\"\".isEmpty", "true"),
    ])
  }

  @Test("Dictionaries keep their order; equal numbers are one key")
  func dictionaries() {
    check([
      ("[1: \"a\"][1.0]", "\"a\""), ("[1: \"a\"][tensor(1)]", "\"a\""), ("[1: 1, 1.0: 2]", "[1: 2]"),
      ("[\"b\": 1, \"a\": 2].keys", "[\"b\", \"a\"]"), ("[\"b\": 1].values", "[1]"), ("[:].count", "0"),
      ("[[1, 2]: 3][[1.0, 2]]", "3"), ("[(1, 2): 3][(1, 2)]", "3"), ("[true: 1][1]", "nil"),
      ("[\"a\": 1, \"b\": 2] == [\"b\": 2, \"a\": 1]", "true"),
      ("var d = [\"a\": 1]; d.remove(\"a\"); d", "[:]"),
    ])
  }

  @Test("Tuples have positions and labels, and can be taken apart")
  func tuples() {
    check([
      ("(a: 1, 2).a", "1"), ("(a: 1, 2).1", "2"), ("(1, 2)[-1]", "2"), ("let (a, _) = (1, 2); a", "1"),
      ("let (a, (b, c)) = (1, (2, 3)); a + b + c", "6"), ("let (a, b) = [1, 2]; b", "2"),
      ("var (a, b) = (1, 2); (a, b) == (1, 2.0)", "true"), ("(a: 1, 2)", "(a: 1, 2)"),
    ])
  }

  @Test("Tensors: arithmetic, broadcasting, products, slices, reductions")
  func tensors() {
    check([
      ("(tensor([1, 2]) + 1).array()", "[2.0, 3.0]"), ("(2 ** tensor([1, 2])).array()", "[2.0, 4.0]"),
      ("(tensor([-7, 7]) % 3).array()", "[2.0, 1.0]"), ("(eye(2) @ [1, 2]).array()", "[1.0, 2.0]"),
      ("([[1, 2], [3, 4]] @ [[1], [1]]).array()", "[[3.0], [7.0]]"), ("ones(2, 3).T.shape", "[3, 2]"),
      ("arange(0, 6).reshape(2, 3)[1, 0..<2].array()", "[3.0, 4.0]"), ("ones(2)[nil, ...].shape", "[1, 2]"),
      ("arange(0, 5)[-2...].array()", "[3.0, 4.0]"), ("arange(0, 5)[...-1].count", "5"),
      ("eye(3).gather([2, -3]).array()", "[[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]"),
      ("sum(ones(2, 3), axis: 0).array()", "[2.0, 2.0, 2.0]"), ("mean([1, 2])", "1.5"),
      ("argmax([3, 9, 2])", "1"), ("argmax([2 ** 24, 2 ** 24 + 1])", "1"), ("any(zeros(2) > 0)", "false"),
      ("where(arange(-1, 2) > 0, 1, -1).array()", "[-1.0, -1.0, 1.0]"),
      ("where([1, 0], ones(2, dtype: float64), 0).dtype", "float64"),
      ("clip(tensor([1, 5]), max: 2).array()", "[1.0, 2.0]"), ("clip([1, 5], max: 2).array()", "[1.0, 2.0]"),
      ("ones(2, dtype: float64).dtype", "float64"),
      ("(ones(2) > 0).array()", "[1.0, 1.0]"), ("std([1, 3])", "1.4142135623730951"),
    ])
  }

  @Test("Values that hold others many times over are compared, sought and shown to be exact in no time")
  func sharedParts() throws {
    let notebook = Notebook()
    try notebook.run(
      all: """
        var a = [1]; var b = [1]; var c = ["x": 1]; var d = ["x": 1]
        for _ in 0..<60 { a = [a, a]; b = [b, b]; c = ["x": c, "y": c]; d = ["x": d, "y": d] }
        """)
    #expect(
      notebook.value("[a == b, a != b, c == d, [a] == [b, b], [[a]].contains([b])]")
        == "[true, false, true, false, true]")
    #expect(notebook.value("var seen = [a: 1]; seen[b] = 2; seen.count") == "1")
    #expect(notebook.value("check a == b") == "(nothing)")
  }

  @Test("Elements that fulfil a condition are found as well as those that equal a value")
  func elementsByCondition() {
    check([
      ("[3, 1, 2].contains { $0 > 2 }", "true"), ("[3, 1, 2].contains(where: { $0 > 3 })", "false"),
      ("[1, 2, 3].firstIndex { x in x > 1 }", "1"), ("[1, 2].firstIndex(where: { $0 > 2 })", "nil"),
      ("(0..<9).contains { $0 == 8 }", "true"), ("[relu, tanh].contains(tanh)", "true"),
      ("[5, 6].firstIndex(of: 6)", "1"),
    ])
  }

  @Test("Texts are searched, cut and put together; numbers are read from them with space around")
  func texts() {
    check([
      ("\"net.csv\".hasSuffix(\".csv\")", "true"), ("\"a, b, \".replacing(\", \", with: \"+\")", "\"a+b+\""),
      ("\"aaa\".replacing(\"aa\", with: \"b\")", "\"ba\""), ("\" \\t relu \\n\".trimmed()", "\"relu\""),
      ("\"  \".trimmed()", "\"\""), ("int(\" 42 \")", "42"), ("double(\"1.5\\n\")", "1.5"),
    ])
    #expect(Notebook().message("\"a\".replacing(\"\", with: \"b\")") == "the part to replace is empty")
  }

  @Test("Ends of lists are left out, and conditions asked of all elements")
  func partsOfLists() {
    check([
      ("[1, 2, 3].dropFirst()", "[2, 3]"), ("[1, 2, 3].dropLast(2)", "[1]"), ("[1].dropFirst(5)", "[]"),
      ("[1, 2].allSatisfy { $0 > 0 }", "true"), ("(0..<3).allSatisfy { $0 > 0 }", "false"),
      ("[].allSatisfy { _ in false }", "true"),
    ])
  }

  @Test("Characters are picked from a text by their positions, whatever they are made of")
  func characters() {
    check([
      ("\"abc\"[-1]", "\"c\""), ("\"abcd\"[1..<3]", "\"bc\""), ("\"aé👩‍🔬σ\"[2]", "\"👩‍🔬\""),
      ("\"aé👩‍🔬σ\"[2...]", "\"👩‍🔬σ\""), ("\"a\\r\\nb\"[2]", "\"b\""), ("\"a\\r\\nb\".count", "3"),
    ])
    #expect(Notebook().message("\"abc\"[3]") == "there is no element 3 in the string")
  }

  @Test("Derivatives of numbers and of tensors, nested, and through lists")
  func derivatives() {
    check([
      ("gradient(of: { x in x ** 3 }, at: 2)", "12.0"),
      ("gradient(of: { x in sum([x * x, x]) }, at: 2)", "5.0"),
      ("gradient(of: { x in mean([x, 3 * x]) }, at: 1)", "2.0"),
      ("gradient(of: { 3 }, at: 1)".replacing("{ 3 }", with: "{ x in 3 }"), "0.0"),
      ("gradient(of: { x in gradient(of: { y in y ** 3 }, at: x) }, at: 2.0)", "12.0"),
      ("gradient(of: { w in sum(w * w) }, at: tensor([1, 2])).array()", "[2.0, 4.0]"),
      ("gradient(of: { x in max(x, 1) }, at: 2)", "1.0"),
      ("valueAndGradient(of: sin, at: 0).gradient", "1.0"),
      ("gradient(of: { x in var y = x; for _ in 0..<1000 { y += x }; return y }, at: 2)", "1001.0"),
    ])
  }
}
