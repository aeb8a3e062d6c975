package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.engine.standard.FaultyStages.COLUMN;
import static org.dwastudio.engine.standard.FaultyStages.atColumn;
import static org.dwastudio.engine.standard.FaultyStages.atStep;
import static org.dwastudio.engine.standard.FaultyStages.once;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.dwastudio.attack.AttackSettings;
import org.dwastudio.attack.HostilePlace;
import org.dwastudio.attack.Mutation;
import org.dwastudio.attack.Verdict;
import org.dwastudio.attack.Wrapping;
import org.dwastudio.file.Directories;
import org.dwastudio.run.RunFiles;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checkpoints that were changed before a run is resumed: the result is that of a run that was never interrupted, or the
 * stage is refused with a sentence.
 */
@Tag("slow")
@Tag("attack")
@Timeout(300)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ForgedCheckpointsTest {
    /** A stage takes about as long as this many readings of a file. */
    private static final int COST = 20;

    private static final int FORMAT = 9;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = EngineScope.withCheckpointAtEveryStep();

    private final AttackSettings settings = AttackSettings.ofSystem();
    private final List<String> findings = new ArrayList<>();
    private FaultyStages stages;
    private Path whole;
    private Path killed;
    private Path run;

    /** Stage that is resumed in the run folder. */
    private interface Stage {
        void resume() throws Exception;
    }

    /** Part of a run that must be equal. */
    private interface Result {
        Object of(Path run) throws IOException;
    }

    @BeforeEach
    void trainATeacher() throws Exception {
        // Apart from each other: an evaluation takes over the students on real images from neighboring runs.
        whole = folder.resolve("1/whole");
        killed = folder.resolve("2/killed");
        run = folder.resolve("3/run");
        stages = new FaultyStages(scope, folder);
    }

    @Test
    void aSqueezeNeverEndsInAnotherTeacher() throws Exception {
        stages.squeeze(whole, atStep(8, () -> RunFiles.copy(whole, killed)));

        attack("squeeze", "checkpoints", () -> scope.run(SqueezeRequest.resumed(run)), FaultyStages::teacher);
    }

    @Test
    void aSynthesisNeverEndsInOtherImages() throws Exception {
        stages.synthesize(whole, atStep(COLUMN + 2, () -> RunFiles.copy(whole, killed)));

        attack("synthesis", "synthesis-checkpoints", () -> scope.run(SynthesisRequest.resumed(run)), RunFiles::of);
    }

    @Test
    void relabelNeverEndsInOtherLabels() throws Exception {
        stages.synthesize(whole, event -> {});
        stages.relabel(whole, atColumn(2, () -> RunFiles.copy(whole, killed)));

        attack("relabel", "soft-labels", () -> stages.relabel(run, event -> {}), ForgedCheckpointsTest::labels);
    }

    @Test
    void anEvaluationNeverEndsInOtherAccuracies() throws Exception {
        stages.synthesize(whole, event -> {});
        stages.evaluate(
                whole,
                once(
                        () -> RunFiles.copy(whole, killed),
                        progress -> progress.unit() == 1 && progress.iteration() == 3));

        attack("evaluation", "evaluation", () -> stages.evaluate(run, event -> {}), FaultyStages::table);
    }

    /** Changes one file of tensors, or puts something else in its place, and resumes the stage. */
    private void attack(String name, String place, Stage stage, Result result) throws Exception {
        Object expected = result.of(whole);
        List<Path> files = tensors(killed.resolve(place));
        assertThat(files).as("files of tensors").hasSizeGreaterThan(1);
        attempt(name + ", untouched", stage, result, expected);
        for (HostilePlace other : HostilePlace.values()) {
            Path file = place(files.get(files.size() - 1));
            Files.delete(file);
            other.put(file);
            attempt(name + ", " + other, stage, result, expected);
        }
        for (int round = 0; round < settings.rounds() / COST; round++) {
            Random random = settings.random(name, round);
            Path file = files.get(random.nextInt(files.size()));
            byte[] content = Files.readAllBytes(file);
            byte[] other = Files.readAllBytes(files.get(random.nextInt(files.size())));
            Files.write(place(file), Mutation.anyOf(content, other, random));
            attempt(settings.describe(name, round), stage, result, expected);
            // With a checksum that fits, other values cannot be distinguished from true ones.
            Files.write(place(file), Wrapping.SEALED.changed(content, other, random));
            attempt(settings.describe(name, round) + ", sealed", stage, any -> expected, expected);
        }
        assertThat(findings).isEmpty();
    }

    private void attempt(String name, Stage stage, Result result, Object expected) throws Exception {
        if (!Files.exists(run)) {
            copy();
        }
        try {
            stage.resume();
            if (!result.of(run).equals(expected)) {
                findings.add(name + ": another result");
            }
        } catch (ExecutionException e) {
            String problem = Verdict.of(e);
            if (!problem.isEmpty()) {
                findings.add(name + ": " + problem);
            }
        } finally {
            Directories.delete(run);
        }
    }

    /** Returns the place of a file of the killed run in a new copy of it. */
    private Path place(Path file) throws IOException {
        copy();
        return run.resolve(killed.relativize(file));
    }

    private void copy() throws IOException {
        Files.createDirectories(run.getParent());
        RunFiles.copy(killed, run);
    }

    /** Returns the values of all labels: a file of the same values stays as it is. */
    private static Map<String, ChecksummedTensorFile> labels(Path run) throws IOException {
        Map<String, ChecksummedTensorFile> labels = new TreeMap<>();
        for (Path file : tensors(run.resolve("soft-labels"))) {
            labels.put(run.relativize(file).toString(), ChecksummedTensorFile.read(file, FORMAT));
        }
        return labels;
    }

    private static List<Path> tensors(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
        }
    }
}
