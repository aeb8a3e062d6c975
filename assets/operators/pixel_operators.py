"""Operators of the synthesis step that DJL lacks: forward and input gradient, without autograd.

Activations are [N, C, H, W] in channels-last memory; per-channel vectors are [C], or [1, C, 1, 1] where marked.
An operator whose name ends in an underscore overwrites its arguments as documented.

usage: python3 pixel_operators.py FOLDER     (Debian: python3-torch 1.13) writes FOLDER/pixel_operators.pt
"""
import sys
from typing import List, Optional

import torch
from torch import Tensor


@torch.jit.script
class Pass:
    """State of one pass: the tensors that convolution units keep for the backward pass, in the order of the forward pass, and per
    batch norm its input's mean, biased variance and number of values per channel, then the constant and the slope, [1, C, 1, 1],
    of the alignment's gradient: constant + slope * z."""

    def __init__(self, norms: int):
        nothing: List[Tensor] = [torch.empty([0])]
        self.kept: List[Tensor] = []
        self.means = nothing * norms
        self.variances = nothing * norms
        self.counts = [0] * norms
        self.constants = nothing * norms
        self.slopes = nothing * norms


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

    def rounded(self, x: Tensor, weight: Tensor, bias: Optional[Tensor], stride: int, padding: int, groups: int) -> Tensor:
        """Computes a convolution in the type of weight. If that is bfloat16 or float16, x, bias and result are float32."""
        if x.dtype == weight.dtype:
            return self.convolved(x, weight, bias, stride, padding, groups)
        if x.size(1) == 1:
            # On some processors oneDNN's kernels in 16 bits are wrong for one input channel: the rounded values are computed in full.
            return self.convolved(x.to(weight.dtype).to(x.dtype), weight.to(x.dtype), bias, stride, padding, groups)
        z = self.convolved(x.to(weight.dtype), weight, None, stride, padding, groups).to(x.dtype)
        if bias is not None:
            z.add_(bias.reshape([1, -1, 1, 1]))
        return z

    def rounded_gradient(self, gradient: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> Tensor:
        """Computes in the type of weight, with gradient and result in the type of x, of which only the shape is read."""
        if x.dtype == weight.dtype:
            return self.input_gradient(gradient, x, weight, stride, padding, groups)
        shape = torch.empty([1, 1, 1, 1], dtype=weight.dtype, device=x.device).expand(x.size())
        return self.input_gradient(gradient.to(weight.dtype), shape, weight, stride, padding, groups).to(gradient.dtype)

    @torch.jit.export
    def begin(self, norms: int) -> Pass:
        """Returns the state of a pass through a network with so many batch norms."""
        return Pass(norms)

    def normalized(self, state: Pass, z: Tensor, terms: List[Tensor], index: int, epsilon: float) -> Tensor:
        """Notes the statistics of a norm's input and returns its result; terms are those of unit."""
        state.means[index], state.variances[index] = torch.batch_norm_update_stats(z, None, None, 0.0)
        state.counts[index] = z.size(0) * z.size(2) * z.size(3)
        return torch.native_batch_norm(z, terms[1], terms[2], terms[3], terms[4], False, 0.0, epsilon)[0]

    @torch.jit.export
    def unit(self, state: Pass, inputs: List[Tensor], terms: List[Tensor], settings: List[int], epsilon: float) -> Tensor:
        """Applies a convolution, a batch norm in inference mode and a function, and notes the statistics of the convolution's result.

        inputs: [x], or [x, shortcut] with a tensor that is added before the function
        terms: [weight, gamma, beta, running mean, running variance, gamma / sqrt(running variance + epsilon) as [1, C, 1, 1]], and
            the convolution's bias [O] if it has one; a weight in bfloat16 or float16 rounds x
        settings: [stride, padding, groups, index of the norm, function]; functions are 0: none, 1: ReLU, 2: ReLU6, 3: SiLU
        """
        x = inputs[0]
        bias: Optional[Tensor] = None
        if len(terms) > 6:
            bias = terms[6]
        z = self.rounded(x, terms[0], bias, settings[0], settings[1], settings[2])
        index, function = settings[3], settings[4]
        y = self.normalized(state, z, terms, index, epsilon)
        if len(inputs) > 1:
            y.add_(inputs[1])
        if function == 1:
            torch.relu_(y)
        elif function == 2:
            y.clamp_(0, 6)
        elif function == 3:
            torch.ops.aten.silu_(y)
        state.kept.append(x)
        state.kept.append(z)
        state.kept.append(y)
        return y

    @torch.jit.export
    def unit_gradient_(self, state: Pass, gradients: List[Tensor], terms: List[Tensor], settings: List[int], epsilon: float) -> Tensor:
        """Returns the gradient of x for the latest unit of which it was not called yet, after align.

        gradients: [gradient of y], which becomes the gradient of the shortcut; or [gradient of y, gradient of x from elsewhere], to
            which this one is added
        terms, settings, epsilon: those of the forward pass
        """
        y, z, x = state.kept.pop(), state.kept.pop(), state.kept.pop()
        gradient = gradients[0]
        index, function = settings[3], settings[4]
        if function == 1:
            torch.ops.aten.threshold_backward(gradient, y, 0, grad_input=gradient)
        elif function == 2:
            torch.ops.aten.hardtanh_backward(gradient, y, 0, 6, grad_input=gradient)
        elif function == 3:
            entered = torch.native_batch_norm(z, terms[1], terms[2], terms[3], terms[4], False, 0.0, epsilon)[0]
            torch.ops.aten.silu_backward(gradient, entered, grad_input=gradient)
        inner = torch.addcmul(state.constants[index], z, state.slopes[index], out=z).addcmul_(gradient, terms[5])
        result = self.rounded_gradient(inner, x, terms[0], settings[0], settings[1], settings[2])
        if len(gradients) > 1:
            return gradients[1].add_(result)
        return result

    @torch.jit.export
    def norm(self, state: Pass, x: Tensor, terms: List[Tensor], settings: List[int], epsilon: float) -> Tensor:
        """Applies a batch norm in inference mode and ReLU or nothing to a tensor that is no convolution's, and notes its statistics.

        terms, settings, epsilon: those of unit, of which weight, stride, padding and groups are not read
        """
        y = self.normalized(state, x, terms, settings[3], epsilon)
        if settings[4] == 1:
            torch.relu_(y)
        state.kept.append(x)
        state.kept.append(y)
        return y

    @torch.jit.export
    def norm_gradient_(self, state: Pass, gradient: Tensor, terms: List[Tensor], settings: List[int], epsilon: float) -> Tensor:
        """Returns the gradient of x for the latest norm of which it was not called yet, after align; writes to gradient."""
        y, x = state.kept.pop(), state.kept.pop()
        if settings[4] == 1:
            torch.ops.aten.threshold_backward(gradient, y, 0, grad_input=gradient)
        index = settings[3]
        return torch.addcmul(state.constants[index], x, state.slopes[index]).addcmul_(gradient, terms[5])

    @torch.jit.export
    def align(self, state: Pass, cross_entropy: Tensor, running: Tensor, lengths: Tensor, owners: Tensor, weights: Tensor) -> Tensor:
        """Computes the batch-norm alignment of a finished forward pass with L norms that have S channels altogether.

        A norm's gaps are those between mean and variance of its input and the running ones. With the weights w of their lengths,
        the gradient on z is w / (count * length) * gap, for the variance times 2 (z - mean). A gap of zero has gradient zero.

        running: [2 S], the running means of all norms, then the variances
        lengths: int64 [2 L], the channels of every norm, twice; owners: int64 [2 S], for each value of running its place in lengths
        weights: float64 [2 L], the weights of the mean gaps, then those of the variance gaps
        Returns float64 [1 + 2 L]: the cross-entropy and the lengths of all gaps.
        """
        norms = len(state.means)
        if norms == 0:
            return cross_entropy.reshape([1]).to(torch.float64)
        statistics = torch.cat(state.means + state.variances)
        gaps = statistics - running
        lengths_of_gaps = torch.segment_reduce(gaps * gaps, "sum", lengths=lengths, axis=0, unsafe=True).sqrt_()
        counts = torch.tensor(state.counts + state.counts, device=gaps.device)
        shares = (weights / counts).to(gaps.dtype) / lengths_of_gaps.clamp_min(1e-30)
        of_statistics = gaps * shares.index_select(0, owners)
        channels = running.size(0) // 2
        slope = of_statistics.narrow(0, channels, channels) * 2
        constant = of_statistics.narrow(0, 0, channels) - slope * statistics.narrow(0, 0, channels)
        sizes = [mean.size(0) for mean in state.means]
        state.constants = list(constant.reshape([1, -1, 1, 1]).split(sizes, 1))
        state.slopes = list(slope.reshape([1, -1, 1, 1]).split(sizes, 1))
        return torch.cat([cross_entropy.reshape([1]), lengths_of_gaps]).to(torch.float64)

    @torch.jit.export
    def convolution(self, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> Tensor:
        """A weight in bfloat16 or float16 rounds x; the result has the type of x."""
        return self.rounded(x, weight, None, stride, padding, groups)

    @torch.jit.export
    def biased_convolution(self, x: Tensor, weight: Tensor, bias: Tensor, stride: int, padding: int, groups: int) -> Tensor:
        """Returns what convolution returns, with bias [O]."""
        return self.rounded(x, weight, bias, stride, padding, groups)

    @torch.jit.export
    def convolution_gradient(self, gradient: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int, groups: int) -> Tensor:
        """Returns the gradient of x only. Reads only the shape of x; its values may be overwritten."""
        return self.rounded_gradient(gradient, x, weight, stride, padding, groups)

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
    def instance_norm_result(self, x: Tensor, gamma: Tensor, beta: Tensor, epsilon: float) -> Tensor:
        """Returns y of instance_norm, rounded differently: var_mean takes most of the time of a forward pass in channels-last memory."""
        pixels = x.size(2) * x.size(3)
        mean = x.sum([2, 3], keepdim=True).div_(pixels)
        variance = (x * x).sum([2, 3], keepdim=True).div_(pixels).sub_(mean * mean).clamp_min_(0)
        scale = variance.add_(epsilon).rsqrt_().mul_(gamma.reshape([1, -1, 1, 1]))
        return torch.addcmul(beta.reshape([1, -1, 1, 1]) - mean * scale, x, scale)

    @torch.jit.export
    def relu_(self, x: Tensor) -> Tensor:
        return torch.relu_(x)

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
    def subsample(self, x: Tensor, before: int, after: int) -> Tensor:
        """Takes every second row and column, with so many channels of zeros before and after those of x."""
        y = torch.constant_pad_nd(x[:, :, ::2, ::2], [0, 0, 0, 0, before, after])
        return y.contiguous(memory_format=torch.channels_last)

    @torch.jit.export
    def subsample_gradient(self, gradient: Tensor, x: Tensor, before: int) -> Tensor:
        """Reads only the shape of x; its values may be overwritten."""
        result = torch.zeros([x.size(0), x.size(2), x.size(3), x.size(1)], dtype=x.dtype, device=x.device).permute(0, 3, 1, 2)
        result[:, :, ::2, ::2] = gradient.narrow(1, before, x.size(1))
        return result

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
    def cross_entropy(self, logits: Tensor, labels: Tensor, scale: float) -> List[Tensor]:
        """Returns [mean cross-entropy, its gradient on the logits, times scale]; labels are int64 [N]."""
        log = torch.log_softmax(logits, 1)
        index = labels.unsqueeze(1)
        chosen = log.gather(1, index)
        gradient = torch.exp(log).scatter_add_(1, index, -torch.ones_like(chosen))
        return [-chosen.mean(), gradient.div_(logits.size(0)).mul_(scale)]

    @torch.jit.export
    def global_average_gradient(self, gradient: Tensor, x: Tensor) -> Tensor:
        """gradient [N, C] of the mean over height and width of x"""
        count = x.size(2) * x.size(3)
        return (gradient / count).unsqueeze(2).unsqueeze(3).expand(x.size()).contiguous(memory_format=torch.channels_last)


if __name__ == "__main__":
    torch.jit.script(PixelOperators()).save(sys.argv[1] + "/pixel_operators.pt")
