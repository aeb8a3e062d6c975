package org.dwastudio.ui.history;

import java.util.Optional;
import java.util.function.Function;
import javafx.util.StringConverter;

/** Texts of the options of a filter, one of which is "any". */
final class OptionalConverter<T> extends StringConverter<Optional<T>> {
    private final String any;
    private final Function<T, String> one;

    /**
     * Creates a converter.
     *
     * @param any text of the empty option
     * @param one text of any other option
     */
    OptionalConverter(String any, Function<T, String> one) {
        this.any = any;
        this.one = one;
    }

    @Override
    public String toString(Optional<T> value) {
        return value == null ? any : value.map(one).orElse(any);
    }

    @Override
    public Optional<T> fromString(String words) {
        return Optional.empty();
    }
}
