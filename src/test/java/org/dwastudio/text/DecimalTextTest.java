package org.dwastudio.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0.015d", "0x1p-4", "1f", " 1", "1e99999", "NaN", "Infinity", "", ".", "1e400", "1_000", "１"})
    void whatIsNotDecimalNotationIsRefused(String text) {
        assertThatThrownBy(() -> DecimalText.number(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void decimalNotationIsRead() {
        assertThat(DecimalText.number("0.015")).isEqualTo(0.015);
        assertThat(DecimalText.number("-1.5e-3")).isEqualTo(-0.0015);
        assertThat(DecimalText.number(".5")).isEqualTo(0.5);
        assertThat(DecimalText.number("2.")).isEqualTo(2);
        assertThat(DecimalText.whole("-42")).isEqualTo(-42);
        assertThat(DecimalText.size("0")).isZero();
        assertThatThrownBy(() -> DecimalText.size("1e3")).isInstanceOf(NumberFormatException.class);
    }
}
