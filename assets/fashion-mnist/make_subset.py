#!/usr/bin/env python3
"""Cut a balanced subset out of a dataset in MNIST's IDX format.

Takes the first images of every class in the order of the file, and keeps that order. Needs nothing but Python's
standard library; the same input gives the same bytes.

    python3 make_subset.py /usr/share/datasets/fashion-mnist . --train 1000 --test 200
"""

import argparse
import gzip
import struct
from pathlib import Path

CLASSES = 10
UNSIGNED_BYTE_VECTOR = 0x0801
UNSIGNED_BYTE_IMAGES = 0x0803


def read(folder, prefix):
    """Returns the labels, the pixels, and the height and width of the images."""
    with gzip.open(folder / f"{prefix}-labels-idx1-ubyte.gz") as file:
        magic, count = struct.unpack(">ii", file.read(8))
        labels = file.read()
    if magic != UNSIGNED_BYTE_VECTOR or len(labels) != count:
        raise SystemExit(f"{prefix} labels in {folder} are not an IDX file of {count} labels")
    with gzip.open(folder / f"{prefix}-images-idx3-ubyte.gz") as file:
        magic, images, height, width = struct.unpack(">iiii", file.read(16))
        pixels = file.read()
    if magic != UNSIGNED_BYTE_IMAGES or images != count or len(pixels) != count * height * width:
        raise SystemExit(f"{prefix} images in {folder} are not an IDX file of {count} images")
    return labels, pixels, height, width


def first_of_each_class(labels, per_class):
    """Returns the positions of the first images of each class, in the order of the file."""
    taken = [0] * CLASSES
    positions = []
    for position, label in enumerate(labels):
        if taken[label] < per_class:
            taken[label] += 1
            positions.append(position)
    if min(taken) < per_class:
        raise SystemExit(f"wanted {per_class} images of every class, found {taken}")
    return positions


def write(path, header, body):
    # No file name and no time in the gzip header: the bytes depend on the content alone.
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(header + body)


def cut(source, target, prefix, per_class):
    labels, pixels, height, width = read(source, prefix)
    positions = first_of_each_class(labels, per_class)
    size = height * width
    write(
        target / f"{prefix}-labels-idx1-ubyte.gz",
        struct.pack(">ii", UNSIGNED_BYTE_VECTOR, len(positions)),
        bytes(labels[p] for p in positions),
    )
    write(
        target / f"{prefix}-images-idx3-ubyte.gz",
        struct.pack(">iiii", UNSIGNED_BYTE_IMAGES, len(positions), height, width),
        b"".join(pixels[p * size : (p + 1) * size] for p in positions),
    )
    print(f"{prefix}: {len(positions)} images of {len(labels)}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source", type=Path, help="folder with the four .gz files of the whole dataset")
    arguments.add_argument("target", type=Path, help="folder for the four .gz files of the subset")
    arguments.add_argument("--train", type=int, default=1000, help="training images per class (default: 1000)")
    arguments.add_argument("--test", type=int, default=200, help="test images per class (default: 200)")
    wanted = arguments.parse_args()
    cut(wanted.source, wanted.target, "train", wanted.train)
    cut(wanted.source, wanted.target, "t10k", wanted.test)


if __name__ == "__main__":
    main()
