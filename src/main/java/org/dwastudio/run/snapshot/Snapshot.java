package org.dwastudio.run.snapshot;

/**
 * Place of a snapshot in a run.
 *
 * @param column column, from 0
 * @param firstClass label of the first image; the others follow in label order
 * @param iteration pixel steps made; 0 for the start images
 * @param count number of images
 */
public record Snapshot(int column, int firstClass, int iteration, int count) {
    /** Bytes of a snapshot in a file beyond its pixels. */
    public static final int OVERHEAD_BYTES = SnapshotShape.PLACE_BYTES + SnapshotShape.CHECKSUM_BYTES;
}
