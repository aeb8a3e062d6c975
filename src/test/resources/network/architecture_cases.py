"""Writes the cases of ArchitectureParityTest: what torchvision's architectures compute with the weights of filled_networks.py; and
the names and shapes of torchvision's tensors, 1000 classes.

usage: architecture_cases.py FOLDER     (Debian: python3-torchvision) writes FOLDER/architectures and FOLDER/shapes
"""
import sys
from pathlib import Path

import torch
from torch import nn
from torchvision import models
from torchvision.models import efficientnet, mobilenetv2, resnet, shufflenetv2, vgg

import filled_networks

RESNETS = {
    "resnet18": (resnet.BasicBlock, [2, 2, 2, 2]),
    "resnet34": (resnet.BasicBlock, [3, 4, 6, 3]),
    "resnet50": (resnet.Bottleneck, [3, 4, 6, 3]),
    "resnet101": (resnet.Bottleneck, [3, 4, 23, 3]),
}
VGGS = {"vgg11_bn": "A", "vgg16_bn": "D"}
SHUFFLENETS = {"shufflenet_v2_x0_5": [24, 48, 96, 192, 1024], "shufflenet_v2_x1_0": [24, 116, 232, 464, 1024]}
PUBLISHED = [*RESNETS, *VGGS, "mobilenet_v2", *SHUFFLENETS, "efficientnet_b0"]


class ConvNet(nn.Module):
    def __init__(self, depth, norm, width, channels, classes, size):
        super().__init__()
        self.depth = depth
        for k in range(1, depth + 1):
            self.add_module(f"conv{k}", nn.Conv2d(channels, width, 3, padding=1, bias=norm == "plain"))
            if norm == "batch":
                self.add_module(f"bn{k}", nn.BatchNorm2d(width))
            if norm == "instance":
                self.add_module(f"norm{k}", nn.GroupNorm(width, width))
            channels = width
        self.fc = nn.Linear(width * (size >> depth) ** 2, classes)

    def forward(self, x):
        for k in range(1, self.depth + 1):
            x = self.get_submodule(f"conv{k}")(x)
            for norm in ("bn", "norm"):
                if hasattr(self, f"{norm}{k}"):
                    x = self.get_submodule(f"{norm}{k}")(x)
            x = nn.functional.avg_pool2d(torch.relu(x), 2)
        return self.fc(x.flatten(1))


class SmallVgg(nn.Module):
    def __init__(self, features, channels, classes):
        super().__init__()
        self.features = features
        self.classifier = nn.Linear(channels, classes)

    def forward(self, x):
        for module in self.features:
            if not (isinstance(module, nn.MaxPool2d) and x.shape[2] == 1):
                x = module(x)
        return self.classifier(x.mean((2, 3)))


