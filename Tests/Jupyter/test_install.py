"""`mlp-swift install` and `uninstall`: what is written, where, and what is left alone."""

import json
import shutil
import struct
import subprocess

import pytest

from conftest import ROOT

FILES = {"kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "env/share/jupyter/kernels/mlp-swift"


def names(folder) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_version(command):
    assert command("--version").stdout.strip() == "0.1.0"


def test_the_kernelspec_is_complete(command, binary, folder):
    result = command("install", "--prefix", "env")
    assert result.returncode == 0 and str(folder) in result.stdout
    assert names(folder) == FILES
    assert json.loads((folder / "kernel.json").read_text()) == {
        "argv": [str(binary.resolve()), "kernel", "-f", "{connection_file}"],
        "display_name": "MLP-Swift",
        "language": "swift",
        "interrupt_mode": "message",
        "kernel_protocol_version": "5.5",
        "metadata": {"debugger": True, "supported_encryption": ["curve"]},
    }


def test_the_logos_are_those_of_the_project(command, folder):
    command("install", "--prefix", "env")
    for name in FILES - {"kernel.json"}:
        assert (folder / name).read_bytes() == (ROOT / "kernelspec" / name).read_bytes()
    for size in (32, 64):
        header = (folder / f"logo-{size}x{size}.png").read_bytes()[:24]
        assert struct.unpack(">II", header[16:]) == (size, size)


def test_installing_again_replaces_the_files(command, folder):
    command("install", "--prefix", "env")
    (folder / "kernel.json").write_text("old")
    command("install", "--prefix", "env")
    assert json.loads((folder / "kernel.json").read_text())["display_name"] == "MLP-Swift"
    assert names(folder) == FILES


def test_any_path_is_written_as_json_and_links_are_resolved(command, binary, tmp_path, folder):
    place = tmp_path / 'a "quoted" \\ folder\nσ'
    place.mkdir()
    (tmp_path / "link").symlink_to(shutil.copy2(binary, place / "program"))
    subprocess.run([tmp_path / "link", "install", "--prefix", "env"], cwd=tmp_path, check=True, timeout=60)
    assert json.loads((folder / "kernel.json").read_text())["argv"][0] == str(place / "program")


@pytest.mark.parametrize(
    "options, variables, expected",
    [
        ([], {"HOME": "home"}, "home/.local/share/jupyter"),
        (["--user"], {"HOME": "home"}, "home/.local/share/jupyter"),
        (["--user"], {"HOME": "home", "XDG_DATA_HOME": "xdg"}, "xdg/jupyter"),
        (["--user"], {"HOME": "home", "XDG_DATA_HOME": "xdg", "JUPYTER_DATA_DIR": "data"}, "data"),
        (["--sys-prefix"], {"VIRTUAL_ENV": "venv", "CONDA_PREFIX": "conda"}, "venv/share/jupyter"),
        (["--sys-prefix"], {"CONDA_PREFIX": "conda"}, "conda/share/jupyter"),
        (["--prefix", "env"], {"JUPYTER_DATA_DIR": "data"}, "env/share/jupyter"),
    ],
)
def test_where_it_goes(command, tmp_path, options, variables, expected):
    unset = {name: "" for name in ["XDG_DATA_HOME", "JUPYTER_DATA_DIR", "VIRTUAL_ENV", "CONDA_PREFIX"]}
    environment = {**unset, **{name: str(tmp_path / value) for name, value in variables.items()}}
    folder = tmp_path / expected / "kernels/mlp-swift"
    assert command("install", *options, **environment).returncode == 0
    assert names(folder) == FILES
    assert command("uninstall", *options, **environment).returncode == 0
    assert not folder.exists()


def test_the_prefix_of_python_itself(command, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python3").write_text(f"#!/bin/sh\necho {tmp_path}/python\n")
    (tmp_path / "bin/python3").chmod(0o755)
    command("install", "--sys-prefix", VIRTUAL_ENV="", CONDA_PREFIX="", PATH=f"{tmp_path}/bin")
    assert names(tmp_path / "python/share/jupyter/kernels/mlp-swift") == FILES


def test_uninstall_leaves_what_it_did_not_write(command, folder):
    command("install", "--prefix", "env")
    (folder / "notes.txt").write_text("mine")
    result = command("uninstall", "--prefix", "env")
    assert result.returncode == 0 and str(folder) in result.stdout and "notes.txt" in result.stdout
    assert names(folder) == {"notes.txt"}


class TestRefusals:
    def refused(self, result, *words, code=1):
        assert result.returncode == code, result.stdout + result.stderr
        for word in words:
            assert str(word) in result.stderr

    def test_nothing_to_uninstall(self, command, folder):
        self.refused(command("uninstall", "--prefix", "env"), folder, "--user")

    def test_a_file_where_a_folder_should_be(self, command, tmp_path):
        (tmp_path / "env").write_text("")
        self.refused(command("install", "--prefix", "env"), tmp_path / "env", "Not a directory")

    def test_a_folder_where_a_file_should_be(self, command, folder):
        (folder / "kernel.json").mkdir(parents=True)
        self.refused(command("install", "--prefix", "env"), folder, "Is a directory")
        assert not list(folder.glob("*.new")), "a temporary file was left behind"

    def test_a_place_that_nobody_may_write_to(self, command):
        self.refused(command("install", "--prefix", "/proc"), "/proc/share/jupyter", "--prefix")

    def test_options_that_exclude_each_other(self, command):
        self.refused(command("install", "--user", "--prefix", "env"), "--user and --prefix", code=64)

    def test_no_home(self, command):
        nowhere = {name: "" for name in ["HOME", "XDG_DATA_HOME", "JUPYTER_DATA_DIR"]}
        self.refused(command("install", **nowhere), "HOME", "--prefix DIR")

    def test_no_python(self, command, tmp_path):
        nothing = {"VIRTUAL_ENV": "", "CONDA_PREFIX": "", "PATH": str(tmp_path)}
        self.refused(command("install", "--sys-prefix", **nothing), "python3", "--prefix DIR")

    def test_an_unknown_option(self, command):
        self.refused(command("install", "--prefx", "env"), "--prefix", code=64)
