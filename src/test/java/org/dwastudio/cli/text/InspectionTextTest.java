package org.dwastudio.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.SetMetrics;
import org.junit.jupiter.api.Test;

class InspectionTextTest {
    private static final SetMetrics REAL = metrics(0.5, 3.25, 1.0);
    private static final SetMetrics FLAT = new SetMetrics(
            OptionalDouble.empty(), 1, 1, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    @Test
    void everyNumberIsFollowedByThatOfRealImages() {
        SetMetrics distilled = metrics(0.75, 2, 3);
        InspectionReport report = new InspectionReport(
                List.of(
                        new ClassMetrics(1, "a class whose name is longer than the table", 1, FLAT, FLAT, 0),
                        new ClassMetrics(0, "cat", 10, distilled, REAL, 100)),
                distilled,
                REAL,
                11);

        assertThat(new InspectionText(report).lines())
                .containsExactly(
                        "Images:  11 images of 2 classes. In parentheses: random real images of the same number per class.",
                        "Order:   worst class first, by the Vendi score divided by that of real images.",
                        "                              images  cosine           Vendi score      effective rank   density"
                                + "        coverage         near-copies",
                        "All classes                       11  0.750 (0.500)    2.00 (3.25)      4.00 (4.00)      1.10 (1.10)"
                                + "    0.200 (0.200)    3 (1.0)",
                        "a class whose name is longe…       1  – (–)            1.00 (1.00)      1.00 (1.00)      – (–)"
                                + "          – (–)            – (–)",
                        "cat                               10  0.750 (0.500)    2.00 (3.25)      4.00 (4.00)      1.10 (1.10)"
                                + "    0.200 (0.200)    3 (1.0)");
    }

    private static SetMetrics metrics(double cosine, double vendi, double copies) {
        return new SetMetrics(
                OptionalDouble.of(cosine),
                vendi,
                4,
                OptionalDouble.of(1.1),
                OptionalDouble.of(0.2),
                OptionalDouble.of(copies));
    }
}
