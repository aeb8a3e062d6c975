package org.dwastudio.stage.export;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.teacher.TeacherMetadata;

/** A run with two columns of images, and its exports. */
final class ExportedRun {
    static final int SIZE = 8;
    static final Experiment EXPERIMENT = SynthesisPresets.demonstration();
    /** Neither in alphabetical order nor valid as folder names. */
    static final List<String> CLASSES = List.of("T-shirt/top", "Ankle boot", "Coat");

    static final List<Double> MEAN = List.of(0.5, 0.25, 0.125);
    static final List<Double> STD = List.of(0.25, 0.5, 0.3);

    private final Path temp;
    private final RunDirectory run;
    private final ImageBatch first = TestImages.random(3, SIZE, 3, 1);
    private final ImageBatch second = TestImages.random(3, SIZE, 3, 2);

    ExportedRun(Path temp) throws IOException {
        this.temp = temp;
        run = RunDirectory.create(temp.resolve("run"));
        ExperimentWriter.write(EXPERIMENT, run.experiment());
        Files.writeString(run.metadata(), """
                programVersion: "1.2.3"
                engineVersion: "PyTorch 2.7.1"
                device: "CPU · 2 threads"
                datasetFingerprint: "00112233"
                teacherFingerprint: "44556677"
                started: "2026-11-24T10:15:30Z"
                """);
        ImageStore store = new ImageStore(run.images(), CLASSES, 10);
        store.write(0, 0, first, EXPERIMENT);
        store.write(7, 0, second, EXPERIMENT);
    }

    RunDirectory run() {
        return run;
    }

    /** Returns the images of the first column. */
    ImageBatch first() {
        return first;
    }

    /** Returns the images of the second column that is there. */
    ImageBatch second() {
        return second;
    }

    int export(ExportFormat format, ImageEncoding encoding) throws IOException {
        return Export.write(set(), request(format, encoding));
    }

    ExportRequest request(ExportFormat format, ImageEncoding encoding) {
        return new ExportRequest(run.folder(), format, encoding, out(""));
    }

    DistilledSet set() throws IOException {
        return DistilledSet.open(run, teacher(CLASSES), EXPERIMENT, "9.9");
    }

    static TeacherMetadata teacher(List<String> classes) {
        NetworkConfig network = new NetworkConfig("convnet", 32, NetworkConfig.Stem.SMALL, 3, classes.size(), SIZE);
        return new TeacherMetadata(network, "Clothes", classes, MEAN, STD, 0.875, Map.of());
    }

    Path out(String file) {
        return temp.resolve("out").resolve(file);
    }

    JsonObject manifest() throws IOException {
        return JsonParser.parseString(Files.readString(out("manifest.json"))).getAsJsonObject();
    }

    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(out(""))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> out("").relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