def build(name, width, small, channels, classes, size):
    if name.startswith("convnet"):
        depth, _, norm = name[len("convnet"):].partition("-")
        return ConvNet(int(depth), norm or "batch", width, channels, classes, size)
    if name in RESNETS:
        block, layers = RESNETS[name]
        net = resnet.ResNet(block, layers, num_classes=classes)
        net.inplanes = width
        if small:
            net.conv1, net.maxpool = nn.Conv2d(channels, width, 3, 1, 1, bias=False), nn.Identity()
        else:
            net.conv1 = nn.Conv2d(channels, width, 7, 2, 3, bias=False)
        net.bn1 = nn.BatchNorm2d(width)
        for stage, blocks in enumerate(layers):
            made = net._make_layer(block, width << stage, blocks, stride=1 if stage == 0 else 2)
            setattr(net, f"layer{stage + 1}", made)
        net.fc = nn.Linear((width << 3) * block.expansion, classes)
        return net
    if name in VGGS:
        plan = [v if v == "M" else v * width // 64 for v in vgg.cfgs[VGGS[name]]]
        features = vgg.make_layers(plan, batch_norm=True)
        features[0] = nn.Conv2d(channels, width, 3, padding=1)
        if small:
            return SmallVgg(features, 8 * width, classes)
        net = vgg.VGG(features, num_classes=classes, init_weights=False)
        inner = 64 * width
        net.classifier = nn.Sequential(
            nn.Linear(8 * width * 49, inner), nn.ReLU(), nn.Dropout(),
            nn.Linear(inner, inner), nn.ReLU(), nn.Dropout(), nn.Linear(inner, classes))
        return net
    if name == "mobilenet_v2":
        net = mobilenetv2.MobileNetV2(num_classes=classes, width_mult=width / 32)
        first = net.features[0]
        if small:
            net.features[2].conv[1][0].stride = (1, 1)
    elif name in SHUFFLENETS:
        plan = SHUFFLENETS[name]
        if width != 24:
            round_half_up = lambda value: int(value + 0.5)
            stages = [2 * round_half_up(c * width / 24 / 2) for c in plan[1:4]]
            plan = [width, *stages, round_half_up(plan[4] * width / 24)]
        net = shufflenetv2.ShuffleNetV2([4, 8, 4], plan, num_classes=classes)
        first = net.conv1
        if small:
            net.maxpool = nn.Identity()
    elif name == "efficientnet_b0":
        setting, last = efficientnet._efficientnet_conf("efficientnet_b0", width_mult=width / 32, depth_mult=1.0)
        net = efficientnet.EfficientNet(setting, 0.2, num_classes=classes, last_channel=last)
        first = net.features[0]
    conv = first[0]
    first[0] = nn.Conv2d(channels, conv.out_channels, 3, 1 if small else 2, 1, bias=False)
    return net


def write_case(folder, name, width, small, channels, size, training=False):
    filled_networks.write_case(
        folder, build(name, width, small, channels, 10, size), name, width, small, channels, size, training)


def write_shapes(folder, name):
    net = getattr(models, name)()
    state = {k: v for k, v in net.state_dict().items() if not k.endswith("num_batches_tracked")}
    lines = [" ".join([k, *map(str, v.shape)]) for k, v in state.items()]
    (folder / f"{name}.txt").write_text("\n".join(lines) + "\n")
    width = {"mobilenet_v2": 32, "efficientnet_b0": 32, **dict.fromkeys(SHUFFLENETS, 24)}.get(name, 64)
    ours = build(name, width, False, 3, 1000, 224).state_dict()
    assert [(k, v.shape) for k, v in ours.items()] == [(k, v.shape) for k, v in net.state_dict().items()], name


if __name__ == "__main__":
    cases, shapes = Path(sys.argv[1]) / "architectures", Path(sys.argv[1]) / "shapes"
    for name in ("convnet3", "convnet4", "convnet3-instance", "convnet4-instance", "convnet3-plain", "convnet4-plain"):
        write_case(cases, name, 128, True, 3, 32)
    write_case(cases, "convnet3", 16, True, 1, 28)
    for name in RESNETS:
        write_case(cases, name, 64, True, 3, 32)
        write_case(cases, name, 64, False, 3, 64)
    write_case(cases, "vgg11_bn", 64, True, 1, 28)
    write_case(cases, "vgg16_bn", 64, True, 3, 32)
    write_case(cases, "vgg11_bn", 8, False, 3, 96)
    write_case(cases, "vgg16_bn", 8, False, 3, 64)
    for name in VGGS:
        write_case(cases, name, 64, False, 3, 64)
    for name, width in (("mobilenet_v2", 32), ("efficientnet_b0", 32), *((n, 24) for n in SHUFFLENETS)):
        write_case(cases, name, width, True, 3, 32)
        write_case(cases, name, width, False, 3, 64)
    write_case(cases, "mobilenet_v2", 44, True, 1, 28, training=True)
    write_case(cases, "efficientnet_b0", 12, True, 1, 28, training=True)
    write_case(cases, "shufflenet_v2_x1_0", 10, True, 1, 28, training=True)
    for name in PUBLISHED:
        write_shapes(shapes, name)
