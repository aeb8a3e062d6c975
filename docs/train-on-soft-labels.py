#!/usr/bin/env python3
"""Trains a small network on the soft labels that DWA Studio stored, for the same augmented images.

    dwa-studio relabel --run RUN
    dwa-studio export --run RUN --format soft-labels --out FOLDER
    python3 train-on-soft-labels.py FOLDER [--set NAME] [--temperature 20] [--test NPZ]

Needs PyTorch, NumPy and Pillow. FOLDER holds pictures.npz, soft-labels.json and a folder for each set of labels with an
archive an epoch. The arrays of an epoch, N images in B steps:

    logits [N, classes]  the teacher's answers, float16     counts [B]    images of each step
    images [N]           which image                        shares [B]    what stays of the image itself
    cuts [N, 4]          top, left, height, width           boxes [B, 4]  what is pasted of the partner: top, left,
    mirrored [N]         0 or 1                                           height, width; -1 where pixels are blended
    partners [N]         row of the image that is mixed in

A cut of another size than the image is brought to its size, bilinear; a cut that reaches over an edge shows black there.
--test takes an npz export with normalized "images" and "labels", and prints the accuracy there.
"""
import argparse
import importlib.util
import json
import pathlib

import numpy as np
import torch
from PIL import Image

PLAIN = pathlib.Path(__file__).with_name("train-on-export.py")
spec = importlib.util.spec_from_file_location("train_on_export", PLAIN)
plain = importlib.util.module_from_spec(spec)
spec.loader.exec_module(plain)


def cut_out(pixels, top, left, height, width, mirrored):
    """Returns [H, W, C] uint8, with the size of the image."""
    full = pixels.shape[:2]
    if top < 0 or left < 0 or top + height > full[0] or left + width > full[1]:
        part = np.zeros((height, width, pixels.shape[2]), np.uint8)
        rows = slice(max(0, top), min(full[0], top + height))
        columns = slice(max(0, left), min(full[1], left + width))
        part[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left] = pixels[rows, columns]
    else:
        part = pixels[top : top + height, left : left + width]
    if part.shape[:2] != full:
        image = Image.fromarray(part[:, :, 0] if part.shape[2] == 1 else part)
        part = np.asarray(image.resize(full[::-1], Image.BILINEAR)).reshape(pixels.shape)
    return part[:, ::-1] if mirrored else part


def steps(epoch, pixels, mean, std):
    """Yields the batches of an epoch: augmented images and the teacher's logits."""
    first = 0
    for count, share, box in zip(epoch["counts"], epoch["shares"], epoch["boxes"]):
        rows = slice(first, first + count)
        views = np.stack(
            [
                cut_out(pixels[image], *cut, mirrored)
                for image, cut, mirrored in zip(epoch["images"][rows], epoch["cuts"][rows], epoch["mirrored"][rows])
            ]
        )
        partners = epoch["partners"][rows] - first
        top, left, height, width = box
        if height > 0:
            pasted = views[partners]
            views[:, top : top + height, left : left + width] = pasted[:, top : top + height, left : left + width]
        images = (views.astype(np.float32) / 255 - mean) / std
        if height < 0:
            images = share * images + (1 - share) * images[partners]
        yield (
            torch.from_numpy(images.transpose(0, 3, 1, 2).astype(np.float32)),
            torch.from_numpy(epoch["logits"][rows].astype(np.float32)),
        )
        first += count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--set", help="which set of labels; the first where it is left out")
    parser.add_argument("--temperature", type=float, default=20)
    parser.add_argument("--test", type=pathlib.Path)
    options = parser.parse_args()

    manifest = plain.manifest_of(options.folder)
    sets = json.loads((options.folder / "soft-labels.json").read_text(encoding="utf-8"))
    about = next((one for one in sets if options.set in (None, one["folder"])), None)
    if about is None:
        raise SystemExit(f"There is no set {options.set}; there are {', '.join(one['folder'] for one in sets)}.")
    with np.load(options.folder / "pictures.npz") as arrays:
        pixels, labels, mean, std = (arrays[name] for name in ("pixels", "labels", "mean", "std"))
    epochs = sorted((options.folder / about["folder"]).glob("epoch-*.npz"))
    print(f"{options.folder.name}: {len(labels)} images, {len(epochs)} epochs, {about['views']}")

    torch.manual_seed(0)
    model = plain.network(pixels.shape[3], pixels.shape[1], len(manifest["classes"]))
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, len(epochs))
    for number, file in enumerate(epochs):
        model.train()
        total, seen = 0.0, 0
        with np.load(file) as arrays:
            epoch = {name: arrays[name] for name in arrays.files}
        for images, logits in steps(epoch, pixels, mean, std):
            loss = torch.nn.functional.kl_div(
                torch.log_softmax(model(images) / options.temperature, 1),
                torch.softmax(logits / options.temperature, 1),
                reduction="batchmean",
            )
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(images)
            seen += len(images)
        schedule.step()
        if (number + 1) % max(1, len(epochs) // 5) == 0:
            print(f"  epoch {number + 1}: loss {total / seen:.5f}")
    whole = torch.from_numpy(((pixels.astype(np.float32) / 255 - mean) / std).transpose(0, 3, 1, 2).astype(np.float32))
    print(f"  accuracy on the images: {plain.accuracy(model, whole, torch.from_numpy(labels)):.3f}")
    if options.test:
        print(f"  accuracy on {options.test.name}: {plain.accuracy(model, *plain.read(options.test)):.3f}")


if __name__ == "__main__":
    main()
