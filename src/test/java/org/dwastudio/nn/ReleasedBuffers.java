package org.dwastudio.nn;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Memory of unreachable direct buffers that was released and filled with NaN. What autograd stored on such a buffer without
 * a reference to it is NaN, too.
 */
public final class ReleasedBuffers implements AutoCloseable {
    private static final int BUFFERS = 20_000;
    private static final byte NAN = (byte) 0xFF;

    private final List<ByteBuffer> filled = new ArrayList<>();

    private ReleasedBuffers() {}

    /** Releases all unreachable direct buffers and fills buffers of 8 bytes, the size of a scalar, with NaN. */
    public static ReleasedBuffers overwritten() throws InterruptedException {
        // Twice: a first collection may only find the objects that hold the buffers.
        collect();
        collect();
        ReleasedBuffers buffers = new ReleasedBuffers();
        for (int i = 0; i < BUFFERS; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(Double.BYTES);
            buffers.filled.add(buffer.put(new byte[] {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN}));
        }
        return buffers;
    }

    private static void collect() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        Cleaner.create().register(new Object(), released::countDown);
        do {
            System.gc();
        } while (!released.await(100, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        filled.clear();
    }
}
