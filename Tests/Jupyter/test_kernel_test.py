"""The Jupyter project's own tests for kernels, told what to type into this one."""

import jupyter_kernel_test

from session import KERNEL


class TestKernel(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL
    language_name = "mlp-swift"
    file_extension = ".mlp"

    code_hello_world = 'print("hello, world")'

    code_stderr = 'printError("look out")'

    completion_samples = [
        {"text": "prin", "matches": {"print", "printError"}},
        {"text": "let answer = 42\nansw", "matches": {"answer"}},
    ]

    complete_code_samples = [
        "1 + 1",
        "func square(x) = x ** 2",
        "func f(x) {\n  return x\n}",
        "let σ = [1, 2,\n  3]",
        "// nothing to do",
    ]
    incomplete_code_samples = ["func f(x) {", "[1, 2,", "1 +", "f(", "/* still"]
    invalid_code_samples = ["let 1 = 2", "1 + )", '"no end']

    code_generate_error = "undefinedName"

    code_execute_result = [
        {"code": "1 + 2 * 3", "result": "7"},
        {"code": "-3 ** 2", "result": "-9"},
    ]
    code_display_data = [{"code": "display(plot([1, 2, 3]))", "mime": "image/svg+xml"}]

    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 + 2*"

    code_inspect_sample = "relu"

    code_clear_output = "clearOutput()"

    code_page_something = "?relu"


class TestWelcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True
