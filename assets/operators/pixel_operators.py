"""Operators of the synthesis step that DJL lacks: forward and input gradient, without autograd.

Activations are [N, C, H, W] in channels-last memory; per-channel vectors are [C], or [1, C, 1, 1] where marked.
An operator whose name ends in an underscore overwrites its arguments as documented.

usage: python3 pixel_operators.py FOLDER     (Debian: python3-torch 1.13) writes FOLDER/pixel_operators.pt
"""
import sys
from typing import List, Optional

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
    def float16(self, x: Tensor) -> Tensor:
        return x.to(torch.float16)

    def is_pointwise(self, weight: Tensor, padding: int, groups: int) -> bool:
        return weight.size(2) == 1 and weight.size(3) == 1 and padding == 0 and groups == 1

    def convolved(self, x: Tensor, weight: Tensor, bias: Optional[Tensor], stride: int, padding: int, groups: int) -> Tensor:
        """Computes a 1x1 convolution as a matrix product: oneDNN's kernels write outside of their memory on some processors."""
        if not self.is_pointwise(weight, padding, groups):
            return torch.conv2d(x, weight, bias, [stride, stride], [padding, padding], [1, 1], groups)
        rows = x.permute(0, 2, 3, 1)[:, ::stride, ::stride]
        z = torch.mm(rows.reshape(-1, x.size(1)), weight.reshape(weight.size(0), -1).t())
        if bias is not None:
            z.add_(bias)
        return z.reshape(rows.size(0), rows.size(1), rows.size(2), weight.size(0)).permute(0, 3, 1, 2)

    def input_gradient(self, gradient: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> Tensor:
        """Computes the gradient of a 1x1 convolution, and that of a one-channel image, as matrix products."""
        n, outputs, height, width = gradient.size(0), gradient.size(1), gradient.size(2), gradient.size(3)
        pointwise = self.is_pointwise(weight, padding, groups)
        if not pointwise and (x.size(1) > 1 or groups > 1):
            return torch.ops.aten.convolution_backward(
                gradient, x, weight, None, [stride, stride], [padding, padding], [1, 1], False, [0, 0], groups, [True, False, False])[0]
        rows = torch.mm(gradient.permute(0, 2, 3, 1).reshape(-1, outputs), weight.reshape(outputs, -1))
        if not pointwise:
            patches = rows.reshape(n, height * width, -1).transpose(1, 2)
            return torch.nn.functional.fold(
                patches, [x.size(2), x.size(3)], [weight.size(2), weight.size(3)], [1, 1], [padding, padding], [stride, stride])
        result = rows.reshape(n, height, width, x.size(1))
        if stride > 1:
            between = torch.zeros([n, x.size(2), x.size(3), x.size(1)], dtype=rows.dtype, device=rows.device)
            between[:, ::stride, ::stride] = result
            result = between
        return result.permute(0, 3, 1, 2)

    @torch.jit.export
    def convolution(self, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> List[Tensor]:
        """Returns [z, mean of z, biased variance of z]."""
        z = self.convolved(x, weight, None, stride, padding, groups)
        mean, variance = torch.batch_norm_update_stats(z, None, None, 0.0)
        return [z, mean, variance]

    @torch.jit.export
    def rounded_convolution(self, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> List[Tensor]:
        """Rounds x to the type of weight, bfloat16 or float16; x, z and the statistics are float32."""
        z = self.convolved(x.to(weight.dtype), weight, None, stride, padding, groups).to(torch.float32)
        mean, variance = torch.batch_norm_update_stats(z, None, None, 0.0)
        return [z, mean, variance]

    @torch.jit.export
    def biased_convolution(self, x: Tensor, weight: Tensor, bias: Tensor, stride: int, padding: int, groups: int) -> List[Tensor]:
        """Returns what convolution returns, with bias [O]."""
        z = self.convolved(x, weight, bias, stride, padding, groups)
        mean, variance = torch.batch_norm_update_stats(z, None, None, 0.0)
        return [z, mean, variance]

    @torch.jit.export
    def rounded_biased_convolution(self, x: Tensor, weight: Tensor, bias: Tensor, stride: int, padding: int, groups: int) -> List[Tensor]:
        """Returns what rounded_convolution returns, with a float32 bias."""
        z = self.convolved(x.to(weight.dtype), weight, None, stride, padding, groups).to(torch.float32)
        z.add_(bias.reshape([1, -1, 1, 1]))
        mean, variance = torch.batch_norm_update_stats(z, None, None, 0.0)
        return [z, mean, variance]

    @torch.jit.export
    def convolution_gradient(self, gradient: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> Tensor:
        """Returns the gradient of x only. Reads only the shape of x; its values may be overwritten."""
        return self.input_gradient(gradient, x, weight, stride, padding, groups)

    @torch.jit.export
    def rounded_convolution_gradient(self, gradient: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> Tensor:
        """Computes in the type of weight; gradient and result are float32."""
        shape = torch.empty([1, 1, 1, 1], dtype=weight.dtype, device=x.device).expand(x.size())
        return self.input_gradient(gradient.to(weight.dtype), shape, weight, stride, padding, groups).to(torch.float32)

    @torch.jit.export
    def norm(self, z: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, epsilon: float) -> Tensor:
        """Applies batch norm in inference mode."""
        return torch.native_batch_norm(z, gamma, beta, mean, variance, False, 0.0, epsilon)[0]

    @torch.jit.export
    def norm_relu(self, z: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, epsilon: float) -> Tensor:
        return torch.relu_(torch.native_batch_norm(z, gamma, beta, mean, variance, False, 0.0, epsilon)[0])

    @torch.jit.export
    def norm_relu6(self, z: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, epsilon: float) -> Tensor:
        return torch.native_batch_norm(z, gamma, beta, mean, variance, False, 0.0, epsilon)[0].clamp_(0, 6)

    @torch.jit.export
    def norm_silu(self, z: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, epsilon: float) -> Tensor:
        return torch.ops.aten.silu_(torch.native_batch_norm(z, gamma, beta, mean, variance, False, 0.0, epsilon)[0])

    @torch.jit.export
    def norm_add(self, z: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, epsilon: float, skip: Tensor) -> Tensor:
        return torch.native_batch_norm(z, gamma, beta, mean, variance, False, 0.0, epsilon)[0].add_(skip)

    @torch.jit.export
    def norm_add_relu(self, z: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, epsilon: float, skip: Tensor) -> Tensor:
        return torch.relu_(torch.native_batch_norm(z, gamma, beta, mean, variance, False, 0.0, epsilon)[0].add_(skip))

    @torch.jit.export
    def instance_norm(self, x: Tensor, gamma: Tensor, beta: Tensor, epsilon: float) -> List[Tensor]:
        """Returns [y, mean, 1 / sqrt(biased variance + epsilon)] over height and width; the last two are [N, C, 1, 1]."""
        variance, mean = torch.var_mean(x, [2, 3], unbiased=False, keepdim=True)
        precision = (variance + epsilon).rsqrt_()
        y = ((x - mean).mul_(precision)).mul_(gamma.reshape([1, -1, 1, 1])).add_(beta.reshape([1, -1, 1, 1]))
        return [y, mean, precision]

    @torch.jit.export
    def instance_norm_gradient(self, gradient: Tensor, x: Tensor, gamma: Tensor, mean: Tensor, precision: Tensor) -> Tensor:
        normalized = (x - mean).mul_(precision)
        g = gradient * gamma.reshape([1, -1, 1, 1])
        shared = (g * normalized).mean([2, 3], keepdim=True)
        return (g - g.mean([2, 3], keepdim=True)).sub_(normalized.mul_(shared)).mul_(precision)

    @torch.jit.export
    def relu(self, x: Tensor) -> Tensor:
        return torch.relu(x)

    @torch.jit.export
    def silu(self, x: Tensor) -> Tensor:
        return torch.ops.aten.silu(x)

    @torch.jit.export
    def silu_gradient_(self, gradient: Tensor, x: Tensor) -> Tensor:
        """Writes to gradient; x is the input of the forward pass."""
        return torch.ops.aten.silu_backward(gradient, x, grad_input=gradient)

    @torch.jit.export
    def relu_gradient_(self, gradient: Tensor, y: Tensor) -> Tensor:
        """Writes to gradient: gradient where y > 0, else 0."""
        return torch.ops.aten.threshold_backward(gradient, y, 0, grad_input=gradient)

    @torch.jit.export
    def norm_gradient_(self, gradient: Tensor, z: Tensor, scale: Tensor, constant: Tensor, slope: Tensor) -> Tensor:
        """Writes scale * gradient + constant + slope * z to z; scale, constant and slope are [1, C, 1, 1]. Leaves gradient unchanged."""
        return torch.addcmul(constant, z, slope, out=z).addcmul_(gradient, scale)

    @torch.jit.export
    def norm_relu_gradient_(self, gradient: Tensor, y: Tensor, z: Tensor, scale: Tensor, constant: Tensor, slope: Tensor) -> Tensor:
        """Writes to gradient and z; returns z."""
        masked = torch.ops.aten.threshold_backward(gradient, y, 0, grad_input=gradient)
        return torch.addcmul(constant, z, slope, out=z).addcmul_(masked, scale)

    @torch.jit.export
    def norm_relu6_gradient_(self, gradient: Tensor, y: Tensor, z: Tensor, scale: Tensor, constant: Tensor, slope: Tensor) -> Tensor:
        """Writes to the same tensors as norm_relu_gradient_."""
        masked = torch.ops.aten.hardtanh_backward(gradient, y, 0, 6, grad_input=gradient)
        return torch.addcmul(constant, z, slope, out=z).addcmul_(masked, scale)

    @torch.jit.export
    def gate(self, x: Tensor, control: Tensor) -> List[Tensor]:
        """Returns [x * s, s] with s = sigmoid(control); control and s are [N, C]."""
        s = torch.sigmoid(control)
        return [x * s.unsqueeze(2).unsqueeze(3), s]

    @torch.jit.export
    def gate_gradient_(self, gradient: Tensor, x: Tensor, s: Tensor) -> List[Tensor]:
        """Returns the gradients [of x, of control]; the first is written to gradient."""
        control = (gradient * x).sum([2, 3]).mul_(s).mul_(1 - s)
        return [gradient.mul_(s.unsqueeze(2).unsqueeze(3)), control]

    @torch.jit.export
    def split(self, x: Tensor) -> List[Tensor]:
        """Returns the first and the second half of the channels."""
        half = x.size(1) // 2
        return [x.narrow(1, 0, half).contiguous(memory_format=torch.channels_last),
                x.narrow(1, half, half).contiguous(memory_format=torch.channels_last)]

    @torch.jit.export
    def join(self, x: Tensor, y: Tensor) -> Tensor:
        return torch.cat([x, y], 1).contiguous(memory_format=torch.channels_last)

    @torch.jit.export
    def interleave(self, x: Tensor, y: Tensor) -> Tensor:
        """Returns the alternating channels of x and y."""
        return torch.stack([x.permute(0, 2, 3, 1), y.permute(0, 2, 3, 1)], 4).flatten(3).permute(0, 3, 1, 2)

    @torch.jit.export
    def interleave_gradient(self, gradient: Tensor) -> List[Tensor]:
        pairs = gradient.permute(0, 2, 3, 1).unflatten(3, [gradient.size(1) // 2, 2])
        return [pairs.select(4, 0).contiguous().permute(0, 3, 1, 2), pairs.select(4, 1).contiguous().permute(0, 3, 1, 2)]

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
    def adaptive_average_pool(self, x: Tensor, size: int) -> Tensor:
        return torch.nn.functional.adaptive_avg_pool2d(x, [size, size])

    @torch.jit.export
    def adaptive_average_pool_gradient(self, gradient: Tensor, x: Tensor) -> Tensor:
        return torch.ops.aten._adaptive_avg_pool2d_backward(gradient, x)

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
