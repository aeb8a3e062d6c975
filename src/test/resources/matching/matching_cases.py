"""Writes the case of MatchingParityTest: loss and pixel gradient of one step of distribution matching, in float64.

usage: matching_cases.py FOLDER     (Debian: python3-torch) writes FOLDER/matching.npz
"""
import sys
from pathlib import Path

import numpy
import torch
from torch import nn

WIDTH, CHANNELS, SIZE, CLASSES = 6, 3, 16, 2
REAL, SYNTHETIC = 9, 4
DOWN, RIGHT, CONTRAST, BRIGHTNESS = -3, 2, 1.21, -0.17


class ConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        inputs = CHANNELS
        for k in range(1, 4):
            self.add_module(f"conv{k}", nn.Conv2d(inputs, WIDTH, 3, padding=1, bias=False))
            self.add_module(f"norm{k}", nn.GroupNorm(WIDTH, WIDTH))
            inputs = WIDTH

    def forward(self, x):
        for k in range(1, 4):
            x = self.get_submodule(f"norm{k}")(self.get_submodule(f"conv{k}")(x))
            x = nn.functional.avg_pool2d(torch.relu(x), 2)
        return x.flatten(1)


def augmented(x):
    return torch.roll(x, (DOWN, RIGHT), (2, 3)).flip(3) * CONTRAST + BRIGHTNESS


def main(folder):
    torch.manual_seed(1)
    network = ConvNet().double()
    with torch.no_grad():
        for k in range(1, 4):
            network.get_submodule(f"norm{k}").weight.uniform_(0.5, 1.5)
            network.get_submodule(f"norm{k}").bias.uniform_(-0.5, 0.5)
    real = torch.randn(CLASSES, REAL, CHANNELS, SIZE, SIZE, dtype=torch.float64)
    synthetic = torch.randn(CLASSES, SYNTHETIC, CHANNELS, SIZE, SIZE, dtype=torch.float64, requires_grad=True)
    loss = sum(
        ((network(augmented(real[c])).mean(0) - network(augmented(synthetic[c])).mean(0)) ** 2).sum() for c in range(CLASSES))
    loss.backward()
    numpy.savez(
        Path(folder) / "matching.npz",
        real=real.numpy(),
        synthetic=synthetic.detach().numpy(),
        loss=loss.detach().numpy().reshape(1),
        gradient=synthetic.grad.numpy(),
        **{name: tensor.numpy() for name, tensor in network.state_dict().items()})


if __name__ == "__main__":
    main(sys.argv[1])
