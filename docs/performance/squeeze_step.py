"""Times the training step of a teacher in PyTorch (Debian: python3-torch 1.13), with the published recipe.

Crops out of four pixels of padding, half of them mirrored, cross-entropy, SGD with momentum 0.9 and weight decay: what
`bench --squeeze` times. The augmented images are made before, as a DataLoader makes them in other processes.

usage: squeeze_step.py resnet18 WIDTH BATCH SECONDS     prints the median and the best in milliseconds
"""
import sys
import time

import torch
import torch.nn.functional as F

from published_step import ResNet18

CHANNELS, SIZE, CLASSES, PADDING, BATCHES = 3, 32, 10, 4, 4


def views(images):
    """Crops and flips every image independently."""
    padded = F.pad(images, [PADDING] * 4)
    cut = []
    for image in padded:
        y, x = torch.randint(0, 2 * PADDING + 1, (2,)).tolist()
        image = image[:, y : y + SIZE, x : x + SIZE]
        cut.append(image.flip(2) if torch.rand(()) < 0.5 else image)
    return torch.stack(cut)


def main(width, batch, seconds):
    torch.manual_seed(0)
    torch.set_num_threads(2)
    teacher = ResNet18(width, CLASSES, CHANNELS)
    prepared = [views(torch.rand(batch, CHANNELS, SIZE, SIZE) * 2 - 1) for _ in range(BATCHES)]
    classes = torch.arange(batch) % CLASSES
    sgd = torch.optim.SGD(teacher.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
    times, end = [], time.time() + seconds
    while len(times) < 5 or time.time() < end:
        start = time.time()
        sgd.zero_grad()
        loss = F.cross_entropy(teacher(prepared[len(times) % BATCHES]), classes)
        loss.backward()
        loss.item()
        sgd.step()
        times.append(time.time() - start)
    times = sorted(times[3:])
    print(f"squeeze, PyTorch {torch.__version__}: median {times[len(times) // 2] * 1e3:.1f} ms, best {times[0] * 1e3:.1f} ms")


if __name__ == "__main__":
    if sys.argv[1] != "resnet18":
        sys.exit("only resnet18 is known")
    main(int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
