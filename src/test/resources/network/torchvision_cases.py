"""Writes the cases of TorchvisionTest: small networks with random weights, and what torchvision computes with them.

usage: torchvision_cases.py FOLDER     (Debian: python3-torchvision)
"""
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torchvision.models.resnet import BasicBlock, Bottleneck, ResNet


def network(block, layers, width, classes, small_stem):
    net = ResNet(block, layers, num_classes=classes)
    net.inplanes = width
    if small_stem:
        net.conv1, net.maxpool = nn.Conv2d(3, width, 3, 1, 1, bias=False), nn.Identity()
    else:
        net.conv1 = nn.Conv2d(3, width, 7, 2, 3, bias=False)
    net.bn1 = nn.BatchNorm2d(width)
    for stage, blocks in enumerate(layers):
        setattr(net, f"layer{stage + 1}", net._make_layer(block, width << stage, blocks, stride=1 if stage == 0 else 2))
    net.fc = nn.Linear((width << 3) * block.expansion, classes)
    for module in net.modules():
        if isinstance(module, nn.BatchNorm2d):
            for tensor in (module.weight, module.running_var):
                nn.init.uniform_(tensor, 0.5, 1.5)
            for tensor in (module.bias, module.running_mean):
                nn.init.normal_(tensor, 0, 0.2)
    return net


def write(folder, name, net, size):
    state = {k: v.numpy().copy() for k, v in net.state_dict().items()}
    np.savez(folder / f"{name}-weights.npz", **state)
    net = net.double().eval()
    images = torch.randn(3, 3, size, size, dtype=torch.float64)
    statistics, features = [], []
    norms = [m for m in net.modules() if isinstance(m, nn.BatchNorm2d)]
    hooks = [net.fc.register_forward_hook(lambda m, given, _: features.append(given[0].detach()))]
    seen = {}
    hooks += [n.register_forward_hook(lambda m, given, _: seen.__setitem__(m, given[0].detach())) for n in norms]
    logits = net(images)
    for norm in norms:
        statistics += [seen[norm].mean((0, 2, 3)), seen[norm].var((0, 2, 3), unbiased=False)]
    for hook in hooks:
        hook.remove()
    trained = net.train()(images)
    expected = {
        "images": images,
        "logits": logits,
        "features": features[0],
        "statistics": torch.cat(statistics),
        "training_logits": trained,
        **{f"after.{k}": v for k, v in net.state_dict().items() if "running" in k},
    }
    np.savez(folder / f"{name}-expected.npz", **{k: v.detach().numpy() for k, v in expected.items()})


if __name__ == "__main__":
    torch.manual_seed(7)
    write(Path(sys.argv[1]), "bottleneck-w4", network(Bottleneck, [1, 1, 1, 1], 4, 5, True), 16)
    write(Path(sys.argv[1]), "resnet18-w2-imagenet", network(BasicBlock, [2, 2, 2, 2], 2, 5, False), 40)
