package org.dwastudio.data.array;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.ReadBudget;
import org.dwastudio.weights.pickle.PickleReader;
import org.dwastudio.weights.pickle.PickledObject;
import org.dwastudio.weights.pickle.PickledTuple;

/** Content of a file of CIFAR's Python version: a dictionary of text, numbers, lists and NumPy arrays of bytes. */
final class CifarPickle {
    /** The largest file, CIFAR-100's training images, has 155 MB. */
    private static final int MOST_BYTES = 200_000_000;

    private static final int CONTENT_OF_ARRAY = 4;

    private CifarPickle() {}

    /**
     * Reads a file.
     *
     * @return the dictionary, with text as keys
     * @throws IOException if it is broken, or holds anything else
     */
    static Map<String, Object> read(InputStream in) throws IOException {
        Object root;
        try {
            root = new PickleReader(
                            new BufferedInputStream(in, 1 << 16), ReadBudget.forSize(0), name -> false, MOST_BYTES)
                    .read();
        } catch (IllegalArgumentException e) {
            throw new DescribedIOException(Message.of("cifar.values"), e);
        }
        if (!(root instanceof Map<?, ?> map)) {
            throw new DescribedIOException(Message.of("cifar.noDictionary"));
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(text(key), value));
        return named;
    }

    /** Returns the text of a string or of bytes; empty for anything else. */
    static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (value instanceof PickledObject object && object.called().name().equals("encode")) {
            return object.arguments().isEmpty() ? "" : text(object.arguments().get(0));
        }
        return value instanceof String text ? text : "";
    }

    /** Returns the bytes of an array of unsigned bytes, or of a string; empty for anything else. */
    static byte[] bytes(Object value) {
        if (value instanceof PickledObject array && array.state() instanceof PickledTuple state) {
            List<Object> parts = state.items();
            return parts.size() > CONTENT_OF_ARRAY ? bytes(parts.get(CONTENT_OF_ARRAY)) : new byte[0];
        }
        return value instanceof byte[] bytes ? bytes : text(value).getBytes(StandardCharsets.ISO_8859_1);
    }
}
