package org.dwastudio.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.sweep.SweptFolders;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepExtensionTest {
    private static final SweepFile BEFORE = SweptFolders.content();

    @Test
    void moreValuesAndSeedsAreAllowed() {
        assertThat(problem(with(BEFORE.sweep().withSeeds(5)))).isEmpty();
        assertThat(problem(with(range(0.01, 0.08, 7)))).isEmpty();
        assertThat(problem(BEFORE)).isEmpty();
    }

    @Test
    void fewerSeedsAndValuesAreRefused() {
        assertThat(problem(with(BEFORE.sweep().withSeeds(2))))
                .contains("cannot have fewer seeds than before: 2 instead of 3");
        assertThat(problem(with(range(0.02, 0.04, 3))))
                .hasValueSatisfying(text -> assertThat(text).startsWith("keeps all values of synthesis.rho"));
        assertThat(problem(with(BEFORE.sweep().withTrials(2))))
                .contains("cannot have fewer trials than before: 2 instead of 3");
    }

    @ParameterizedTest
    @CsvSource({
        // A grid of 3 values, and 12 trials of one setting where the settings do not give their number.
        "GRID, 0, 1, cannot have fewer trials than before: 1 instead of 3",
        "GRID, 0, 3,",
        "GRID, 2, 0,",
        "RANDOM, 0, 5, cannot have fewer trials than before: 5 instead of 12",
        "SOBOL, 5, 0,",
        "SOBOL, 20, 0, cannot have fewer trials than before: 12 instead of 20",
        "MODEL, 0, 13,",
        "HALVING, 0, 12,",
        "HALVING, 0, 9, 'keeps its number of trials, because successive halving compares all trials of a round;"
                + " plan another sweep'"
    })
    void zeroTrialsCountAsTheirDefault(SearchStrategy strategy, int before, int after, @Nullable String problem) {
        SweepConfig sweep = BEFORE.sweep().withStrategy(strategy);

        assertThat(new SweepExtension(with(sweep.withTrials(before)), with(sweep.withTrials(after)))
                        .problem()
                        .map(Message::english))
                .isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void aRefusalNamesWhatIsCountedInTheLanguageOfTheWindow() {
        assertThat(new SweepExtension(BEFORE, with(BEFORE.sweep().withSeeds(2)))
                        .problem()
                        .map(problem -> problem.in(Locale.JAPANESE)))
                .contains("ではシード数を減らせません(3 から 2)");
    }

    @Test
    void otherQuestionsAreRefused() {
        for (SweepFile other : List.of(
                with(BEFORE.sweep().withObjective(Objective.HARD)),
                with(BEFORE.sweep().withStrategy(SearchStrategy.SOBOL)),
                with(BEFORE.sweep().withHeldOutShare(0.2)),
                new SweepFile(BEFORE.experiment().withSeed(1), BEFORE.sweep()))) {
            assertThat(problem(other))
                    .hasValueSatisfying(text -> assertThat(text).startsWith("holds a sweep with other settings"));
        }
    }

    @Test
    void onlyAGridTakesMoreValuesAndHalvingNoMoreTrials() {
        SweepFile sobol = with(BEFORE.sweep().withStrategy(SearchStrategy.SOBOL).withTrials(4));
        SweepFile wider =
                with(range(0.01, 0.08, 3).withStrategy(SearchStrategy.SOBOL).withTrials(4));
        SweepFile more = with(sobol.sweep().withTrials(8));
        SweepFile halving = with(sobol.sweep().withStrategy(SearchStrategy.HALVING));
        SweepFile longer = with(more.sweep().withStrategy(SearchStrategy.HALVING));

        assertThat(new SweepExtension(sobol, more).problem()).isEmpty();
        assertThat(new SweepExtension(sobol, wider).problem().map(Message::english))
                .hasValueSatisfying(text -> assertThat(text).startsWith("keeps the values of synthesis.rho"));
        assertThat(new SweepExtension(halving, longer).problem().map(Message::english))
                .hasValueSatisfying(text -> assertThat(text).startsWith("keeps its number of trials"));
    }

    private static Optional<String> problem(SweepFile after) {
        return new SweepExtension(BEFORE, after).problem().map(Message::english);
    }

    private static SweepFile with(SweepConfig sweep) {
        return new SweepFile(BEFORE.experiment(), sweep);
    }

    private static SweepConfig range(double from, double to, int steps) {
        return SweepConfig.gridOf(List.of(new SweptParameter(
                "synthesis.rho", List.of(), Optional.of(new SweptRange(from, to, steps, Scale.LOGARITHMIC)), false)));
    }
}
