#!/usr/bin/env python3
"""Writes the Parquet files of ParquetReaderTest with PyArrow, as the Hugging Face library writes them.

    python3 parquet.py

Needs PyArrow (written with version 25.0.1). Every image is 4x4, gray, and of one brightness, which identifies it.
"""
import json
import pathlib
import struct
import zlib

import pyarrow as pa
import pyarrow.parquet as pq

HERE = pathlib.Path(__file__).parent / "parquet"
NAMES = ["zebra", "ant", "Café"]
IMAGE = pa.struct([("bytes", pa.binary()), ("path", pa.string())])


def png(brightness, size=4):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([brightness]) * size for _ in range(size))
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def image(brightness):
    return {"bytes": png(brightness), "path": f"{brightness}.png"}


def write(file, images, labels, label=pa.int64(), names=NAMES, column="label", **options):
    schema = pa.schema([("image", IMAGE), (column, label)])
    if names:
        features = {"image": {"_type": "Image"}, column: {"names": names, "_type": "ClassLabel"}}
        schema = schema.with_metadata({"huggingface": json.dumps({"info": {"features": features}})})
    place = HERE / file
    place.parent.mkdir(parents=True, exist_ok=True)
    table = pa.table({"image": pa.array(images, IMAGE), column: pa.array(labels, label)}, schema=schema)
    pq.write_table(table, place, **options)


def main():
    # A repository of the hub: two files of a split, several row groups, a test split without labels.
    write("animals/data/train-00000-of-00002.parquet", [image(10 + i) for i in range(7)], [0, 1, 2, 2, 1, 0, 0], row_group_size=3)
    write("animals/data/train-00001-of-00002.parquet", [image(20 + i) for i in range(3)], [1, 1, 2])
    write("animals/data/validation-00000-of-00001.parquet", [image(30 + i) for i in range(3)], [2, 0, 1])
    write("animals/data/test-00000-of-00001.parquet", [image(40 + i) for i in range(2)], [-1, -1])

    # Ways of storing the same rows: pages of some rows, with and without dictionaries.
    images, labels = [image(50 + i % 6) for i in range(40)], [i % 3 for i in range(40)]
    pages = {"data_page_size": 300, "write_batch_size": 4}
    write("ways/snappy.parquet", images, labels, **pages)
    write("ways/plain.parquet", images, labels, use_dictionary=False, compression="none", **pages)
    write("ways/gzip-pages-2.parquet", images, labels, use_dictionary=False, compression="gzip", data_page_version="2.0", **pages)
    write("ways/lz4-32-bits.parquet", images, labels, label=pa.int32(), compression="lz4", **pages)

    write("ways/checksums.parquet", images, labels, write_page_checksum=True, **pages)

    # Labels that are texts, without metadata; a row without label and one without image.
    write("texts.parquet", [image(60), image(61), image(62), None, image(64)], ["b", "a", None, "a", "b"], pa.string(), None, "class_name")

    # What is not read.
    write("zstd.parquet", images[:3], labels[:3], compression="zstd")
    write("delta.parquet", images[:3], labels[:3], use_dictionary=False, column_encoding={"label": "DELTA_BINARY_PACKED"})
    pq.write_table(pa.table({"text": ["a"], "label": [1]}), HERE / "no-images.parquet")


if __name__ == "__main__":
    main()
