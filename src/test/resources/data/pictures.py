"""Makes cmyk.jpg, and prints what CenteredSquareTest expects. Needs Pillow and torchvision."""

import pathlib

import numpy
from PIL import Image
from torchvision.transforms import CenterCrop, Compose, Resize


def pattern(height, width, channels):
    y, x, c = numpy.indices((height, width, channels))
    return ((37 * x + 101 * y + 53 * c + x * y) % 256).astype(numpy.uint8)


def square(height, width, channels, size):
    pixels = pattern(height, width, channels)
    image = Image.fromarray(pixels if channels == 3 else pixels[:, :, 0])
    result = numpy.asarray(Compose([Resize(size), CenterCrop(size)])(image)).reshape(size, size, channels)
    return result.reshape(-1)[:6].tolist(), int(result.astype(int).sum()), int(
        (result.reshape(-1).astype(int) * numpy.arange(1, result.size + 1)).sum())


# Left half cyan, right half black ink, without a color profile.
inks = numpy.zeros((16, 16, 4), numpy.uint8)
inks[:, :8, 0] = 255
inks[:, 8:, 3] = 255
cmyk = Image.frombytes("CMYK", (16, 16), inks.tobytes())
cmyk.save(pathlib.Path(__file__).parent / "cmyk.jpg", quality=95)

for case in [(37, 53, 3, 28), (200, 75, 1, 32), (20, 31, 3, 32), (64, 64, 3, 24), (33, 28, 1, 28)]:
    print(case, *square(*case))
