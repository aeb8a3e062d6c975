package org.dwastudio.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void formulasBecomeText(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    }

    @Test
    void otherTextStays() {
        assertThat(SpreadsheetText.of("T-shirt/top = a")).isEqualTo("T-shirt/top = a");
        assertThat(SpreadsheetText.of("")).isEmpty();
    }
}
