package org.dwastudio.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellCommandTest {
    private static final String START = "dwa-studio synthesize --config ";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "runs/first.yaml, runs/first.yaml",
                "my runs/a.yaml, 'my runs/a.yaml'",
                "a$(touch x).yaml, 'a$(touch x).yaml'",
                "a`id`.yaml, 'a`id`.yaml'",
                "it's.yaml, 'it'\\''s.yaml'",
                "back\\slash.yaml, 'back\\slash.yaml'"
            })
    void nothingInAPathIsReplacedByAPosixShell(String path, String quoted) {
        assertThat(new ShellCommand("Linux").repeating(Path.of(path))).isEqualTo(START + quoted);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"a.yaml, a.yaml", "my runs.yaml, \"my runs.yaml\""})
    void pathsWithSpacesAreInDoubleQuotesOnWindows(String path, String quoted) {
        assertThat(new ShellCommand("Windows 11").repeating(Path.of(path))).isEqualTo(START + quoted);
    }
}
