"""Writes the cases of ArchitectureParityTest for the networks of the repositories for CIFAR, with the weights of filled_networks.py:
ResNet-20 to 110 with shortcut A or B, and wide ResNets. The forward passes are those of the widespread PyTorch code.

usage: cifar_cases.py FOLDER     (Debian: python3-torch 1.13) writes FOLDER/architectures and FOLDER/shapes
"""
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from filled_networks import write_case

RESNETS = {f"resnet{6 * n + 2}": n for n in (3, 5, 7, 9, 18)}
WIDE = {"wideresnet16": 2, "wideresnet28": 4}


class Padded(nn.Module):
    def __init__(self, inputs, planes):
        super().__init__()
        self.before = (planes - inputs) // 2
        self.after = planes - inputs - self.before

    def forward(self, x):
        return F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.before, self.after))


class BasicBlock(nn.Module):
    def __init__(self, inputs, planes, stride, option):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, planes, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.shortcut = nn.Sequential()
        if stride != 1 or inputs != planes:
            projection = nn.Conv2d(inputs, planes, 1, stride, bias=False)
            self.shortcut = Padded(inputs, planes) if option == "A" else nn.Sequential(projection, nn.BatchNorm2d(planes))

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        return F.relu(out + self.shortcut(x))


class ResNet(nn.Module):
    def __init__(self, blocks, option, width, channels, classes):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, width, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        inputs = width
        for stage in range(3):
            layer = []
            for i in range(blocks):
                layer.append(BasicBlock(inputs, width << stage, 2 if i == 0 and stage > 0 else 1, option))
                inputs = width << stage
            setattr(self, f"layer{stage + 1}", nn.Sequential(*layer))
        self.linear = nn.Linear(inputs, classes)

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.layer3(self.layer2(self.layer1(out)))
        out = F.avg_pool2d(out, out.size()[3])
        return self.linear(out.view(out.size(0), -1))


class WideBlock(nn.Module):
    def __init__(self, inputs, planes, stride):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(inputs)
        self.conv1 = nn.Conv2d(inputs, planes, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        self.equal = inputs == planes
        self.convShortcut = None if self.equal else nn.Conv2d(inputs, planes, 1, stride, bias=False)

    def forward(self, x):
        out = F.relu(self.bn1(x))
        shortcut = x if self.equal else self.convShortcut(out)
        out = F.relu(self.bn2(self.conv1(out)))
        return torch.add(shortcut, self.conv2(out))


class WideStage(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layer = nn.Sequential(*layers)

    def forward(self, x):
        return self.layer(x)


class WideResNet(nn.Module):
    def __init__(self, blocks, width, channels, classes):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, 16, 3, 1, 1, bias=False)
        inputs = 16
        for stage in range(3):
            layer = []
            for i in range(blocks):
                layer.append(WideBlock(inputs, width << stage, 2 if i == 0 and stage > 0 else 1))
                inputs = width << stage
            setattr(self, f"block{stage + 1}", WideStage(layer))
        self.bn1 = nn.BatchNorm2d(inputs)
        self.fc = nn.Linear(inputs, classes)

    def forward(self, x):
        out = self.block3(self.block2(self.block1(self.conv1(x))))
        out = F.relu(self.bn1(out))
        out = F.avg_pool2d(out, out.size()[3])
        return self.fc(out.view(out.size(0), -1))


def build(name, width, channels, classes):
    if name in WIDE:
        return WideResNet(WIDE[name], width, channels, classes)
    depth, _, option = name.partition("-")
    return ResNet(RESNETS[depth], option.upper() or "A", width, channels, classes)


def case(folder, name, width, channels, size, training=False):
    write_case(folder, build(name, width, channels, 10), name, width, True, channels, size, training)


def write_shapes(folder, name, width):
    state = build(name, width, 3, 10).state_dict()
    lines = [" ".join([k, *map(str, v.shape)]) for k, v in state.items() if not k.endswith("num_batches_tracked")]
    (folder / f"{name}.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    cases, shapes = Path(sys.argv[1]) / "architectures", Path(sys.argv[1]) / "shapes"
    for name in RESNETS:
        case(cases, name, 16, 3, 32)
        case(cases, name + "-b", 16, 3, 32)
    case(cases, "resnet20", 6, 1, 28, training=True)
    case(cases, "resnet20-b", 6, 1, 28, training=True)
    case(cases, "wideresnet16", 16, 3, 32)
    case(cases, "wideresnet16", 64, 3, 32)
    case(cases, "wideresnet16", 8, 1, 28, training=True)
    case(cases, "wideresnet28", 32, 3, 32)
    case(cases, "wideresnet28", 160, 3, 32)
    for name in ("resnet20", "resnet20-b", "resnet56", "wideresnet16"):
        write_shapes(shapes, name, 64 if name in WIDE else 16)
