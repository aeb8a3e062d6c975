"""Times the pixel step of the published code in PyTorch (Debian: python3-torch 1.13).

The network is a ResNet-18 with a 3x3 stem; the gradients of all weights are computed and thrown away, tensors have
PyTorch's default memory format, and the variance of every batch norm's input is taken from a permuted copy.

usage: published_step.py WIDTH BATCH SECONDS     prints the median and the best in milliseconds
"""
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn


class BasicBlock(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.shortcut = nn.Identity()
        if stride != 1:
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        inner = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn2(self.conv2(inner)) + self.shortcut(x))


class ResNet18(nn.Module):
    def __init__(self, width, classes):
        super().__init__()
        self.conv1 = nn.Conv2d(3, width, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        blocks, inputs = [], width
        for stage in range(4):
            for block in range(2):
                blocks.append(BasicBlock(inputs, width << stage, 2 if stage and not block else 1))
                inputs = width << stage
        self.blocks = nn.Sequential(*blocks)
        self.fc = nn.Linear(inputs, classes)

    def forward(self, x):
        return self.fc(self.blocks(F.relu(self.bn1(self.conv1(x)))).mean((2, 3)))


class Alignment:
    """The distance of one batch norm's input from its running statistics."""

    def __init__(self, norm):
        norm.register_forward_hook(self.measure)

    def measure(self, norm, given, _):
        x = given[0]
        mean = x.mean([0, 2, 3])
        variance = x.permute(1, 0, 2, 3).contiguous().view([x.shape[1], -1]).var(1, unbiased=False)
        self.loss = 11 * (variance - norm.running_var).norm(2) + (mean - norm.running_mean).norm(2)


def main(width, batch, seconds):
    torch.manual_seed(0)
    torch.set_num_threads(2)
    teacher = ResNet18(width, 100).eval()
    alignments = [Alignment(module) for module in teacher.modules() if isinstance(module, nn.BatchNorm2d)]
    images = torch.randn(batch, 3, 32, 32, requires_grad=True)
    labels = torch.arange(batch) % 100
    adam = torch.optim.Adam([images], lr=0.25, betas=(0.5, 0.9))
    times, end = [], time.time() + seconds
    while len(times) < 3 or time.time() < end:
        start = time.time()
        adam.zero_grad()
        dy, dx = torch.randint(0, 5, (2,)).tolist()
        loss = F.cross_entropy(teacher(torch.roll(images, (dy, dx), (2, 3))), labels)
        loss = loss + 0.01 * sum((10 if i == 0 else 1) * layer.loss for i, layer in enumerate(alignments))
        loss.backward()
        adam.step()
        times.append(time.time() - start)
    times = sorted(times[1:])
    print(f"published, PyTorch {torch.__version__}: median {times[len(times) // 2] * 1e3:.1f} ms, best {times[0] * 1e3:.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
