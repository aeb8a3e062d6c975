package org.dwastudio.cli.option;

import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Keys of {@code --set} that have an effect on a command.
 *
 * @param work name of the work in messages, for example {@code an evaluation}
 * @param keys full keys; one that ends in {@code .*} stands for a block
 */
record EffectiveKeys(String work, List<String> keys) {
    private static final String ALL = "*";

    EffectiveKeys(String work, String... keys) {
        this(work, List.of(keys));
    }

    /**
     * Refuses keys without an effect.
     *
     * @throws ParameterException with the first such key and the allowed ones
     */
    void require(CommandSpec spec, Collection<String> given) {
        for (String key : given) {
            if (keys.stream().noneMatch(allowed -> matches(allowed, key))) {
                throw new ParameterException(
                        spec.commandLine(),
                        key + " has no effect on " + work + "; allowed are " + String.join(", ", keys));
            }
        }
    }

    private static boolean matches(String allowed, String key) {
        return allowed.endsWith(ALL)
                ? key.startsWith(allowed.substring(0, allowed.length() - ALL.length()))
                : key.equals(allowed);
    }
}
