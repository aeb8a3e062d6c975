package org.dwastudio.sweep.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.TrialsTable;
import org.junit.jupiter.api.Test;

/** Comparison with SciPy, which reads the same table of trials: see {@code sweep_statistics.py}. */
class SweepStatisticsParityTest {
    private static final Path FOLDER = Path.of("src/test/resources/sweep");
    private static final int SEEDS = 3;
    private static final List<SweptParameter> PARAMETERS = List.of(
            SweptParameter.of("synthesis.rho", List.of("0", "0.015", "0.1")),
            SweptParameter.of("synthesis.ascentSteps", List.of("4", "12")),
            SweptParameter.of("synthesis.batchNormWeight", List.of("0.003", "0.03")));

    private final JsonObject expected = read();
    private final SweepAnalysis analysis = analysis();

    @Test
    void intervalsAreThoseOfSciPy() {
        JsonObject intervals = expected.getAsJsonObject("intervals");

        assertThat(analysis.trials()).extracting(Trial::key).containsExactlyInAnyOrderElementsOf(intervals.keySet());
        for (Trial trial : analysis.trials()) {
            JsonObject one = intervals.getAsJsonObject(trial.key());
            assertThat(trial.score().mean()).isCloseTo(one.get("mean").getAsDouble(), within(1e-12));
            assertThat(trial.score().reach().orElseThrow())
                    .isCloseTo(one.get("reach").getAsDouble(), within(1e-9));
        }
    }

    @Test
    void correctedProbabilitiesAreThoseOfSciPy() {
        JsonObject corrected = expected.getAsJsonObject("corrected");

        assertThat(analysis.best().orElseThrow().key())
                .isEqualTo(expected.get("best").getAsString());
        assertThat(analysis.differences()).hasSize(corrected.size());
        for (Difference difference : analysis.differences()) {
            assertThat(difference.probability().orElseThrow())
                    .as(difference.other().key())
                    .isCloseTo(corrected.get(difference.other().key()).getAsDouble(), within(1e-9));
        }
    }

    @Test
    void sharesOfTheVarianceAreThoseOfNumPy() {
        JsonObject shares = expected.getAsJsonObject("shares");

        assertThat(analysis.importance().stream()
                        .filter(one -> !one.key().equals(Importance.REST))
                        .collect(Collectors.toMap(Importance::key, Importance::share)))
                .hasSize(shares.size())
                .allSatisfy((key, share) ->
                        assertThat(share).isCloseTo(shares.get(key).getAsDouble(), within(1e-12)));
    }

    private static SweepAnalysis analysis() {
        try {
            return SweepAnalysis.of(
                    SweepConfig.gridOf(PARAMETERS),
                    Map.of(),
                    new TrialsTable(PARAMETERS).trials(FOLDER.resolve("trials.csv"), SEEDS));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject read() {
        try {
            return new Gson().fromJson(Files.readString(FOLDER.resolve("sweep_statistics.json")), JsonObject.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
