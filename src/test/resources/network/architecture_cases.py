"""Writes the cases of ArchitectureParityTest: what torchvision's architectures compute with weights that are not stored but
computed, the same in Python and in Java (FilledTensors); and the names and shapes of torchvision's tensors, 1000 classes.

Tensor t (in the order of the state dict, batch counters left out) has the elements of a hash: u(t, i) in [-1, 1).
 weights of two and more axes   u * sqrt(6 / fan-in)
 weights of one axis            1 + 0.3 u
 biases                         0.1 u
 running means                  0.1 u * sqrt(s)
 running variances              (1 + 0.25 u) * s
with one number s a batch norm, the mean variance of what enters it: stored as "scales". The images are tensor 10000.

usage: architecture_cases.py FOLDER     (Debian: python3-torchvision) writes FOLDER/architectures and FOLDER/shapes
"""
import copy
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torchvision import models
from torchvision.models import efficientnet, mobilenetv2, resnet, shufflenetv2, vgg

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


def hashed(tensor, count):
    """u(t, i): splitmix64 of t * 2^40 + i"""
    with np.errstate(over="ignore"):
        z = np.arange(count, dtype=np.uint64) + np.uint64((tensor << 40) + 0x9E3779B97F4A7C15 & (1 << 64) - 1)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return (z >> np.uint64(11)).astype(np.float64) * 2.0**-52 - 1


def fill(net):
    """Returns, for every batch norm in module order, the hashes of its running mean and variance."""
    moments = []
    state = {k: v for k, v in net.state_dict().items() if not k.endswith("num_batches_tracked")}
    for t, (name, tensor) in enumerate(state.items()):
        u = hashed(t, tensor.numel()).reshape(tensor.shape)
        if name.endswith("running_mean"):
            moments.append([u])
        elif name.endswith("running_var"):
            moments[-1].append(u)
        elif tensor.dim() > 1:
            u = u * np.sqrt(6 / (tensor.numel() // tensor.shape[0]))
        elif name.endswith("weight"):
            u = 1 + 0.3 * u
        else:
            u = 0.1 * u
        tensor.copy_(torch.from_numpy(u).float())
    return moments


def calibrate(net, images):
    """Sets the running statistics in one pass; returns the scales."""
    moments = fill(net)
    norms = [m for m in net.modules() if isinstance(m, nn.BatchNorm2d)]
    scales = np.zeros(len(norms), np.float32)

    def measure(index):
        def hook(norm, given):
            scale = scales[index] = np.float32(given[0].var((0, 2, 3), unbiased=False).mean().item())
            mean, variance = moments[index]
            norm.running_mean.copy_(torch.from_numpy(0.1 * mean * np.sqrt(np.float64(scale))).float())
            norm.running_var.copy_(torch.from_numpy((1 + 0.25 * variance) * np.float64(scale)).float())
        return hook

    hooks = [norm.register_forward_pre_hook(measure(i)) for i, norm in enumerate(norms)]
    net(images)
    for hook in hooks:
        hook.remove()
    return scales


def features_of(net, images):
    seen = []
    last = [m for m in net.modules() if isinstance(m, nn.Linear)][-1]
    hook = last.register_forward_hook(lambda m, given, _: seen.append(given[0]))
    logits = net(images)
    hook.remove()
    return seen[0], logits


@torch.no_grad()
def write_case(folder, name, width, small, channels, size, training=False, classes=10):
    net = build(name, width, small, channels, classes, size).eval()
    shape = (2, channels, size, size)
    images = torch.from_numpy(1.7 * hashed(10000, int(np.prod(shape))).reshape(shape)).float().double()
    fill(net)
    net = net.double()
    scales = calibrate(net, images)
    features, logits = features_of(net, images)
    expected = {"scales": scales, "logits": logits.numpy(), "features": features[:, :16].numpy()}
    if training:
        for module in net.modules():
            if "p" in vars(module):
                module.p = 0.0  # dropout and stochastic depth
        expected["training_logits"] = net.train()(images).numpy()
        statistics = [m for m in net.modules() if isinstance(m, nn.BatchNorm2d)][-1]
        expected["running_var"] = statistics.running_var.numpy()
    stem = "small" if small else "imagenet"
    np.savez(folder / f"{name}-w{width}-{stem}-c{channels}-{size}.npz", **expected)
    print(name, width, stem, logits.std().item())


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
