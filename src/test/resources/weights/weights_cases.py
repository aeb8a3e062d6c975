"""Writes the files of WeightsFormatsTest, BrokenWeightsTest and TeachersCommandTest: one small network in every format and precision that
PyTorch knows, what PyTorch computes with it, and files that must be refused.

usage: weights_cases.py FOLDER     (Debian: python3-torch)
"""
import json
import os
import pickle
import struct
import sys
import zipfile
from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


class ConvNet(nn.Module):
    def __init__(self, width=4, classes=5, size=16, channels=3):
        super().__init__()
        for k in (1, 2, 3):
            setattr(self, f"conv{k}", nn.Conv2d(channels if k == 1 else width, width, 3, padding=1, bias=False))
            setattr(self, f"bn{k}", nn.BatchNorm2d(width))
        self.fc = nn.Linear(width * (size // 8) ** 2, classes)
        for norm in (self.bn1, self.bn2, self.bn3):
            nn.init.uniform_(norm.weight, 0.5, 1.5)
            nn.init.uniform_(norm.running_var, 0.5, 1.5)
            nn.init.normal_(norm.bias, 0, 0.2)
            nn.init.normal_(norm.running_mean, 0, 0.2)

    def forward(self, x):
        x = F.avg_pool2d(F.relu(self.bn1(self.conv1(x))), 2)
        x = F.avg_pool2d(F.relu(self.bn2(self.conv2(x))), 2)
        x = F.avg_pool2d(F.relu(self.bn3(self.conv3(x))), 2)
        return self.fc(x.flatten(1))


def reversed_axes(tensor):
    return tensor.permute(*reversed(range(tensor.dim())))


def strided(state):
    """The same values behind offsets, steps and swapped axes."""
    result = OrderedDict()
    for name, tensor in state.items():
        if tensor.dim() == 0:
            result[name] = tensor
            continue
        wide = torch.full((tensor.numel() * 2 + 3,), -9).to(tensor.dtype)
        swapped = reversed_axes(tensor).contiguous()
        window = wide[3:].as_strided(swapped.shape, [2 * s for s in swapped.stride()])
        window.copy_(swapped)
        result[name] = reversed_axes(window)
        assert torch.equal(result[name], tensor)
    return result


def shared(state):
    """All floats in one storage."""
    flat = torch.cat([t.flatten() for t in state.values() if t.is_floating_point()])
    result, place = OrderedDict(), 0
    for name, tensor in state.items():
        if tensor.is_floating_point():
            result[name] = flat[place : place + tensor.numel()].view(tensor.shape)
            place += tensor.numel()
        else:
            result[name] = tensor
    return result


def floats(state, convert):
    return OrderedDict((k, convert(v) if v.is_floating_point() else v) for k, v in state.items())


def named(prefix, state):
    return OrderedDict((prefix + k, v) for k, v in state.items())


def safetensors(path, state):
    names = {torch.float32: "F32", torch.bfloat16: "BF16", torch.int64: "I64"}
    header, values = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in state.items():
        raw = (tensor.view(torch.int16) if tensor.dtype == torch.bfloat16 else tensor).contiguous().numpy().tobytes()
        offsets = [len(values), len(values) + len(raw)]
        header[name] = {"dtype": names[tensor.dtype], "shape": list(tensor.shape), "data_offsets": offsets}
        values += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + values)


def script(path, module):
    """A TorchScript archive without its notes on where the code came from."""
    module.save(str(path))
    with zipfile.ZipFile(path) as archive:
        entries = [(e, archive.read(e)) for e in archive.infolist() if not e.filename.endswith(".debug_pkl")]
    with zipfile.ZipFile(path, "w") as archive:
        for entry, content in entries:
            archive.writestr(entry.filename, content)


def good(folder):
    net = ConvNet().eval()
    images = torch.randn(3, 3, 16, 16)
    state = net.state_dict()
    original = OrderedDict((k, v.clone()) for k, v in state.items())
    torch.save(state, folder / "float32.pth")
    torch.save(floats(state, torch.Tensor.double), folder / "float64.pth")
    torch.save(strided(state), folder / "strided.pth")
    torch.save(shared(state), folder / "shared.pth")
    torch.save(floats(state, nn.Parameter), folder / "parameters.pth")
    torch.save(state, folder / "legacy.pth", _use_new_zipfile_serialization=False)
    torch.save(
        {"model": named("_orig_mod.module.", state), "n": [1, 2]},
        folder / "legacy-checkpoint.bin",
        _use_new_zipfile_serialization=False,
    )
    torch.save(state, folder / "protocol4.ckpt", pickle_protocol=4)
    script(folder / "scripted.pt", torch.jit.script(net))
    script(folder / "traced.pt", torch.jit.trace(net, images))
    safetensors(folder / "float32.safetensors", state)
    np.savez(folder / "float32.npz", **{k: v.numpy() for k, v in state.items()})
    expected = {"images": images, "logits": net(images)}
    optimizer = torch.optim.SGD(net.parameters(), 0.1, momentum=0.9)
    F.cross_entropy(net(images), torch.tensor([0, 1, 2])).backward()
    optimizer.step()
    checkpoint = {
        "epoch": 7,
        "best_acc1": torch.tensor(91.5),
        "args": {"lr": 0.1, "shape": torch.Size([3, 16]), "device": torch.device("cpu"), "dtype": torch.float32},
        "state_dict": named("module.", original),
        "optimizer": optimizer.state_dict(),
    }
    torch.save(checkpoint, folder / "checkpoint.pth")
    for name, halve in (("float16", torch.Tensor.half), ("bfloat16", torch.Tensor.bfloat16)):
        rounded = floats(original, halve)
        torch.save(rounded, folder / f"{name}.pth")
        if name == "bfloat16":
            safetensors(folder / f"{name}.safetensors", rounded)
        net.load_state_dict(floats(rounded, torch.Tensor.float))
        expected[f"logits-{name}"] = net(images)
    np.savez(folder / "expected.npz", **{k: v.detach().numpy() for k, v in expected.items()})
    kinds = {
        "scalar": torch.tensor(2.5),
        "empty": torch.zeros(0, 3),
        "halves": torch.tensor([1.0, -0.5, 65504.0, 6e-8, float("inf"), 0.333]).half(),
        "bfloats": torch.tensor([1.0, -0.5, 3e38, 1e-40, float("-inf"), 0.333]).bfloat16(),
        "long": torch.tensor([-(2**62), 7]),
        "int": torch.tensor([-(2**31)], dtype=torch.int32),
        "short": torch.tensor([-300], dtype=torch.int16),
        "char": torch.tensor([-7], dtype=torch.int8),
        "byte": torch.tensor([200], dtype=torch.uint8),
        "bool": torch.tensor([True, False]),
    }
    torch.save(kinds, folder / "kinds.pth")
    torch.save(ConvNet(2, 10, 28, 1).state_dict(), folder / "grey.pth")


class Storage:
    def __init__(self, key, kind, count):
        self.id = ("storage", kind, key, "cpu", count)


class Tensor:
    def __init__(self, storage, offset, size, stride):
        self.arguments = (storage, offset, size, stride, False, OrderedDict())

    def __reduce__(self):
        return torch._utils._rebuild_tensor_v2, self.arguments


class Pickler(pickle._Pickler):
    def persistent_id(self, value):
        return value.id if isinstance(value, Storage) else None


class Command:
    def __reduce__(self):
        return os.system, ("touch weights-ran-a-command",)


def broken_file(path, value, storages, **others):
    with zipfile.ZipFile(path, "w") as archive:
        with archive.open("archive/data.pkl", "w") as out:
            Pickler(out, protocol=2).dump(value)
        for name, content in {**{f"data/{k}": v for k, v in storages.items()}, **others}.items():
            archive.writestr("archive/" + name, content)


def matrix(count=4, offset=0, size=(2, 2), stride=(2, 1), kind=torch.FloatStorage):
    return {"fc.weight": Tensor(Storage("0", kind, count), offset, size, stride)}


def broken(folder):
    four = {"0": struct.pack("<4f", 1, 2, 3, 4)}
    broken_file(folder / "command.pth", {"fc.weight": Command()}, {})
    broken_file(folder / "missing-storage.pth", matrix(), {"1": four["0"]})
    broken_file(folder / "short-storage.pth", matrix(), {"0": four["0"][:-1]})
    broken_file(folder / "beyond-storage.pth", matrix(offset=1), four)
    broken_file(folder / "negative-size.pth", matrix(size=(-2, -2)), four)
    broken_file(folder / "negative-stride.pth", matrix(stride=(2, -1)), four)
    broken_file(folder / "absurd-shape.pth", matrix(size=(2**40, 2**40), stride=(1, 1)), four)
    broken_file(folder / "absurd-count.pth", matrix(count=2**62), four)
    broken_file(folder / "repeated.pth", matrix(size=(100000, 100000), stride=(0, 0)), four)
    broken_file(folder / "few-strides.pth", matrix(stride=(1,)), four)
    broken_file(folder / "complex.pth", matrix(kind=torch.ComplexFloatStorage), four)
    broken_file(folder / "big-endian.pth", matrix(), four, byteorder="big")
    broken_file(folder / "no-tensors.pth", {"epoch": 3, "args": {"lr": 0.1}}, {})
    broken_file(folder / "two-networks.pth", {"netD": matrix(), "netG": matrix()}, four)
    broken_file(folder / "numpy-number.pth", {"acc": np.float64(0.5), **matrix()}, four)
    torch.save(nn.Sequential(nn.Linear(1, 1)), folder / "whole-module.pth")
    np.savez(folder / "objects.npz", names=np.array([{"a": 1}, None], dtype=object))


if __name__ == "__main__":
    torch.manual_seed(11)
    target = Path(sys.argv[1])
    (target / "broken").mkdir(parents=True, exist_ok=True)
    good(target)
    broken(target / "broken")
