"""The kernels under test, and what to type into them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dialect:
    """A kernel, and how its language says what the tests want; None where the language has no way to say it."""

    kernel: str
    language: str
    value: tuple[str, str] = ("6 * 7", "42")
    """An expression, and the text of its value."""
    no_value: str = "let nothing = 1"
    error: tuple[str, str] = ("undefinedName", "")
    """A cell that fails, and the name of its error; any name if empty."""
    error_when_run: str = "[1][7]"
    """A statement that fails only when its turn comes."""
    printing: str = 'print("{}")'
    printing_error: str = 'printError("{}")'
    display: str | None = None
    """Shows something beside the value."""
    display_id: str | None = None
    """Shows something under the id `shown`, and updates it."""
    clear: str = "clearOutput()"
    clear_wait: str = "clearOutput(wait: true)"
    ask: str = 'input("name? ")'
    ask_hidden: str | None = None
    forever: str = "while true {{ {} }}"
    """Runs a statement again and again."""
    flood: str = "for i in 0..<{} {{ print(i) }}"
    page: tuple[str, str] | None = None
    """A cell that opens the pager, and what the pager then shows."""
    next_input: str | None = None
    """Proposes `proposed` for the next cell."""
    complete: tuple[str, str] = ("let answerOfAll = 42", "answerOfA")
    """A definition, and the start of its name."""
    completeness: dict | None = None
    """The status of `is_complete` → code that has it."""
    inspected: str = "print"
    open_comm: str | None = None
    """Opens a comm with the target `wave` and the id `wave-1`, and sends `{"height": 2}` and two buffers on it."""
    echo: str | None = None
    """Registers the target `echo`, which sends back the data and the buffers of what it gets; it prints the member
    `print`, and fails with an error of the name that is the member `fail`."""
    debugged: str = ""
    """A function on lines 1 to 4, whose body are lines 2 and 3; on line 6 it is called, and on line 7 the value printed."""
    looped: str = ""
    """A function whose lines 2 to 4 are a declaration, a loop over two numbers, and the one line of its body; and a call."""
    slider: str | None = None
    """Shows a slider from 1 to 9 with the label `k`, as the widgets of ipywidgets are shown."""
    features: frozenset[str] = frozenset()
    """What of the protocol the kernel has beside what every kernel must have."""

    def lacks(self, feature: str) -> bool:
        return feature not in self.features


OURS = Dialect(
    kernel="mlp-swift",
    language="mlp-swift",
    display="display([1, 2])",
    display_id='for k in 1...2 { display(k, id: "shown") }',
    ask_hidden='input("secret? ", password: true)',
    page=("?linspace", "numbers evenly spaced"),
    next_input='setNextInput("proposed")',
    completeness={"complete": "1 + 1", "incomplete": "func f(x) {", "invalid": "1 + )"},
    debugged="func f(x) {\n  let y = x + 1\n  return y\n}\nlet a = [1, [2, 3]]\nlet b = f(4)\nprint(b)",
    looped="func f() {\n  var sum = 0\n  for i in [3, 4] {\n    sum += i\n  }\n  return sum\n}\nf()",
    slider="interact(k: 1...9) { k in k }",
    features=frozenset({
        "abort replies as specified", "bad content answered", "curve", "iopub_welcome", "replays on every channel",
        "silence about unknown replies", "usage", "stream order", "starting", "connect_request", "typed completion",
        "each subscriber welcomed", "no aborts after the error", "subshells", "interrupts of subshells",
        "greetings while busy", "debugger", "shutdowns on shell answered",
    }),
)

IPYKERNEL = Dialect(
    kernel="python3",
    language="python",
    no_value="nothing = 1",
    error=("undefinedName", "NameError"),
    printing_error='import sys; print("{}", file=sys.stderr)',
    display="display([1, 2])",
    display_id="handle = display(1, display_id='shown')\nhandle.update(2)",
    clear="from IPython.display import clear_output; clear_output()",
    clear_wait="from IPython.display import clear_output; clear_output(wait=True)",
    ask='input("name? ")',
    ask_hidden='import getpass; getpass.getpass("secret? ")',
    forever="while True: {}",
    flood="for i in range({}): print(i)",
    page=("print?", "Signature"),
    next_input="get_ipython().set_next_input('proposed')",
    complete=("answerOfAll = 42", "answerOfA"),
    completeness={"complete": "1 + 1", "incomplete": "def f(x):", "invalid": "1 + )"},
    open_comm=(
        "from comm import create_comm\n"
        "wave = create_comm(target_name='wave', comm_id='wave-1', data={'at': 0})\n"
        "wave.send({'height': 2}, buffers=[b'left', b'right'])"
    ),
    echo=(
        "from comm import get_comm_manager\n"
        "def echo(comm, message):\n"
        "    @comm.on_msg\n"
        "    def _(message):\n"
        "        data = message['content']['data']\n"
        "        if 'fail' in data: raise Exception(data['fail'])\n"
        "        if 'print' in data: print(data['print'])\n"
        "        comm.send(data, metadata=message['metadata'], buffers=message['buffers'])\n"
        "get_comm_manager().register_target('echo', echo)"
    ),
    debugged="def f(x):\n  y = x + 1\n  return y\n\na = [1, [2, 3]]\nb = f(4)\nprint(b)",
    looped="def f():\n  sum = 0\n  for i in [3, 4]:\n    sum += i\n  return sum\nf()",
    slider="from ipywidgets import interact\ninteract(lambda k: k, k=(1, 9));",
    features=frozenset({
        "iopub_welcome", "curve", "usage", "subshells", "debugger", "connect_request", "typed completion",
    }),
)

DIALECTS = [OURS, IPYKERNEL]
