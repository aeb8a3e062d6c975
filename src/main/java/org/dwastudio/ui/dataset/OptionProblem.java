package org.dwastudio.ui.dataset;

import java.util.List;

/**
 * Error of an entered option.
 *
 * @param key key of its text in the message bundles
 * @param arguments arguments of the text
 */
public record OptionProblem(String key, List<String> arguments) {
    public OptionProblem {
        arguments = List.copyOf(arguments);
    }
}
