package org.dwastudio.image.codec;

/**
 * Values of an image of more than 8 bits per channel.
 *
 * @param bits bits per channel that the file stores, 9 to 16
 * @param largest largest stored value
 */
public record DeepValues(int bits, int largest) {}
