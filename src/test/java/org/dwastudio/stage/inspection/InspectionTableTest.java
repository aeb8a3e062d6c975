package org.dwastudio.stage.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTableTest {
    private static final SetMetrics WHOLE = new SetMetrics(
            OptionalDouble.of(0.1), 2, 3, OptionalDouble.of(0.9), OptionalDouble.of(1.0 / 3), OptionalDouble.of(1));
    private static final SetMetrics EMPTY = new SetMetrics(
            OptionalDouble.empty(), 1, 1, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    @TempDir
    private Path run;

    private final InspectionReport report = InspectionReport.of(List.of(
            new ClassMetrics(0, "a, \"quoted\" class", 4, WHOLE, WHOLE, 100),
            new ClassMetrics(1, "コート", 4, EMPTY, WHOLE, 0)));

    @Test
    void whatIsWrittenIsRead() throws IOException {
        InspectionTable.write(run, report);

        assertThat(InspectionTable.read(run)).contains(report);
        assertThat(report.classes()).extracting(ClassMetrics::label).containsExactly(1, 0);
        assertThat(report.distilled().nearCopies()).hasValue(1);
        assertThat(report.real().nearCopies()).hasValue(2);
        assertThat(report.relativeVendi(3)).containsExactly(1.0, 0.5, Double.NaN);
        assertThat(Files.readString(run.resolve("inspection.csv")))
                .startsWith("class,label,images,references,set,within_class_cosine,vendi_score")
                .contains("コート,1,4,0,distilled,,1.0,1.0,,,\n");
    }

    @Test
    void aMissingTableIsEmpty() throws IOException {
        assertThat(InspectionTable.read(run)).isEmpty();
    }

    @Test
    void aDamagedTableIsIgnored() throws IOException {
        InspectionTable.write(run, report);
        Path file = run.resolve("inspection.csv");
        String text = Files.readString(file);
        for (String damaged : List.of(
                "",
                text.substring(0, text.length() / 2),
                text.replace("distilled", "other"),
                text.replace("1.0", "much"),
                text.lines().limit(2).reduce("", (all, line) -> all + line + "\n"))) {
            Files.writeString(file, damaged);
            assertThat(InspectionTable.read(run)).as(damaged).isEmpty();
        }
    }
}
