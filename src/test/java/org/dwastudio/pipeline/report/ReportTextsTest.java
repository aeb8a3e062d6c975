package org.dwastudio.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dwastudio.config.EvaluationPresets;
import org.dwastudio.config.Presets;
import org.dwastudio.config.SqueezePresets;
import org.dwastudio.pipeline.Labels;
import org.dwastudio.pipeline.Spread;
import org.dwastudio.pipeline.TrainingSet;
import org.junit.jupiter.api.Test;

class ReportTextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final ReportTexts english = ReportTexts.in(Locale.ENGLISH);
    private final ReportTexts japanese = ReportTexts.in(Locale.JAPANESE);

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
        for (Labels labels : Labels.values()) {
            assertThat(keys(english)).contains("labels." + labels.key());
        }
        Presets.all().forEach(preset -> assertThat(keys(english)).contains("preset." + preset.key()));
        EvaluationPresets.all().forEach(preset -> assertThat(keys(english)).contains("preset." + preset.key()));
        SqueezePresets.all().forEach(preset -> assertThat(keys(english)).contains("preset." + preset.key()));
    }

    @Test
    void figuresAreWrittenAsTheyAreRead() {
        assertThat(ReportTexts.smallPercent(0.01)).isEqualTo("1 %");
        assertThat(ReportTexts.smallPercent(100 / 60_000.0)).isEqualTo("0.167 %");
        assertThat(ReportTexts.smallPercent(1)).isEqualTo("100 %");
        assertThat(ReportTexts.points(-0.139)).isEqualTo("−13.9");
        assertThat(ReportTexts.spread(Spread.of(List.of(0.5, 0.6)), 2)).isEqualTo("55.0 ± 7.1 %");
        assertThat(ReportTexts.spread(Spread.of(List.of(0.5)), 1)).isEqualTo("50.0 %");
        assertThat(english.duration(9.25)).isEqualTo("9.3 s");
        assertThat(english.duration(545)).isEqualTo("9 min 5 s");
        assertThat(english.duration(7260)).isEqualTo("2 h 1 min");
        assertThat(japanese.duration(545)).isEqualTo("9 分 5 秒");
        assertThat(ReportTexts.in(Locale.FRENCH)).isEqualTo(english);
    }

    private static Set<String> keys(ReportTexts texts) {
        return new TreeSet<>(texts.bundle().keySet());
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
