package org.dwastudio.network;

import ai.djl.ndarray.NDArray;

@SuppressWarnings("ArrayRecordComponent")
public record PixelLoss(double crossEntropy, double[] meanGaps, double[] varianceGaps, NDArray gradient) {}
