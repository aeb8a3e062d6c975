package org.dwastudio.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dwastudio.config.preset.EvaluationPresets;
import org.dwastudio.config.preset.SqueezePresets;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.junit.jupiter.api.Test;

class ReportMessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final ReportMessages english = ReportMessages.in(Locale.ENGLISH);
    private final ReportMessages japanese = ReportMessages.in(Locale.JAPANESE);

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        assertThat(keys(japanese)).isEqualTo(keys(english)).hasSizeGreaterThan(100);
        assertThat(keys(english)).allSatisfy(key -> {
            String text = japanese.bundle().getString(key);
            assertThat(places(text)).as(key).isEqualTo(places(english.bundle().getString(key)));
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            assertThat(english.bundle().getString(key)).as(key).isNotBlank().doesNotContain("'");
        });
    }

    @Test
    void everythingThatIsNamedByAConstantHasAName() {
        for (TrainingSet set : TrainingSet.values()) {
            assertThat(keys(english)).contains("set." + set.key());
        }
        for (LabelType labels : LabelType.values()) {
            assertThat(keys(english)).contains("labels." + labels.key());
        }
        SynthesisPresets.all().forEach(preset -> assertThat(keys(english)).contains("preset." + preset.key()));
        EvaluationPresets.all()
                .forEach(preset -> assertThat(keys(english)).contains("evaluation.preset." + preset.key()));
        SqueezePresets.all().forEach(preset -> assertThat(keys(english)).contains("squeeze.preset." + preset.key()));
    }

    @Test
    void presetsHaveTheSameNamesAsInTheWindow() {
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (ReportMessages texts : List.of(english, japanese)) {
            Locale locale = texts.equals(english) ? Locale.ROOT : Locale.JAPANESE;
            ResourceBundle window = ResourceBundle.getBundle("org.dwastudio.ui.messages", locale, noFallback);
            assertThat(keys(texts).stream().filter(key -> key.contains("preset.") && !key.startsWith("column.")))
                    .hasSize(21)
                    .allSatisfy(key ->
                            assertThat(texts.bundle().getString(key)).as(key).isEqualTo(window.getString(key)));
        }
    }

    @Test
    void figuresAreWrittenAsTheyAreRead() {
        assertThat(ReportMessages.smallPercent(0.01)).isEqualTo("1 %");
        assertThat(ReportMessages.smallPercent(100 / 60_000.0)).isEqualTo("0.167 %");
        assertThat(ReportMessages.smallPercent(1)).isEqualTo("100 %");
        assertThat(ReportMessages.points(-0.139)).isEqualTo("−13.9");
        assertThat(ReportMessages.spread(MeanAndStdDev.of(List.of(0.5, 0.6)), 2))
                .isEqualTo("55.0 ± 7.1 %");
        assertThat(ReportMessages.spread(MeanAndStdDev.of(List.of(0.5)), 1)).isEqualTo("50.0 %");
        assertThat(english.duration(9.25)).isEqualTo("9.3 s");
        assertThat(english.duration(545)).isEqualTo("9 min 5 s");
        assertThat(english.duration(7260)).isEqualTo("2 h 1 min");
        assertThat(japanese.duration(545)).isEqualTo("9分5秒");
        assertThat(ReportMessages.in(Locale.FRENCH)).isEqualTo(english);
    }

    private static Set<String> keys(ReportMessages texts) {
        return new TreeSet<>(texts.bundle().keySet());
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
