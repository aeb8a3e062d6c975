package org.dwastudio.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast of every text color with every ground that text stands on, by the formula of WCAG 2. */
class ContrastTest {
    /** Level AA for text of normal size. */
    private static final double LEAST = 4.5;

    private static final Pattern VARIABLE = Pattern.compile("(-(?:color|studio)[-a-z]+):\\s*(#[0-9a-f]{6});");
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-studio-surface", "-studio-field");
    private static final List<String> NO_TEXT =
            List.of("-studio-ink-background", "-studio-ink-placeholder", "-studio-ink-grid-line");

    @ParameterizedTest
    @EnumSource
    void everyTextIsReadable(Theme theme) throws IOException {
        Map<String, Color> colors = colors(theme);
        List<String> tooFaint = new ArrayList<>();
        int compared = 0;
        for (String text : colors.keySet()) {
            boolean isText =
                    text.startsWith("-color-fg") || text.startsWith("-studio-ink") || text.equals("-studio-changed");
            if (isText && !NO_TEXT.contains(text)) {
                for (String ground : GROUNDS) {
                    double contrast = contrast(colors.get(text), colors.get(ground));
                    compared++;
                    if (contrast < LEAST) {
                        tooFaint.add(String.format(Locale.ROOT, "%s on %s: %.2f", text, ground, contrast));
                    }
                }
            }
        }

        assertThat(compared).isGreaterThanOrEqualTo(40);
        assertThat(tooFaint).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyWindowHasTheBackgroundOfItsTheme(Theme theme) throws IOException {
        assertThat(theme.background()).isEqualTo(colors(theme).get("-color-bg-default"));
    }

    private static Map<String, Color> colors(Theme theme) throws IOException {
        Path file = Path.of("src/main/resources/org/dwastudio/ui/theme")
                .resolve("studio-" + theme.name().toLowerCase(Locale.ROOT) + ".css");
        Map<String, Color> colors = new LinkedHashMap<>();
        Matcher found = VARIABLE.matcher(Files.readString(file));
        while (found.find()) {
            colors.put(found.group(1), Color.web(found.group(2)));
        }
        return colors;
    }

    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
