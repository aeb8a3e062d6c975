package org.dwastudio.compute;

/**
 * Graphics card.
 *
 * @param index index from 0, in the driver's order
 * @param name product name
 * @param bytes size of its memory
 * @param capability compute capability, in the form {@code 8.6}
 */
public record Gpu(int index, String name, long bytes, String capability) {}
