package org.dwastudio.weights.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.dwastudio.text.Message;
import org.dwastudio.weights.ReadBudget;

/**
 * Reader of pickles of protocols 2 to 5 (the opcodes of Python's pickletools) as plain data: None as
 * {@link PickledNone}, numbers as Boolean, Long, BigInteger and Double, text as String (strings of Python 2 with one character per byte), bytes as byte[], lists and sets
 * as List, dictionaries as Map in their order, and {@link PickledTuple}, {@link PickledGlobal}, {@link PickledObject}
 * and {@link PickledReference}. No name in a pickle is ever resolved or called: an instance of any other class is a
 * {@link PickledObject}, a placeholder that records the call.
 */
public final class PickleReader {
    private static final String ORDERED_DICT = "collections.OrderedDict";
    /** Class of an instance that something other than a named class creates. */
    private static final PickledGlobal UNKNOWN = new PickledGlobal("builtins", "object");

    private static final int NEWEST_PROTOCOL = 5;
    private static final int LONGEST_WITHOUT_VALUES = 64 << 20;
    private final PickleInput in;
    private final ReadBudget budget;
    private final Predicate<PickledGlobal> refused;
    private final int longest;
    private final Set<PickledGlobal> globals = new LinkedHashSet<>();
    private PickleStack stack;
    private Map<Integer, Object> memo = new HashMap<>();
    private List<PickledReference> references = new ArrayList<>();

    /**
     * Creates a reader of consecutive pickles of weights, whose values are stored outside of the pickle: one of 64 MiB
     * holds the structure of the largest networks.
     *
     * @param in stream that is read byte by byte: buffer it
     * @param budget limits for the whole stream
     * @param refused names for which a pickle is rejected
     */
    public PickleReader(InputStream in, ReadBudget budget, Predicate<PickledGlobal> refused) {
        this(in, budget, refused, LONGEST_WITHOUT_VALUES);
    }

    /**
     * Creates a reader of consecutive pickles in a stream.
     *
     * @param in stream that is read byte by byte: buffer it
     * @param budget limits for the whole stream
     * @param refused names for which a pickle is rejected
     * @param longest maximum size of one pickle, in bytes
     */
    public PickleReader(InputStream in, ReadBudget budget, Predicate<PickledGlobal> refused, int longest) {
        this.in = new PickleInput(in, budget, longest);
        this.budget = budget;
        this.refused = refused;
        this.longest = longest;
        this.stack = new PickleStack(budget);
    }

    /** Returns the number of bytes read from the stream. */
    public long position() {
        return in.position();
    }

    /** Returns all names of classes and functions read so far, in the order of the stream. */
    public Set<PickledGlobal> globals() {
        return Collections.unmodifiableSet(globals);
    }

    /** Returns all references of the last pickle read, in its order. */
    public List<PickledReference> references() {
        return List.copyOf(references);
    }

    /**
     * Reads the next pickle.
     *
     * @throws ForbiddenGlobalException if it names something that is refused
     * @throws PickleException if it is broken
     * @throws IllegalArgumentException if it exceeds the budget
     */
    public Object read() throws IOException {
        stack = new PickleStack(budget);
        memo = new HashMap<>();
        references = new ArrayList<>();
        long start = in.position();
        while (true) {
            long place = in.position();
            if (place - start > longest) {
                throw new PickleException(Message.of("pickle.long", longest >> 20));
            }
            int opcode = in.unsignedByte();
            if (opcode == '.') {
                return stack.pop();
            }
            if (!literal(opcode) && !collection(opcode) && !memory(opcode) && !call(opcode)) {
                throw new PickleException(
                        Message.of("pickle.instruction", String.format(Locale.ROOT, "0x%02x", opcode), place));
            }
        }
    }

