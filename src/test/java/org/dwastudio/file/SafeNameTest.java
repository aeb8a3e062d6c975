package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {

    @ParameterizedTest
    @CsvSource({
        "T-shirt/top, T-shirt-top",
        "Ankle boot, Ankle-boot",
        "../../etc/passwd, etc-passwd",
        "'great white shark, Carcharodon', great-white-shark-Carcharodon",
        "犬, 犬",
        "'...', class",
        "'', class",
        "con, class-con",
        "Nul.txt, class-Nul.txt",
        "'a\\b:c*d?e', a-b-c-d-e"
    })
    void everyFileSystemTakesTheName(String className, String folder) {
        assertThat(SafeName.of(className, "class")).isEqualTo(folder);
    }

    @Test
    void longNamesAreCutBetweenLetters() {
        assertThat(SafeName.of("𠮷".repeat(100), "class")).isEqualTo("𠮷".repeat(60));
    }

    @ParameterizedTest
    @CsvSource({"3, 10, 03", "3, 1, 03", "99, 100, 99", "7, 101, 007", "7, 1000, 007", "120, 10, 120"})
    void numbersArePaddedToSort(int number, int count, String padded) {
        assertThat(SafeName.padded(number, count)).isEqualTo(padded);
    }
}
