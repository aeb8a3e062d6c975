package org.dwastudio.weights.pickle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dwastudio.text.Message;
import org.dwastudio.weights.ReadBudget;

/** Stack of a pickle machine: values, and marks where a list of them begins. */
final class PickleStack {
    private enum Mark {
        MARK
    }

    private final List<Object> values = new ArrayList<>();
    private final ReadBudget budget;

    PickleStack(ReadBudget budget) {
        this.budget = budget;
    }

    void push(Object value) {
        budget.chargeObjects(1);
        values.add(value);
    }

    void mark() {
        budget.chargeObjects(1);
        values.add(Mark.MARK);
    }

    Object pop() throws PickleException {
        Object value = peek();
        values.remove(values.size() - 1);
        return value;
    }

    Object peek() throws PickleException {
        if (values.isEmpty() || values.get(values.size() - 1) == Mark.MARK) {
            throw new PickleException(Message.of("pickle.noValue"));
        }
        return values.get(values.size() - 1);
    }

    /** Removes the newest values and returns them, the oldest first. */
    List<Object> pop(int count) throws PickleException {
        List<Object> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(0, pop());
        }
        return taken;
    }

    /** Removes the newest mark and all values above it; returns the values. */
    List<Object> popToMark() throws PickleException {
        int mark = values.lastIndexOf(Mark.MARK);
        if (mark < 0) {
            throw new PickleException(Message.of("pickle.noMark"));
        }
        List<Object> tail = values.subList(mark, values.size());
        List<Object> taken = new ArrayList<>(tail.subList(1, tail.size()));
        tail.clear();
        return taken;
    }

    /** Appends items to the list below them; the items of a placeholder are dropped. */
    @SuppressWarnings("unchecked")
    void append(List<Object> items) throws PickleException {
        if (peek() instanceof List<?> list) {
            budget.chargeObjects(items.size());
            ((List<Object>) list).addAll(items);
        } else if (!(peek() instanceof PickledObject)) {
            throw new PickleException(Message.of("pickle.noList"));
        }
    }

    /** Returns the dictionary, or the entries of the placeholder, on top of the stack. */
    @SuppressWarnings("unchecked")
    Map<Object, Object> peekMap() throws PickleException {
        if (peek() instanceof Map<?, ?> map) {
            return (Map<Object, Object>) map;
        }
        if (peek() instanceof PickledObject object) {
            return object.entries();
        }
        throw new PickleException(Message.of("pickle.noDictionary"));
    }
}
