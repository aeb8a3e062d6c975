package org.dwastudio.stage.export.format;

/**
 * Size of an animation before it is written.
 *
 * @param frames number of frames
 * @param images number of images in a frame
 * @param width width of a frame, in pixels
 * @param height height of a frame, in pixels
 * @param bytes estimated size of the file, in bytes, from up to eight frames
 */
public record AnimationSize(int frames, int images, int width, int height, long bytes) {}
