package org.dwastudio.nn;

import static org.assertj.core.api.Assertions.assertThat;

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
public final class ReleasedBuffers {
    private static final int BUFFERS = 20_000;
    private static final byte NAN = (byte) 0xFF;

    private ReleasedBuffers() {}

    /** Releases all unreachable direct buffers and runs an action while 8 bytes long buffers, as of scalars, hold NaN. */
    public static void overwrittenDuring(Runnable action) throws InterruptedException {
        // Twice: a first collection may only find the objects that hold the buffers.
        collect();
        collect();
        List<ByteBuffer> filled = new ArrayList<>();
        for (int i = 0; i < BUFFERS; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(Double.BYTES);
            filled.add(buffer.put(new byte[] {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN}));
        }
        action.run();
        assertThat(filled).hasSize(BUFFERS);
    }

    private static void collect() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        Cleaner.create().register(new Object(), released::countDown);
        do {
            System.gc();
        } while (!released.await(100, TimeUnit.MILLISECONDS));
    }
}