    private boolean literal(int opcode) throws IOException {
        switch (opcode) {
            case 'N' -> stack.push(PickledNone.NONE);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'K' -> stack.push((long) in.unsignedByte());
            case 'M' -> stack.push((long) in.unsignedShort());
            case 'J' -> stack.push((long) in.integer());
            case 0x8a -> stack.push(in.number(in.unsignedByte()));
            case 0x8b -> stack.push(in.number(in.integer()));
            case 'G' -> stack.push(in.bigEndianDouble());
            case 0x8c -> stack.push(in.text(in.unsignedByte()));
            case 'U' -> stack.push(in.byteString(in.unsignedByte()));
            case 'X' -> stack.push(in.text(Integer.toUnsignedLong(in.integer())));
            case 'T' -> stack.push(in.byteString(in.integer()));
            case 0x8d -> stack.push(in.text(in.longInteger()));
            case 'C' -> stack.push(in.bytes(in.unsignedByte()));
            case 'B' -> stack.push(in.bytes(Integer.toUnsignedLong(in.integer())));
            case 0x8e, 0x96 -> stack.push(in.bytes(in.longInteger()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean collection(int opcode) throws IOException {
        switch (opcode) {
            case '(' -> stack.mark();
            case ']', 0x8f -> stack.push(new ArrayList<>());
            case 'l', 0x91 -> stack.push(stack.popToMark());
            case 'a' -> stack.append(stack.pop(1));
            case 'e', 0x90 -> stack.append(stack.popToMark());
            case ')' -> stack.push(new PickledTuple(List.of()));
            case 0x85, 0x86, 0x87 -> stack.push(new PickledTuple(stack.pop(opcode - 0x84)));
            case 't' -> stack.push(new PickledTuple(stack.popToMark()));
            case '}' -> stack.push(new LinkedHashMap<>());
            case 'd' -> stack.push(filled(new LinkedHashMap<>(), stack.popToMark()));
            case 's' -> {
                List<Object> item = stack.pop(2);
                filled(stack.peekMap(), item);
            }
            case 'u' -> {
                List<Object> items = stack.popToMark();
                filled(stack.peekMap(), items);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean memory(int opcode) throws IOException {
        switch (opcode) {
            case 0x80 -> checkProtocol(in.unsignedByte());
            case 0x95 -> in.longInteger(); // The length of a frame is only a hint for reading ahead.
            case '0' -> stack.pop();
            case '1' -> stack.popToMark();
            case '2' -> stack.push(stack.peek());
            case 'q' -> remember(in.unsignedByte());
            case 'r' -> remember(in.integer());
            case 0x94 -> remember(memo.size());
            case 'h' -> stack.push(remembered(in.unsignedByte()));
            case 'j' -> stack.push(remembered(in.integer()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean call(int opcode) throws IOException {
        switch (opcode) {
            case 'c' -> stack.push(checked(new PickledGlobal(in.line(), in.line())));
            case 0x93 -> {
                List<Object> names = stack.pop(2);
                stack.push(checked(new PickledGlobal(text(names.get(0)), text(names.get(1)))));
            }
            case 'R', 0x81 -> {
                Object arguments = stack.pop();
                stack.push(called(stack.pop(), arguments));
            }
            case 0x92 -> {
                stack.pop(); // Keyword arguments: no tensor takes them, and a placeholder does not need them.
                Object arguments = stack.pop();
                stack.push(called(stack.pop(), arguments));
            }
            case 'b' -> {
                Object state = stack.pop();
                if (stack.peek() instanceof PickledObject object) {
                    object.give(state);
                }
                // An OrderedDict's attributes are PyTorch's version notes.
            }
            case 'Q' -> {
                PickledReference reference = new PickledReference(stack.pop());
                references.add(reference);
                stack.push(reference);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private PickledGlobal checked(PickledGlobal global) throws ForbiddenGlobalException {
        if (refused.test(global)) {
            throw new ForbiddenGlobalException(global);
        }
        globals.add(global);
        return global;
    }

    private Object called(Object callable, Object arguments) throws PickleException {
        if (!(arguments instanceof PickledTuple tuple)) {
            throw new PickleException(Message.of("pickle.call"));
        }
        if (!(callable instanceof PickledGlobal global)) {
            return new PickledObject(UNKNOWN, tuple.items());
        }
        if (!global.is(ORDERED_DICT)) {
            return new PickledObject(global, tuple.items());
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        if (!tuple.items().isEmpty() && tuple.items().get(0) instanceof List<?> pairs) {
            for (Object pair : pairs) {
                filled(map, pairOf(pair));
            }
        }
        return map;
    }

    private static List<Object> pairOf(Object pair) throws PickleException {
        List<?> items =
                pair instanceof PickledTuple tuple ? tuple.items() : pair instanceof List<?> list ? list : List.of();
        if (items.size() != 2) {
            throw new PickleException(Message.of("pickle.pair"));
        }
        return List.of(items.get(0), items.get(1));
    }

    private Map<Object, Object> filled(Map<Object, Object> map, List<Object> keysAndValues) throws PickleException {
        if (keysAndValues.size() % 2 != 0) {
            throw new PickleException(Message.of("pickle.value"));
        }
        budget.chargeObjects(keysAndValues.size());
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            Object key = keysAndValues.get(i);
            // Neither is a key in Python, and both may contain themselves.
            if (key instanceof List || key instanceof Map) {
                throw new PickleException(Message.of("pickle.key"));
            }
            map.put(key, keysAndValues.get(i + 1));
        }
        return map;
    }

    private void remember(int place) throws PickleException {
        budget.chargeObjects(1);
        memo.put(place, stack.peek());
    }

    private Object remembered(int place) throws PickleException {
        Object value = memo.get(place);
        if (value == null) {
            throw new PickleException(Message.of("pickle.memo", place));
        }
        return value;
    }

    private static void checkProtocol(int protocol) throws PickleException {
        if (protocol < 2 || protocol > NEWEST_PROTOCOL) {
            throw new PickleException(Message.of("pickle.protocol", protocol, NEWEST_PROTOCOL));
        }
    }

    private static String text(Object value) throws PickleException {
        if (value instanceof String text) {
            return text;
        }
        throw new PickleException(Message.of("pickle.text"));
    }
}
