"""Times the pixel step of the published code in PyTorch (Debian: python3-torch 1.13).

The network is a ResNet-18 with a 3x3 stem; the gradients of all weights are computed and thrown away, tensors have
PyTorch's default memory format, and the variance of every batch norm's input is taken from a permuted copy.

usage: published_step.py WIDTH BATCH SECONDS [CHANNELS SIZE THREADS]
       prints the median and the best in milliseconds; CHANNELS SIZE THREADS are 3 32 2 by default.
       If SECONDS is -, reads a number of seconds per line of input, measures as long, and prints the milliseconds of
       every step in one line: so `bench` alternates between this step and its own.
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
    def __init__(self, width, classes, channels=3):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, width, 3, 1, 1, bias=False)
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


class PublishedStep:
    def __init__(self, width, batch, channels, size):
        self.teacher = ResNet18(width, 100, channels).eval()
        self.alignments = [Alignment(module) for module in self.teacher.modules() if isinstance(module, nn.BatchNorm2d)]
        self.images = torch.randn(batch, channels, size, size, requires_grad=True)
        self.labels = torch.arange(batch) % 100
        self.adam = torch.optim.Adam([self.images], lr=0.25, betas=(0.5, 0.9))

    def make(self):
        self.adam.zero_grad()
        dy, dx = torch.randint(0, 5, (2,)).tolist()
        loss = F.cross_entropy(self.teacher(torch.roll(self.images, (dy, dx), (2, 3))), self.labels)
        loss = loss + 0.01 * sum((10 if i == 0 else 1) * layer.loss for i, layer in enumerate(self.alignments))
        loss.backward()
        self.adam.step()

    def times(self, seconds):
        """Returns the seconds of every step, without the first one."""
        times, end = [], time.time() + seconds
        while len(times) < 3 or time.time() < end:
            start = time.time()
            self.make()
            times.append(time.time() - start)
        return times[1:]


def main(width, batch, seconds, channels=3, size=32, threads=2):
    torch.manual_seed(0)
    torch.set_num_threads(int(threads))
    step = PublishedStep(int(width), int(batch), int(channels), int(size))
    if seconds == "-":
        for line in sys.stdin:
            print(*(f"{taken * 1e3:.3f}" for taken in step.times(float(line))), flush=True)
        return
    times = sorted(step.times(float(seconds)))
    print(f"published, PyTorch {torch.__version__}: median {times[len(times) // 2] * 1e3:.1f} ms, best {times[0] * 1e3:.1f} ms")


if __name__ == "__main__":
    main(*sys.argv[1:])
