package org.dwastudio.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrintColorsTest {
    /** Paper is the background of a chart. */
    private static final Set<ChartColor> OTHERS = Set.of(ChartColor.SURFACE);

    @Test
    void theColorsAreThoseOfTheLightTheme() throws IOException {
        String css;
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("studio-light.css"))) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (ChartColor ink : ChartColor.values()) {
            if (!OTHERS.contains(ink)) {
                assertThat(css).contains("-studio-ink-" + ink.cssName() + ": " + PrintColors.hex(ink) + ";");
            }
        }
    }
}
