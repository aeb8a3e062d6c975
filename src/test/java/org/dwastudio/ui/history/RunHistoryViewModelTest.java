package org.dwastudio.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.file.FreedesktopTrash;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.history.RunNotes;
import org.dwastudio.run.history.RunStore;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.ui.notice.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryViewModelTest {
    @TempDir
    Path home;

    private RunHistoryViewModel history;

    @BeforeEach
    void open() {
        history = new RunHistoryViewModel(
                new RunStore(home.resolve("runs"), new FreedesktopTrash(home.resolve("Trash"), Clock.systemUTC())),
                new RunHistoryViewModel.Dependencies(
                        Set::of,
                        folder -> {},
                        folder -> {},
                        experiment -> {},
                        file -> {},
                        new Notices(),
                        Runnable::run,
                        Runnable::run));
    }

    @Test
    void aRunThatIsMadeLaterIsListedFirst() throws IOException {
        run("b", 2, SynthesisPresets.demonstration());
        history.refresh();
        run("a", 3, SynthesisPresets.demonstration());
        run("c", 1, SynthesisPresets.demonstration());
        history.refresh();

        assertThat(history.runs())
                .extracting(run -> run.folder().getFileName().toString())
                .containsExactly("a", "b", "c");
    }

    @Test
    void aNameGivenAfterTheRunReplacesThatOfItsExperiment() throws IOException {
        Path folder = run("a", 1, SynthesisPresets.demonstration());
        history.refresh();

        history.annotate(history.runs().get(0), RunNotes.typed("for Friday", "", ""));
        assertThat(history.runs().get(0).name()).isEqualTo("for Friday");
        assertThat(folder.resolve("experiment.yaml")).content().contains("demonstration");

        history.annotate(history.runs().get(0), RunNotes.typed("", "", ""));
        assertThat(history.runs().get(0).name()).isEqualTo("demonstration");
    }

    @Test
    void notesOfAnEarlierVersionHaveNoName() throws IOException {
        Path folder = run("a", 1, SynthesisPresets.demonstration());
        Files.writeString(folder.resolve("notes.json"), "{\"tags\": [\"old\"], \"note\": \"kept\"}");

        history.refresh();

        assertThat(history.runs().get(0).notes()).isEqualTo(new RunNotes("", List.of("old"), "kept"));
        assertThat(history.runs().get(0).name()).isEqualTo("demonstration");
    }

    @Test
    void theTableIsWrittenWithTheValuesOfTheEndOfARun() throws IOException {
        Experiment tuned = SynthesisPresets.demonstration()
                .withName("one, \"two\"")
                .withSeed(7)
                .withTuning(List.of(
                        new TuningChange(1, 0, SynthesisConfig.IMAGES_PER_CLASS, 10, 20),
                        new TuningChange(2, 0, SynthesisConfig.IMAGES_PER_CLASS, 20, 3),
                        new TuningChange(2, 5, Adjustment.RHO, 0.015, 0.25)));
        run("a", 1, tuned);
        history.refresh();
        Path file = home.resolve("runs.csv");

        history.writeCsv(List.copyOf(history.runs()), file);

        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.readString(file), format)) {
            List<CSVRecord> records = parser.getRecords();
            assertThat(records).hasSize(1);
            CSVRecord record = records.get(0);
            assertThat(record.get("name")).isEqualTo("one, \"two\"");
            assertThat(record.get("seed")).isEqualTo("7");
            assertThat(record.get("rho")).isEqualTo("0.25");
            assertThat(record.get(SynthesisConfig.IMAGES_PER_CLASS.key())).isEqualTo("3.0");
            assertThat(record.get("top1_last")).isEmpty();
        }
        assertThat(RunListing.tabSeparated(List.copyOf(history.runs()))
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .startsWith("name\tfolder\tstage");
    }

    @Test
    void aTrainingOfATeacherCanBeFilteredOut() throws IOException {
        run("images", 1, SynthesisPresets.demonstration());
        RunDirectory teacher = new RunDirectory(run("teacher", 2, SynthesisPresets.demonstration()));
        Files.createDirectories(teacher.checkpoints());
        history.refresh();
        assertThat(history.shownRuns()).hasSize(2);

        history.filterProperty()
                .set(new RunFilter("", Optional.of(StageName.SYNTHESIS), Optional.empty(), Optional.empty()));

        assertThat(history.shownRuns()).extracting(RunSummary::stage).containsExactly(StageName.SYNTHESIS);
    }

    private Path run(String name, int day, Experiment experiment) throws IOException {
        RunDirectory directory = RunDirectory.create(home.resolve("runs").resolve(name));
        Instant started = Instant.parse("2026-11-0" + day + "T10:00:00Z");
        RunMetadata facts = new RunMetadata("1", "1", "CPU", "d", "t", started);
        try (RunRecorder recorder =
                RunRecorder.start(directory, experiment, facts, event -> {}, Clock.fixed(started, ZoneOffset.UTC))) {
            assertThat(recorder).isNotNull();
        }
        ExperimentWriter.write(experiment, directory.experiment());
        return directory.folder();
    }
}
