package org.dwastudio.config.setting;

import java.util.Optional;

/**
 * One value of a block: its key and the way to read and replace it. Experiment files, {@code --set}, messages and the
 * documentation all use the same list of settings.
 *
 * @param <C> the block
 */
public sealed interface Setting<C>
        permits Parameter, AutoNumber, Choice, Flag, LongNumber, NumberList, OptionalPath, Text, TextList {

    /** The name in files and on the command line, for example {@code rho}. */
    String key();

    /** Returns the key in files of version 0.1, which is still read; most keys have not changed. */
    default String firstKey() {
        return key();
    }

    /** The heading under which the window shows it, for example {@code adjustment}. */
    String group();

    /** The place in a file: of two settings, the one with the smaller place is written first. */
    default Place place() {
        return Place.LAST;
    }

    /**
     * Replaces the value by one that was written as text.
     *
     * @throws SettingValueException when the text is not an allowed value
     */
    C parsed(C config, String text) throws SettingValueException;

    /**
     * Returns the value as a file holds it: a {@link Long}, {@link Double}, {@link Boolean}, {@link String} or a list of
     * {@link Double}s or {@link String}s; empty when the file leaves the key out.
     */
    Optional<Object> written(C config);

    /** Returns the value as {@link #written} does, also when a file leaves the key out. */
    default Optional<Object> value(C config) {
        return written(config);
    }

    /** Returns the value as {@link #written} does, in the spelling of version 0.1. */
    default Optional<Object> firstWritten(C config) {
        return written(config);
    }

    /** Describes the allowed values, for example {@code 0 to 0.5} or {@code real, noise}. */
    String allowed();

    /** Position of a setting in its block, in the order of files of version 0.1. */
    enum Place {
        /** The network, before its numbers. */
        FIRST,
        NUMBERS,
        LAST
    }
}
