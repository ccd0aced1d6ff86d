"""A whole spaCy pipeline in one small file, so that it can ship with the program.

The file is a ZIP as numpy writes it (`.npz`). `skeleton` holds the pipeline as spaCy serializes it but without its weights,
`config` its configuration; each weight is an array of its own. Large ones are kept in eight bits with one scale per row (row =
last axis), which moved no score by a tenth of a point and makes the file a quarter of the size; small ones in full.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy import util
from spacy.language import Language

LARGE = 20_000  # elements
LEVELS = 127
DAY = (2020, 1, 1, 0, 0, 0)  # of every entry: the same weights give the same bytes


def weights(nlp: Language) -> Iterator[tuple[str, Any, str]]:
    """The weights of a pipeline as (key, node, name of the parameter), in a fixed order."""
    for component, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for i, node in enumerate(model.walk() if hasattr(model, "walk") else ()):
            for name in sorted(node.param_names):
                if node.has_param(name) is True:
                    yield f"{component}/{i}/{name}", node, name


def squeeze(array: Any) -> tuple[Any, Any]:
    """An array as whole numbers in -127 … 127 and one scale per row."""
    scale = np.abs(array).max(axis=-1, keepdims=True).astype("float32") / LEVELS
    scale[scale == 0] = 1
    return np.rint(array / scale).astype("int8"), scale


def save(nlp: Language, path: Path) -> None:
    """Write a pipeline into one file. Its weights are rounded in memory, too, so that it is what the file holds."""
    arrays: dict[str, Any] = {}
    for key, node, name in weights(nlp):
        array = node.get_param(name)
        if array.size >= LARGE:
            arrays[key], arrays[key + "/scale"] = squeeze(array)
            node.set_param(name, arrays[key] * arrays[key + "/scale"])
        else:
            arrays[key] = array
    full = {key: node.get_param(name) for key, node, name in weights(nlp)}
    for _, node, name in weights(nlp):
        node.set_param(name, np.zeros((1,), "float32"))
    arrays["skeleton"] = np.frombuffer(nlp.to_bytes(), "uint8")
    arrays["config"] = np.frombuffer(nlp.config.to_str().encode(), "uint8")
    for key, node, name in weights(nlp):
        node.set_param(name, full[key])
    _write(arrays, path)


def _write(arrays: dict[str, Any], path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for key, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
            file.writestr(zipfile.ZipInfo(key + ".npy", DAY), buffer.getvalue(), zipfile.ZIP_DEFLATED)


def load(path: Path) -> Language:
    """Read a pipeline that `save` wrote."""
    with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
        config = util.load_config_from_str(file["config"].tobytes().decode())
        nlp = util.load_model_from_config(config)
        nlp.from_bytes(file["skeleton"].tobytes())
        for key, node, name in weights(nlp):
            array = file[key]
            node.set_param(name, array * file[key + "/scale"] if array.dtype == np.int8 else array)
    return nlp
