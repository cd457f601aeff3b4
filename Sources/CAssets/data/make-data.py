"""Makes the CSV files of this folder from the packages that ship the data.

    python3 -m venv /tmp/data && /tmp/data/bin/pip install --no-deps scikit-learn==1.9.1 palmerpenguins==0.1.6
    /tmp/data/bin/python Sources/CAssets/data/make-data.py
"""

import csv
import gzip
from importlib.metadata import distribution
from pathlib import Path

HERE = Path(__file__).parent


def shipped(package: str, path: str) -> bytes:
    """A file of an installed package, read without running any of the package's code."""
    return Path(distribution(package).locate_file(path)).read_bytes()


def write(name: str, rows: list[list[str]]) -> None:
    with open(HERE / name, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def digits() -> None:
    """64 pixels, row by row, then the digit: a header is added."""
    text = gzip.decompress(shipped("scikit-learn", "sklearn/datasets/data/digits.csv.gz")).decode()
    header = [f"p{row}{column}" for row in range(8) for column in range(8)] + ["digit"]
    write("digits.csv", [header] + list(csv.reader(text.splitlines())))


def iris() -> None:
    """The first line names the classes; a header takes its place, and names that of the class numbers."""
    first, *rows = csv.reader(shipped("scikit-learn", "sklearn/datasets/data/iris.csv").decode().splitlines())
    header = ["sepal_length", "sepal_width", "petal_length", "petal_width", "species"]
    write("iris.csv", [header] + [row[:4] + [first[2 + int(row[4])]] for row in rows])


def penguins() -> None:
    (HERE / "penguins.csv").write_bytes(shipped("palmerpenguins", "palmerpenguins/data/penguins.csv"))


digits()
iris()
penguins()
