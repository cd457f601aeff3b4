/// Strings that try to be a command, a format or markup.
enum HostileText {
  /// The file that each command would make if anything ran it.
  static let trap = "/tmp/mlp-swift-figures-trap"

  static let all: [String] = commands + quotes + formats + markup + characters

  private static let commands = [
    "\"; system(\"touch \(trap)\")", "'; system('touch \(trap)')", "`touch \(trap)`", "\"`touch \(trap)`\"",
    "'`touch \(trap)`'", "$(touch \(trap))", "\n! touch \(trap)", "\n!touch \(trap)\n",
    "'\n!touch \(trap)\n'",
    "\r!touch \(trap)", "\u{2028}!touch \(trap)", "\u{85}!touch \(trap)", "\u{0B}!touch \(trap)\u{0C}",
    "\nsystem 'touch \(trap)'", "'\nsystem 'touch \(trap)'\n#", "\nset output '\(trap)'",
    "'\nset output '\(trap)",
    "'; set output '\(trap)'; plot x #", "\nload '< touch \(trap)'", "'\nplot '< touch \(trap)'\n",
    "\nset print '\(trap)'\nprint 1", "'\nset table '\(trap)'", "\nEOD\n!touch \(trap)\n", "EOD", "\nEOD\n",
    "$d1 << EOD", "\nevaluate \"system 'touch \(trap)'\"", "'.system('touch \(trap)').'",
    "'.`touch \(trap)`.'", "\".system(\"touch \(trap)\").\"", "\nexit", "\nquit\n", "\nreset session",
    "\nset terminal dumb\n", "\nunset multiplot", "\npause -1", "\npause mouse close", "\nset term x11",
    "exit gnuplot",
    "; exit", "| touch \(trap)", "< touch \(trap)", "&& touch \(trap)", "\nshell", "\nsave '\(trap)'",
  ]

  private static let quotes = [
    "'", "''", "'''", "''''", "\"", "\"\"", "\\", "\\\\", "\\'", "\\\"", "'\\", "\\''", "`", "``", "'`'",
    "\"'`",
    "\\n", "\\n!touch \(trap)", "\\\n", "\\\n!touch \(trap)", "ends with \\", "a \\ b", "'\u{0301}",
    "'\u{0301}; exit",
    "'\u{FE0F}\n!touch \(trap)", "'\u{200D}'", "it's", "\"quoted\"", "‘’“”", "\\047", "\\x27",
  ]

  private static let formats = [
    "%", "%%", "%s", "%n", "%d%d%d", "100 %", "%.999999f", "%s%s%s%s%s%s%s%s", "@a", "@GPVAL_TERM", "@ARG0",
    "$1",
    "$d1", "@{x}", "{/Symbol a}", "a_{b}^{c}", "~a{.8-}", "{/:Bold x}", "&{space}", "# comment", "a # b", "{",
    "}",
    "[0:1]", "title 'x'", "notitle", "keyentry", "using 1:2", "GPFUN_sin", "\\U+1F600",
  ]

  private static let markup = [
    "<script>alert(1)</script>", "</text><script>alert(1)</script>", "]]>", "<![CDATA[x]]>", "<!-- x -->",
    "-->",
    "&", "&amp;", "&lt;script&gt;", "&#60;script&#62;", "&#0;", "&#x3c;", "&bogus;", "<svg onload=alert(1)>",
    "\" onload=\"alert(1)", "' onload='alert(1)", "</svg>", "<?xml version='1.0'?>", "<!DOCTYPE x>",
    "</title><script/>",
    "</desc><script>x</script>", "<a xlink:href='javascript:alert(1)'>x</a>",
    "<image href='file:///etc/passwd'/>",
    "<style>*{display:none}</style>", "<foreignObject><b/></foreignObject>", "<use href='#x'/>", "&xxe;",
  ]

  private static let characters = [
    "", " ", "\u{0}", "a\u{0}b", "\u{0}\n!touch \(trap)", "\u{1}\u{2}\u{1B}[31mred", "\u{7F}", "\u{FEFF}x",
    "\u{FFFE}",
    "\u{FFFF}", "\u{FFFD}", String(decoding: [0x61, 0xFF, 0xFE, 0x62], as: UTF8.self),
    String(decoding: [0xC0, 0xA7, 0xED, 0xA0, 0x80], as: UTF8.self), "😀", "👩‍👩‍👧‍👦", "🇩🇪", "e\u{0301}",
    String(repeating: "\u{0301}", count: 300), "שלום עולם", "مرحبا", "\u{202E}gnp.exe", "\u{2066}x\u{2069}",
    "漢字",
    "ﷺ", "Z\u{0351}\u{036B}algo", String(repeating: "long ", count: 40_000),
    String(repeating: "x", count: 100_000),
    String(repeating: "'", count: 5000), String(repeating: "漢", count: 5000), "tab\tbed",
    "line\nline\r\nline",
    "\u{10FFFF}", "\u{E000}", "NaN", "inf", "-", "−1",
  ]
}
