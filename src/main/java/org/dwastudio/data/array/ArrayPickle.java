package org.dwastudio.data.array;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reader of the pickles of CIFAR's Python version: one dictionary of text, numbers, lists and NumPy arrays of bytes, up
 * to 400 MB. The reader of weights holds strings as UTF-8 and takes 64 MiB at most; here, strings of Python 2 hold pixels.
 * No name in a pickle is resolved or called.
 *
 * <p>Text is a String of one character per byte; a call is a {@link Call}.
 */
final class ArrayPickle {
    private static final long MOST_BYTES = 400_000_000;
    private static final int MOST_VALUES = 4_000_000;
    private static final Object MARK = new Object();

    private final InputStream in;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private long read;

    /** Call that Python would make, with the state that it would set afterwards. */
    static final class Call {
        private final String function;
        private final Object arguments;
        private Object state = "";

        private Call(String function, Object arguments) {
            this.function = function;
            this.arguments = arguments;
        }
    }

    private record Name(String function) {}

    private ArrayPickle(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * Reads a pickle.
     *
     * @return the dictionary, with text as keys
     * @throws IOException if it is broken, or holds anything else
     */
    static Map<String, Object> read(InputStream in) throws IOException {
        try {
            if (new ArrayPickle(in).value() instanceof Map<?, ?> map) {
                Map<String, Object> named = new LinkedHashMap<>();
                map.forEach((key, value) -> named.put(text(key), value));
                return named;
            }
            throw new IOException("it holds no dictionary");
        } catch (ClassCastException | IndexOutOfBoundsException e) {
            throw new IOException("the pickle is damaged", e);
        }
    }

    /** Returns the text of a string or of bytes; empty for anything else. */
    static String text(Object value) {
        if (value instanceof Call call && call.function.endsWith(" encode") && call.arguments instanceof List<?> of) {
            return of.isEmpty() ? "" : text(of.get(0));
        }
        return value instanceof String text ? text : "";
    }

    /** Returns the bytes of an array of unsigned bytes, or of a string; empty for anything else. */
    static byte[] bytes(Object value) {
        Object content = value;
        if (value instanceof Call call && call.state instanceof List<?> state && state.size() > 4) {
            content = state.get(4); // NumPy's state: version, shape, type, order, content.
        }
        return text(content).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Object value() throws IOException {
        while (true) {
            int opcode = next();
            if (opcode == '.') {
                return pop();
            }
            if (stack.size() > MOST_VALUES || memo.size() > MOST_VALUES) {
                throw new IOException("it holds too many values");
            }
            if (!literal(opcode) && !collection(opcode) && !memory(opcode) && !call(opcode)) {
                throw new IOException(String.format("the instruction 0x%02x is not one of CIFAR's", opcode));
            }
        }
    }

    private boolean literal(int opcode) throws IOException {
        switch (opcode) {
            case 'N' -> stack.add("");
            case 0x88 -> stack.add(1L);
            case 0x89 -> stack.add(0L);
            case 'K' -> stack.add((long) next());
            case 'M' -> stack.add(number(2));
            case 'J' -> stack.add((long) (int) number(4));
            case 0x8a -> stack.add(number(next()));
            case 'U', 'C' -> stack.add(latin(next()));
            case 'T', 'B' -> stack.add(latin(number(4)));
            case 0x8e -> stack.add(latin(number(8)));
            case 0x8c -> stack.add(unicode(next()));
            case 'X' -> stack.add(unicode(number(4)));
            case 0x8d -> stack.add(unicode(number(8)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean collection(int opcode) {
        switch (opcode) {
            case '(' -> stack.add(MARK);
            case '}' -> stack.add(new LinkedHashMap<>());
            case ']', ')' -> stack.add(new ArrayList<>());
            case 't', 'l' -> stack.add(toMark());
            case 0x85, 0x86, 0x87 -> {
                List<Object> items = new ArrayList<>(stack.subList(stack.size() - (opcode - 0x84), stack.size()));
                items.forEach(item -> pop());
                stack.add(items);
            }
            case 'a' -> {
                Object item = pop();
                list().add(item);
            }
            case 'e' -> {
                List<Object> items = toMark();
                list().addAll(items);
            }
            case 's' -> {
                Object item = pop();
                Object key = pop();
                map().put(key, item);
            }
            case 'u' -> {
                List<Object> items = toMark();
                for (int i = 0; i + 1 < items.size(); i += 2) {
                    map().put(items.get(i), items.get(i + 1));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean memory(int opcode) throws IOException {
        switch (opcode) {
            case 0x80 -> next();
            case 0x95 -> number(8);
            case '0' -> pop();
            case 'q' -> memo.put(next(), top());
            case 'r' -> memo.put((int) number(4), top());
            case 0x94 -> memo.put(memo.size(), top());
            case 'h' -> stack.add(remembered(next()));
            case 'j' -> stack.add(remembered((int) number(4)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean call(int opcode) throws IOException {
        switch (opcode) {
            case 'c' -> stack.add(new Name(line() + " " + line()));
            case 0x93 -> {
                Object name = pop();
                stack.add(new Name(text(pop()) + " " + text(name)));
            }
            case 'R', 0x81 -> {
                Object arguments = pop();
                stack.add(new Call(((Name) pop()).function(), arguments));
            }
            case 'b' -> {
                Object state = pop();
                if (top() instanceof Call call) {
                    call.state = state;
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Object remembered(int place) throws IOException {
        Object value = memo.get(place);
        if (value == null) {
            throw new IOException("the pickle is damaged");
        }
        return value;
    }

    private Object top() {
        return stack.get(stack.size() - 1);
    }

    private Object pop() {
        return stack.remove(stack.size() - 1);
    }

    @SuppressWarnings("unchecked") // A cast that fails is caught as damage.
    private List<Object> list() {
        return (List<Object>) top();
    }

    @SuppressWarnings("unchecked") // A cast that fails is caught as damage.
    private Map<Object, Object> map() {
        return (Map<Object, Object>) top();
    }

    private List<Object> toMark() {
        int mark = stack.lastIndexOf(MARK);
        List<Object> items = new ArrayList<>(stack.subList(mark + 1, stack.size()));
        stack.subList(mark, stack.size()).clear();
        return items;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = next(); next != '\n'; next = next()) {
            if (line.length() > 200) {
                throw new IOException("the pickle is damaged");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    private int next() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException("the file ends too early, it is truncated");
        }
        count(1);
        return value;
    }

    private long number(int length) throws IOException {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (long) next() << (8 * i);
        }
        return value;
    }

    private String latin(long length) throws IOException {
        return new String(content(length), StandardCharsets.ISO_8859_1);
    }

    private String unicode(long length) throws IOException {
        return new String(content(length), StandardCharsets.UTF_8);
    }

    private byte[] content(long length) throws IOException {
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("the pickle is damaged");
        }
        count(length);
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("the file ends too early, it is truncated");
        }
        return bytes;
    }

    private void count(long bytes) throws IOException {
        read += bytes;
        if (read > MOST_BYTES) {
            throw new IOException("it has more than " + MOST_BYTES + " bytes");
        }
    }
}
