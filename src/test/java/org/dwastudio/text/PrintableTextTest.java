package org.dwastudio.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
