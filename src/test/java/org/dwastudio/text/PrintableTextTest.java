package org.dwastudio.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {
    @Test
    void lettersOfAnyScriptStayAndControlCharactersAreEscaped() {
        assertThat(PrintableText.escaped("Café 猫 👩‍💻 – ρ")).isEqualTo("Café 猫 👩‍💻 – ρ");
        assertThat(PrintableText.escaped("a\u001b[31mb\r\n\tc")).isEqualTo("a\\u001b[31mb\\r\\n\\tc");
        assertThat(PrintableText.escaped("a\u202eb\u2028c\ud800d")).isEqualTo("a\\u202eb\\u2028c\\ud800d");
    }

    @Test
    void longTextIsCutInTheMiddle() {
        String name = PrintableText.name("begin" + "x".repeat(1_000_000) + "end");
        assertThat(name).hasSize(100).startsWith("begin").endsWith("end").contains("…");
        assertThat(PrintableText.message("\u0007".repeat(5_000))).hasSize(2_000);
        assertThat(PrintableText.name("short")).isEqualTo("short");
    }

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
