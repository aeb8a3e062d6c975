"""Networks whose weights are not stored but computed, the same in Python and in Java (FilledTensors), and what they compute.

Tensor t (in the order of the state dict, batch counters left out) has the elements of a hash: u(t, i) in [-1, 1).
 weights of two and more axes   u * sqrt(6 / fan-in)
 weights of one axis            1 + 0.3 u
 biases                         0.1 u
 running means                  0.1 u * sqrt(s)
 running variances              (1 + 0.25 u) * s
with one number s a batch norm, the mean variance of what enters it: stored as "scales". The images are tensor 10000.
"""
import numpy as np
import torch
from torch import nn


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
def write_case(folder, net, name, width, small, channels, size, training=False):
    """Writes what a network computes of two images; the scales are in the order of its batch norms' modules."""
    net = net.eval()
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
