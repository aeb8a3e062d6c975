"""Operators of the synthesis step that DJL lacks: forward and input gradient, without autograd.

Activations are [N, C, H, W] in channels-last memory; per-channel vectors are [C], or [1, C, 1, 1] where marked.
An operator whose name ends in an underscore writes its result over its argument(s), as documented.

usage: python3 pixel_operators.py FOLDER     (Debian: python3-torch 1.13) writes FOLDER/pixel_operators.pt
"""
import sys
from typing import List

import torch
from torch import Tensor


class PixelOperators(torch.nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x

    @torch.jit.export
    def channels_last(self, x: Tensor) -> Tensor:
        return x.contiguous(memory_format=torch.channels_last)

    @torch.jit.export
    def bfloat16(self, x: Tensor) -> Tensor:
        return x.to(torch.bfloat16)

    @torch.jit.export
    def convolution(self, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> List[Tensor]:
        """[z, mean of z, biased variance of z]"""
        z = torch.conv2d(x, weight, None, [stride, stride], [padding, padding], [1, 1], groups)
        mean, variance = torch.batch_norm_update_stats(z, None, None, 0.0)
        return [z, mean, variance]

    @torch.jit.export
    def convolution_bfloat16(self, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> List[Tensor]:
        """weight is bfloat16; x, z and the statistics are float32"""
        z = torch.conv2d(x.to(torch.bfloat16), weight, None, [stride, stride], [padding, padding], [1, 1], groups).to(torch.float32)
        mean, variance = torch.batch_norm_update_stats(z, None, None, 0.0)
        return [z, mean, variance]

    @torch.jit.export
    def convolution_gradient(self, gradient: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> Tensor:
        """of x alone; of x only the shape is read, its values may have been overwritten"""
        return torch.ops.aten.convolution_backward(
            gradient, x, weight, None, [stride, stride], [padding, padding], [1, 1], False, [0, 0], groups, [True, False, False])[0]

    @torch.jit.export
    def convolution_gradient_bfloat16(self, gradient: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> Tensor:
        shape = torch.empty([1, 1, 1, 1], dtype=torch.bfloat16, device=x.device).expand(x.size())
        return torch.ops.aten.convolution_backward(
            gradient.to(torch.bfloat16), shape, weight, None, [stride, stride], [padding, padding], [1, 1], False, [0, 0], groups,
            [True, False, False])[0].to(torch.float32)

    @torch.jit.export
    def norm(self, z: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, epsilon: float) -> Tensor:
        """batch norm in inference mode"""
        return torch.native_batch_norm(z, gamma, beta, mean, variance, False, 0.0, epsilon)[0]

    @torch.jit.export
    def norm_relu(self, z: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, epsilon: float) -> Tensor:
        return torch.relu_(torch.native_batch_norm(z, gamma, beta, mean, variance, False, 0.0, epsilon)[0])

    @torch.jit.export
    def norm_add_relu(self, z: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, epsilon: float, skip: Tensor) -> Tensor:
        return torch.relu_(torch.native_batch_norm(z, gamma, beta, mean, variance, False, 0.0, epsilon)[0].add_(skip))

    @torch.jit.export
    def relu_gradient_(self, gradient: Tensor, y: Tensor) -> Tensor:
        """over gradient: gradient where y > 0, else 0"""
        return torch.ops.aten.threshold_backward(gradient, y, 0, grad_input=gradient)

    @torch.jit.export
    def norm_gradient_(self, gradient: Tensor, z: Tensor, scale: Tensor, constant: Tensor, slope: Tensor) -> Tensor:
        """over z: scale * gradient + constant + slope * z, the last three [1, C, 1, 1]; gradient is left alone"""
        return torch.addcmul(constant, z, slope, out=z).addcmul_(gradient, scale)

    @torch.jit.export
    def norm_relu_gradient_(self, gradient: Tensor, y: Tensor, z: Tensor, scale: Tensor, constant: Tensor, slope: Tensor) -> Tensor:
        """over gradient and z; the result is z"""
        masked = torch.ops.aten.threshold_backward(gradient, y, 0, grad_input=gradient)
        return torch.addcmul(constant, z, slope, out=z).addcmul_(masked, scale)

    @torch.jit.export
    def add_(self, x: Tensor, y: Tensor) -> Tensor:
        return x.add_(y)

    @torch.jit.export
    def average_pool(self, x: Tensor, size: int) -> Tensor:
        return torch.nn.functional.avg_pool2d(x, [size, size])

    @torch.jit.export
    def average_pool_gradient(self, gradient: Tensor, x: Tensor, size: int) -> Tensor:
        return torch.ops.aten.avg_pool2d_backward(gradient, x, [size, size], [size, size], [0, 0], False, True, None)

    @torch.jit.export
    def max_pool(self, x: Tensor, size: int, stride: int, padding: int) -> List[Tensor]:
        y, indices = torch.ops.aten.max_pool2d_with_indices(x, [size, size], [stride, stride], [padding, padding])
        return [y, indices]

    @torch.jit.export
    def max_pool_gradient(self, gradient: Tensor, x: Tensor, indices: Tensor, size: int, stride: int, padding: int) -> Tensor:
        return torch.ops.aten.max_pool2d_with_indices_backward(
            gradient, x, [size, size], [stride, stride], [padding, padding], [1, 1], False, indices)

    @torch.jit.export
    def cross_entropy(self, logits: Tensor, labels: Tensor) -> List[Tensor]:
        """[mean cross-entropy, its gradient on the logits]; labels int64 [N]"""
        log = torch.log_softmax(logits, 1)
        index = labels.unsqueeze(1)
        chosen = log.gather(1, index)
        gradient = torch.exp(log).scatter_add_(1, index, -torch.ones_like(chosen))
        return [-chosen.mean(), gradient.div_(logits.size(0))]

    @torch.jit.export
    def global_average_gradient(self, gradient: Tensor, x: Tensor) -> Tensor:
        """gradient [N, C] of the mean over height and width of x"""
        count = x.size(2) * x.size(3)
        return (gradient / count).unsqueeze(2).unsqueeze(3).expand(x.size()).contiguous(memory_format=torch.channels_last)

    @torch.jit.export
    def alignment(self, mean: Tensor, variance: Tensor, running_mean: Tensor, running_variance: Tensor,
                  mean_weight: float, variance_weight: float, count: float) -> List[Tensor]:
        """One layer's batch-norm alignment: [|mean gap|, |variance gap|, constant, slope]: the gradient on z is
        constant + slope * z with the weights already in it; count = N * H * W. A gap of zero has gradient zero."""
        mean_gap = mean - running_mean
        variance_gap = variance - running_variance
        mean_norm = torch.linalg.vector_norm(mean_gap)
        variance_norm = torch.linalg.vector_norm(variance_gap)
        slope = variance_gap * (2.0 * variance_weight / count) / variance_norm.clamp_min(1e-30)
        constant = mean_gap * (mean_weight / count) / mean_norm.clamp_min(1e-30) - slope * mean
        return [mean_norm, variance_norm, constant.reshape([1, -1, 1, 1]), slope.reshape([1, -1, 1, 1])]


if __name__ == "__main__":
    torch.jit.script(PixelOperators()).save(sys.argv[1] + "/pixel_operators.pt")
