package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.engine.standard.FaultyStages.COLUMN;
import static org.dwastudio.engine.standard.FaultyStages.atColumn;
import static org.dwastudio.engine.standard.FaultyStages.atStep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.dwastudio.attack.Verdict;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.Directories;
import org.dwastudio.run.RunFiles;
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

/** Links in the place of what a resumed stage writes: nothing is written, replaced or deleted outside of the run. */
@Tag("slow")
@Tag("attack")
@Timeout(300)
@EnabledOnOs({OS.LINUX, OS.MAC})
class LinkedTargetsTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = EngineScope.withCheckpointAtEveryStep();

    private final List<String> findings = new ArrayList<>();
    private FaultyStages stages;
    private Path whole;
    private Path killed;
    private Path run;
    private Path thesis;

    /** Stage that is resumed in the run folder. */
    private interface Stage {
        void resume() throws Exception;
    }

    @BeforeEach
    void trainATeacher() throws Exception {
        whole = folder.resolve("1/whole");
        killed = folder.resolve("2/killed");
        run = folder.resolve("3/run");
        thesis = folder.resolve("thesis");
        stages = new FaultyStages(scope, folder);
    }

    @Test
    void aSqueezeWritesNothingElsewhere() throws Exception {
        stages.squeeze(whole, atStep(8, () -> RunFiles.copy(whole, killed)));

        attack(() -> scope.run(SqueezeRequest.resumed(run)));
    }

    @Test
    void aSynthesisWritesNothingElsewhere() throws Exception {
        stages.synthesize(whole, atStep(COLUMN + 2, () -> RunFiles.copy(whole, killed)));

        attack(() -> scope.run(SynthesisRequest.resumed(run)));
    }

    @Test
    void relabelWritesNothingElsewhere() throws Exception {
        stages.synthesize(whole, event -> {});
        stages.relabel(whole, atColumn(2, () -> RunFiles.copy(whole, killed)));

        attack(() -> stages.relabel(run, event -> {}));
    }

    @Test
    void anEvaluationWritesNothingElsewhere() throws Exception {
        stages.synthesize(whole, event -> {});
        stages.evaluate(whole, atColumn(1, () -> RunFiles.copy(whole, killed)));

        attack(() -> stages.evaluate(run, event -> {}));
    }

    private void attack(Stage stage) throws Exception {
        TreeSet<Path> places = new TreeSet<>(places(whole));
        places.addAll(places(killed));
        assertThat(places).hasSizeGreaterThan(5);
        for (Path place : places) {
            boolean isFolder = Files.isDirectory(whole.resolve(place)) || Files.isDirectory(killed.resolve(place));
            attempt(stage, place, isFolder ? thesis : thesis.resolve("chapter.tex"));
            if (!isFolder) {
                attempt(
                        stage,
                        place.resolveSibling(place.getFileName() + AtomicFile.PARTIAL_SUFFIX),
                        thesis.resolve("chapter.tex"));
                attempt(stage, place, thesis.resolve("new.tex"));
            }
        }
        assertThat(findings).isEmpty();
    }

    /** Resumes the stage with a link in one place of a new copy of the killed run. */
    private void attempt(Stage stage, Path place, Path target) throws Exception {
        Directories.delete(thesis);
        Files.createDirectories(thesis);
        Files.writeString(thesis.resolve("chapter.tex"), "mine");
        Files.createDirectories(run.getParent());
        RunFiles.copy(killed, run);
        Directories.delete(run.resolve(place));
        Files.createDirectories(run.resolve(place).getParent());
        Files.createSymbolicLink(run.resolve(place), target);
        String name = place + " -> " + thesis.getParent().relativize(target);
        try {
            stage.resume();
        } catch (ExecutionException e) {
            String problem = Verdict.of(e);
            if (!problem.isEmpty()) {
                findings.add(name + ": " + problem);
            }
        }
        if (!content(thesis).equals(Map.of("chapter.tex", "mine"))) {
            findings.add(name + ": " + content(thesis).keySet());
        }
        Directories.delete(run);
    }

    /** Returns the folders, and one file of each kind in every folder. */
    private static List<Path> places(Path root) throws IOException {
        Map<String, Path> places = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(path -> !path.equals(root)).sorted().toList()) {
                Path place = root.relativize(path);
                // Of the folders of classes, one is enough.
                if (place.getNameCount() < 2
                        || !place.startsWith("images")
                        || place.toString().contains("03_")) {
                    places.put(place.toString().replaceAll("\\d+\\.", "0."), place);
                }
            }
        }
        return List.copyOf(places.values());
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String text = file.toString().endsWith(".tex") ? Files.readString(file) : "";
                content.put(folder.relativize(file).toString(), text);
            }
        }
        return content;
    }
}
