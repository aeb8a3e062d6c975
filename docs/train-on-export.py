#!/usr/bin/env python3
"""Trains a small network on an export of DWA Studio and prints its accuracy.

    python3 train-on-export.py FOLDER [--epochs 100] [--test FOLDER_OR_NPZ]

FOLDER is an export of any format: npz or safetensors (one file of tensors), or image folders (plain,
the layout of the authors' code, Hugging Face). Needs PyTorch and NumPy; Pillow for image folders. Classes,
normalization and checksums come from the manifest.json that every export carries. Class folders in label order
(00_T-shirt-top) and the folders of older exports (T-shirt-top) are read alike.

Without --test it prints the accuracy on batches of the export itself, which only shows that the data were
read and can be learned. With --test (another export with the same classes, or an npz with normalized
"images" and "labels") it prints the accuracy there too.
"""
import argparse
import hashlib
import json
import pathlib
import struct

import numpy as np
import torch
from torch import nn


def manifest_of(folder):
    """Returns the manifest, after the SHA-256 of every file has been verified."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for file in manifest["files"]:
        found = hashlib.sha256((folder / file["path"]).read_bytes()).hexdigest()
        if found != file["sha256"]:
            raise SystemExit(f"{folder / file['path']}: the file was changed since it was exported.")
    return manifest


def read_npz(file):
    with np.load(file) as tensors:
        return torch.from_numpy(tensors["images"]), torch.from_numpy(tensors["labels"])


def read_safetensors(file):
    """Reads safetensors: a length, a JSON header and the values."""
    content = file.read_bytes()
    length = struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8 : 8 + length])

    def tensor(name, kind):
        start, end = header[name]["data_offsets"]
        values = np.frombuffer(content[8 + length + start : 8 + length + end], kind)
        return torch.from_numpy(values.reshape(header[name]["shape"]).copy())

    return tensor("images", "<f4"), tensor("labels", "<i8")


def read_folders(folder, manifest):
    """Returns images [N, C, H, W], normalized like the tensors; classes in the order of the manifest."""
    from PIL import Image

    mode = "L" if manifest["images"]["channels"] == 1 else "RGB"
    mean = np.array(manifest["normalization"]["mean"]).reshape(-1, 1, 1)
    std = np.array(manifest["normalization"]["std"]).reshape(-1, 1, 1)
    top = folder / "train" if manifest["format"] == "hugging-face" else folder
    images, labels = [], []
    for one in manifest["classes"]:
        for file in sorted((top / one["folder"]).iterdir()):
            pixels = np.asarray(Image.open(file).convert(mode), dtype=np.float64)
            channels = pixels[None] if pixels.ndim == 2 else pixels.transpose(2, 0, 1)
            images.append((channels / 255 - mean) / std)
            labels.append(one["label"])
    return torch.from_numpy(np.stack(images).astype(np.float32)), torch.tensor(labels)


def read(place):
    if place.suffix == ".npz":
        return read_npz(place)
    manifest = manifest_of(place)
    if manifest["format"] == "npz":
        return read_npz(place / "images.npz")
    if manifest["format"] == "safetensors":
        return read_safetensors(place / "images.safetensors")
    return read_folders(place, manifest)


def network(channels, size, classes):
    """Three convolutions with instance norm, each halving the resolution."""
    layers, width, side = [], 64, size
    for entering in (channels, width, width):
        layers += [nn.Conv2d(entering, width, 3, padding=1), nn.GroupNorm(width, width), nn.ReLU(), nn.AvgPool2d(2)]
        side //= 2
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(width * side * side, classes))


def accuracy(model, images, labels, batch=100):
    model.eval()
    right = 0
    with torch.no_grad():
        for start in range(0, len(labels), batch):
            logits = model(images[start : start + batch])
            right += (logits.argmax(1) == labels[start : start + batch]).sum().item()
    return right / len(labels)


def train(model, images, labels, epochs, batch=32):
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs)
    for epoch in range(epochs):
        model.train()
        total = 0.0
        for chosen in torch.randperm(len(labels)).split(batch):
            loss = nn.functional.cross_entropy(model(images[chosen]), labels[chosen])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item() * len(chosen)
        schedule.step()
        if (epoch + 1) % max(1, epochs // 5) == 0:
            print(f"  epoch {epoch + 1}: loss {total / len(labels):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--test", type=pathlib.Path)
    options = parser.parse_args()

    manifest = manifest_of(options.folder)
    images, labels = read(options.folder)
    names = [one["name"] for one in manifest["classes"]]
    print(f"{options.folder.name}: {manifest['format']}, images {tuple(images.shape)} {images.dtype}, classes {names}")
    torch.manual_seed(0)
    model = network(images.shape[1], images.shape[2], len(names))
    train(model, images, labels, options.epochs)
    print(f"  accuracy on the export: {accuracy(model, images, labels):.3f}")
    if options.test:
        print(f"  accuracy on {options.test.name}: {accuracy(model, *read(options.test)):.3f}")


if __name__ == "__main__":
    main()
