package org.dwastudio.network;

public record LayerWeight(double mean, double variance) {}
