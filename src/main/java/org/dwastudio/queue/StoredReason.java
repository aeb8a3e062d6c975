package org.dwastudio.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.text.Message;

/**
 * Reason of a failure in the block of a queued stage: in English for readers of the file, and as the key and the values of its
 * text, so that another window shows it in its language.
 *
 * @param entry texts of the block by key
 */
record StoredReason(Map<String, String> entry) {
    private static final String ENGLISH = "reason";
    private static final String TEXT = "text";

    /** Messages among the values of messages, at most. */
    private static final int DEEPEST = 8;

    private static final int MOST_VALUES = 64;

    /** Adds a reason to the block. */
    void write(Message why) {
        entry.put(ENGLISH, why.english());
        if (!why.isLiteral()) {
            write(TEXT, why);
        }
    }

    private void write(String place, Message message) {
        entry.put(place, message.key());
        List<Object> values = message.arguments();
        for (int index = 0; index < values.size(); index++) {
            String inner = place + "-" + index;
            if (values.get(index) instanceof Message part) {
                write(inner + "-" + TEXT, part);
            } else {
                entry.put(inner, values.get(index).toString());
            }
        }
    }

    /** Returns the reason in the block; it reads the same in every language if its text is unknown. */
    Optional<Message> read() {
        return read(TEXT, 0).or(() -> Optional.ofNullable(entry.get(ENGLISH)).map(Message::literal));
    }

    private Optional<Message> read(String place, int depth) {
        String key = entry.get(place);
        if (key == null || depth > DEEPEST) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (int index = 0; index < MOST_VALUES; index++) {
            String inner = place + "-" + index;
            Optional<Object> value =
                    Optional.<Object>ofNullable(entry.get(inner)).or(() -> read(inner + "-" + TEXT, depth + 1));
            if (value.isEmpty()) {
                break;
            }
            values.add(value.get());
        }
        return Message.known(key, values);
    }
}
