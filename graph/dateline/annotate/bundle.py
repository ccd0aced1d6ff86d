"""A whole pipeline in one small file, so that it can ship with the program.

The file is a ZIP as numpy writes it (`.npz`). `skeleton` holds the pipeline as spaCy serializes it, which leaves the network's
weights out, and `config` its configuration; each weight is an array of its own. Large ones are kept as whole numbers of eight
bits with one scale per row (row = last axis), in steps so wide that most numbers are small: packed, a weight takes about five
bits, for a rounding error of 4 % of the spread of its row (6 % in the table of pieces). They are packed one by one, as zlib does
when it only codes frequent numbers shortly: to look for repeated runs costs 7 % of the size, since there are none. Small ones
are kept in full. `look` is the matrix that gives words their looks, where one has been learned for this network, and what begins
with it the layers below that.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from spacy import util
from spacy.language import Language

from dateline.annotate.looks import Looks
from dateline.annotate.network import Network, Sizes
from dateline.annotate.reader import Reader

LOOK = "look"  # the matrix of looks
LARGE = 20_000  # elements
LEVELS = 127
STEPS = {"pieces": 5}  # steps in the spread (standard deviation) of a row, where it is not the number below
FINE = 7
NEAR = 1e-3  # how near to a whole number one is taken for it
LEAST = 6  # steps
DAY = (2020, 1, 1, 0, 0, 0)  # of every entry: the same weights give the same bytes


def squeeze(array: Any, steps: int = FINE) -> tuple[Any, Any]:
    """An array as whole numbers in -127 … 127 and one scale per row, with so many steps in the spread of a row if they suffice.

    Rows that were rounded before stay as they are, if their least number is no more than a few steps, as nearly always.
    """
    size = np.abs(array)
    scale = np.maximum(size.max(axis=-1, keepdims=True) / LEVELS, array.std(axis=-1, keepdims=True) / steps)
    least = np.where(size > 0, size, np.inf).min(axis=-1, keepdims=True)
    for many in range(LEAST, 0, -1):  # the least number of a row may be several steps
        times = size * (many / least)
        whole = np.abs(times - np.rint(times)).max(axis=-1, keepdims=True) < NEAR
        scale = np.where(whole & (times.max(axis=-1, keepdims=True) < LEVELS + NEAR), least / many, scale)
    scale = scale.astype("float32")
    scale[(scale == 0) | np.isinf(scale)] = 1
    return np.rint(array / scale).astype("int8"), scale


def rounded(name: str, array: Any) -> Any:
    """An array as it comes back from the file."""
    if array.size < LARGE:
        return array
    whole, scale = squeeze(array, STEPS.get(name, FINE))
    return whole * scale


def save(nlp: Language, path: Path) -> None:
    """Write a pipeline into one file. Its weights are rounded in memory, too, so that it is what the file holds."""
    reader = reader_of(nlp)
    network = reader.network
    assert network
    arrays = _kept(network.weights)
    if isinstance(reader.look, Looks):
        arrays |= _looks(reader.look.matrix, reader.look.weights)
    arrays["skeleton"] = np.frombuffer(nlp.to_bytes(), "uint8")
    arrays["config"] = np.frombuffer(nlp.config.to_str().encode(), "uint8")
    write(arrays, path)
    exact = {name: rounded(name, array) for name, array in network.weights.items()}
    reader.give(Network(network.sizes, exact), reader.scheme, reader.pieces)


def reader_of(nlp: Language) -> Reader:
    """The component of a pipeline that holds the network."""
    reader = nlp.get_pipe("dateline_reader")
    assert isinstance(reader, Reader)
    return reader


def give_looks(matrix: Any, weights: Mapping[str, Any], path: Path) -> None:
    """Enter another matrix of looks, and the layers below it, into a file."""
    _replace(_looks(matrix, weights), path)


def give_weights(weights: Mapping[str, Any], path: Path) -> None:
    """Enter other weights of some parts of the network into a file."""
    _replace(_kept(weights), path)


def _replace(arrays: Mapping[str, Any], path: Path) -> None:
    with np.load(path, allow_pickle=False) as file:
        old = {name: file[name] for name in file.files if name not in arrays}
    write({**arrays, **old}, path)


def _looks(matrix: Any, weights: Mapping[str, Any]) -> dict[str, Any]:
    return {LOOK: matrix.astype("float16"), **_kept(weights)}


def _kept(weights: Mapping[str, Any]) -> dict[str, Any]:
    """Weights as the file keeps them."""
    arrays: dict[str, Any] = {}
    for name, array in weights.items():
        if array.size >= LARGE:
            whole, arrays[f"{name}/scale"] = squeeze(array, STEPS.get(name, FINE))
            arrays[name] = packed(whole)
        else:
            arrays[name] = array
    return arrays


def write(arrays: dict[str, Any], path: Path) -> None:
    """One file of arrays, whose bytes are the same whenever it is written."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for key, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
            file.writestr(zipfile.ZipInfo(key + ".npy", DAY), buffer.getvalue(), zipfile.ZIP_DEFLATED)


def load(path: Path) -> Language:
    """Read a pipeline that `save` wrote."""
    with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
        nlp = util.load_model_from_config(util.load_config_from_str(file["config"].tobytes().decode()))
        nlp.from_bytes(file["skeleton"].tobytes())
        reader = reader_of(nlp)
        assert reader.network
        weights = {name: _weight(file, name, blank.shape) for name, blank in reader.network.weights.items()}
        if LOOK in file:
            names = look_layers(reader.network.sizes)
            own = {name: _weight(file, name, shape) for name, shape in reader.network.sizes.layered(names).items()}
            reader.look = Looks(file[LOOK].astype("float32"), own, names)
    reader.give(Network(reader.network.sizes, weights), reader.scheme, reader.pieces)
    return nlp


def look_layers(sizes: Sizes) -> list[str]:
    """The names of the layers of looks: as many as stand beside them and are heard."""
    return [f"{LOOK}.{n}" for n in range(sizes.heard - 1)]


def packed(whole: Any) -> Any:
    """Whole numbers of eight bits as fewer bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 9, zlib.Z_HUFFMAN_ONLY)
    return np.frombuffer(packer.compress(whole.tobytes()) + packer.flush(), "uint8")


def _weight(file: Any, name: str, shape: tuple[int, ...]) -> Any:
    if f"{name}/scale" not in file:
        return file[name]
    return np.frombuffer(zlib.decompress(file[name]), "int8").reshape(shape) * file[f"{name}/scale"]
