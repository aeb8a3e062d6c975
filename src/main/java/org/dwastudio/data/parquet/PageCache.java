package org.dwastudio.data.parquet;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Cache of the pages that were decoded last, within a limit. Thread-safe. */
final class PageCache {
    private final long most;
    private final Map<Integer, ByteArrays> pages = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * Creates an empty cache.
     *
     * @param most bytes that are held at most, apart from a single larger page
     */
    PageCache(long most) {
        this.most = most;
    }

    /** Returns a page if it is held. */
    synchronized Optional<ByteArrays> get(int page) {
        return Optional.ofNullable(pages.get(page));
    }

    /** Holds a page, and drops those that were not used for the longest time. */
    synchronized void put(int page, ByteArrays values) {
        ByteArrays before = pages.put(page, values);
        bytes += values.bytes() - (before == null ? 0 : before.bytes());
        Iterator<ByteArrays> oldest = pages.values().iterator();
        while (bytes > most && pages.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
