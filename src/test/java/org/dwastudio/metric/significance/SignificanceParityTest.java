package org.dwastudio.metric.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Intervals and paired tests against SciPy. */
class SignificanceParityTest {
    private static final Offset<Double> EXACT = within(1e-9);

    /** Two series and the numbers that SciPy computes of them. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Case(
            double[] first,
            double[] second,
            double difference,
            double low,
            double high,
            double probability,
            double meanLow,
            double meanHigh) {}

    @Test
    void pairedTestsAgree() throws IOException {
        for (Case expected : cases()) {
            PairedTest found = PairedTest.of(expected.first(), expected.second());

            MeanInterval difference = found.difference();
            double reach = difference.reach().orElseThrow();
            assertThat(difference.mean()).isCloseTo(expected.difference(), EXACT);
            assertThat(difference.mean() - reach).isCloseTo(expected.low(), EXACT);
            assertThat(difference.mean() + reach).isCloseTo(expected.high(), EXACT);
            assertThat(found.probability().orElseThrow()).isCloseTo(expected.probability(), EXACT);
            assertThat(found.pairs()).isEqualTo(expected.first().length);
        }
    }

    @Test
    void intervalsOfMeansAgree() throws IOException {
        for (Case expected : cases()) {
            MeanInterval found =
                    MeanInterval.of(Arrays.stream(expected.first()).boxed().toList());

            double reach = found.reach().orElseThrow();
            assertThat(found.mean() - reach).isCloseTo(expected.meanLow(), EXACT);
            assertThat(found.mean() + reach).isCloseTo(expected.meanHigh(), EXACT);
        }
    }

    private static List<Case> cases() throws IOException {
        Case[] cases = new Gson()
                .fromJson(Files.readString(Path.of("src/test/resources/metric/significance.json")), Case[].class);
        assertThat(cases).hasSize(7);
        return List.of(cases);
    }
}
