"""Times the training step of a student in PyTorch (Debian: python3-torch 1.13), with the modern recipe.

Views (a crop out of two pixels of padding, half of them mirrored) and CutMix, the teacher's answers where labels are soft,
squared difference of the logits + 0.025 * cross-entropy, AdamW, averaged weights: what `bench --student` times.

usage: student_step.py resnet18|convnet3 WIDTH BATCH SECONDS     prints the median and the best in milliseconds
"""
import copy
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

from published_step import ResNet18

CHANNELS, SIZE, CLASSES, PADDING = 1, 28, 10, 2


class ConvNet3(nn.Module):
    def __init__(self, width, classes):
        super().__init__()
        layers, inputs = [], CHANNELS
        for _ in range(3):
            layers += [nn.Conv2d(inputs, width, 3, 1, 1), nn.GroupNorm(width, width), nn.ReLU(), nn.AvgPool2d(2)]
            inputs = width
        self.features = nn.Sequential(*layers, nn.Flatten())
        self.fc = nn.Linear(width * (SIZE >> 3) ** 2, classes)

    def forward(self, x):
        return self.fc(self.features(x))


def network(name, width):
    if name == "convnet3":
        return ConvNet3(width, CLASSES)
    resnet = ResNet18(width, CLASSES)
    resnet.conv1 = nn.Conv2d(CHANNELS, width, 3, 1, 1, bias=False)
    return resnet


def views(images):
    """Crops and flips every image independently."""
    padded = F.pad(images, [PADDING] * 4)
    cut = []
    for image in padded:
        y, x = torch.randint(0, 2 * PADDING + 1, (2,)).tolist()
        image = image[:, y : y + SIZE, x : x + SIZE]
        cut.append(image.flip(2) if torch.rand(()) < 0.5 else image)
    return torch.stack(cut)


def cutmix(images):
    """Returns the mixed images, their partners, and the remaining share of each image."""
    partners = torch.randperm(len(images))
    side = int(SIZE * (1 - torch.rand(()).item()) ** 0.5)
    y, x = torch.randint(0, SIZE - side + 1, (2,)).tolist()
    images[:, :, y : y + side, x : x + side] = images[partners, :, y : y + side, x : x + side].clone()
    return images, partners, 1 - (side / SIZE) ** 2


def main(name, width, batch, seconds):
    torch.manual_seed(0)
    pool = torch.rand(4 * batch, CHANNELS, SIZE, SIZE) * 2 - 1
    classes = torch.arange(4 * batch) % CLASSES
    teacher, student = network(name, width).eval(), network(name, width)
    average = copy.deepcopy(student)
    adam = torch.optim.AdamW(student.parameters(), lr=0.001, weight_decay=0.01)
    times = {"soft": [], "hard": []}
    end = time.time() + seconds
    while len(times["hard"]) < 5 or time.time() < end:
        for labels in times:
            start = time.time()
            chosen = torch.randperm(len(pool))[:batch]
            images, partners, share = cutmix(views(pool[chosen]))
            own, other = classes[chosen], classes[chosen][partners]
            adam.zero_grad()
            logits = student(images)
            loss = share * F.cross_entropy(logits, own) + (1 - share) * F.cross_entropy(logits, other)
            if labels == "soft":
                with torch.no_grad():
                    answers = teacher(images)
                loss = F.mse_loss(logits, answers) + 0.025 * loss
            loss.backward()
            loss.item()
            adam.step()
            with torch.no_grad():
                for mean, now in zip(average.parameters(), student.parameters()):
                    mean.lerp_(now, 0.01)
            times[labels].append(time.time() - start)
    for labels, taken in times.items():
        taken = sorted(taken[2:])
        print(f"{labels}, PyTorch {torch.__version__}: median {taken[len(taken) // 2] * 1e3:.1f} ms, best {taken[0] * 1e3:.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
