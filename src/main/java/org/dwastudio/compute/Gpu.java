package org.dwastudio.compute;

/**
 * A graphics card.
 *
 * @param index from 0, in the driver's order
 * @param name as its maker calls it
 * @param bytes of its memory
 * @param capability of its processor, as {@code 8.6}
 */
public record Gpu(int index, String name, long bytes, String capability) {}
