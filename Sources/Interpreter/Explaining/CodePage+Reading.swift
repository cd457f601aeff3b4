import Language

extension CodePage {
  /// Characters and words.
  static let reading: [CodePage] = [
    CodePage(
      .unreadableCharacter, "A character without a meaning",
      "A character stands in the cell that the language does not use, often one that came with a copied text: a dash that is no minus, a typographic quote.",
      wrong: "let price = 3 § 4",
      right: "let price = 3 * 4",
      why:
        "Letters of all alphabets can stand in names, and `·`, `×`, `²` are answered with what to write for them. Whatever is left is refused at once, so that no character is silently dropped."
    ),
    CodePage(
      .unterminatedString, "A text without its closing quote",
      "A string begins with a double quote and the line ends before the next one.",
      wrong: "let name = \"iris",
      right: "let name = \"iris\"",
      why:
        "A text stands on one line, so that a forgotten quote spoils that line only. A line break inside of a text is written `\\n`."
    ),
    CodePage(
      .unterminatedComment, "A comment without its end",
      "A comment that `/*` begins goes on to the end of the cell.",
      wrong: "1 + 1 /* the sum",
      right: "1 + 1 /* the sum */",
      why:
        "Without its `*/` a comment would hide all that follows. Comments of one line begin with `//` and need no end."
    ),
    CodePage(
      .badEscape, "A backslash that means nothing",
      "Behind a backslash in a text stands a character that it does not go with.",
      wrong: "\"C:\\data\"",
      right: "\"C:\\\\data\"",
      why:
        "A backslash gives the next character another meaning: `\\n` is a line break, `\\(x)` the value of x. For the backslash itself write two."
    ),
    CodePage(
      .badNumber, "A number that cannot be",
      "Digits stand here that spell no number, or one too large for 64 bits.",
      wrong: "let n = 99999999999999999999",
      right: "let n = 99999999999999999999.0",
      why:
        "Integers have 64 bits and are exact; they never turn into rounded numbers by themselves. A decimal point or an exponent makes a floating-point number of it."
    ),
    CodePage(
      .habit, "A habit from another language or from mathematics",
      "What stands here is right in Python, in Swift or on paper, but is written differently here. The message says how.",
      wrong: "x = lambda t: t ** 2",
      right: "let x = { t in t ** 2 }",
      why:
        "The language reads as Swift. What comes from elsewhere is answered in its own terms rather than with a list of expected symbols."
    ),
    CodePage(
      .commentForDivision, "A comment where a division may be meant",
      "The two characters `//` begin a comment, so that what follows them on the line is not computed. In Python they divide.",
      wrong: "7 // 2",
      right: "floor(7 / 2)",
      why:
        "The cell runs; the warning is there because its result would surprise. `floor(a / b)` gives the whole part of a quotient."
    ),
    CodePage(
      .furtherProblems, "More problems than are shown",
      "A cell has more than twenty problems: twenty are shown, and how many are left.",
      wrong: [String](repeating: "let = 1", count: 24).joined(separator: "; "),
      right: "let a = 1",
      why:
        "One missing bracket can make every line behind it wrong. The first problems are worth reading; the others often go away with them."
    ),
  ]
}
