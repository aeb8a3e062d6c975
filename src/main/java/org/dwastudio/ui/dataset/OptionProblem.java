package org.dwastudio.ui.dataset;

import java.util.List;

/**
 * Why what was typed can't be taken.
 *
 * @param key its text in the message bundles
 * @param arguments what stands in the text's places
 */
public record OptionProblem(String key, List<String> arguments) {
    public OptionProblem {
        arguments = List.copyOf(arguments);
    }
}
