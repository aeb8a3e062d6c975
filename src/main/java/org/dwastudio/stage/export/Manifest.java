package org.dwastudio.stage.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.stage.export.format.ExportFormat;

/**
 * Content of an export's {@code manifest.json}: classes in label order, normalization, teacher, experiment, versions,
 * and the SHA-256 of every other file. This program reads classes and normalization back from it.
 */
final class Manifest {
    static final String FILE = "manifest.json";

    private static final String KIND = "dwa-studio-export";
    private static final int VERSION = 1;
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final DistilledSet set;
    private final ExportFormat format;
    private final ExportWriter writer;

    Manifest(DistilledSet set, ExportFormat format, ExportWriter writer) {
        this.set = set;
        this.format = format;
        this.writer = writer;
    }

    /** Writes the manifest into the folder of a complete export, whose files it lists. */
    void write(Path folder) throws IOException {
        JsonObject manifest = new JsonObject();
        manifest.addProperty("kind", KIND);
        manifest.addProperty("version", VERSION);
        manifest.addProperty("programVersion", set.programVersion());
        manifest.addProperty("format", format.key());
        manifest.add("images", images());
        manifest.add("classes", classes());
        manifest.add("normalization", normalization());
        manifest.add("teacher", teacher());
        manifest.add("run", run());
        manifest.addProperty("experiment", ExperimentWriter.toYaml(set.experiment()));
        manifest.add("files", files(folder));
        Files.writeString(folder.resolve(FILE), GSON.toJson(manifest) + "\n");
    }

    private JsonObject images() {
        JsonObject images = new JsonObject();
        images.addProperty("count", set.images().size());
        images.addProperty("channels", set.shape().channels());
        images.addProperty("height", set.shape().height());
        images.addProperty("width", set.shape().width());
        images.addProperty("encoding", writer.encoding());
        return images;
    }

    private JsonArray classes() {
        List<String> folders = writer.classFolders(set);
        JsonArray classes = new JsonArray();
        for (int label = 0; label < set.classNames().size(); label++) {
            JsonObject one = new JsonObject();
            one.addProperty("label", label);
            one.addProperty("name", set.classNames().get(label));
            if (!folders.isEmpty()) {
                one.addProperty("folder", folders.get(label));
            }
            classes.add(one);
        }
        return classes;
    }

    private JsonObject normalization() {
        JsonObject normalization = new JsonObject();
        normalization.add("mean", GSON.toJsonTree(set.teacher().mean()));
        normalization.add("std", GSON.toJsonTree(set.teacher().std()));
        return normalization;
    }

    private JsonObject teacher() {
        NetworkConfig network = set.teacher().network();
        JsonObject teacher = new JsonObject();
        teacher.addProperty("architecture", network.architecture());
        teacher.addProperty("width", network.width());
        teacher.addProperty("stem", network.stem().name().toLowerCase(Locale.ROOT));
        teacher.addProperty("channels", network.channels());
        teacher.addProperty("classes", network.classes());
        teacher.addProperty("imageSize", network.imageSize());
        teacher.addProperty("dataset", set.teacher().dataset());
        if (!Double.isNaN(set.teacher().testAccuracy())) {
            teacher.addProperty("testAccuracy", set.teacher().testAccuracy());
        }
        teacher.addProperty("fingerprint", set.metadata().teacherFingerprint());
        return teacher;
    }

    private JsonObject run() {
        JsonObject run = new JsonObject();
        run.addProperty("programVersion", set.metadata().programVersion());
        run.addProperty("engineVersion", set.metadata().engineVersion());
        run.addProperty("device", set.metadata().device());
        run.addProperty("datasetFingerprint", set.metadata().datasetFingerprint());
        run.addProperty("started", set.metadata().started().toString());
        return run;
    }

    private static JsonArray files(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        JsonArray listed = new JsonArray();
        for (Path file : files) {
            JsonObject one = new JsonObject();
            one.addProperty("path", folder.relativize(file).toString().replace(File.separatorChar, '/'));
            one.addProperty("bytes", Files.size(file));
            one.addProperty("sha256", sha256(file));
            listed.add(one);
        }
        return listed;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = BoundedFile.open(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }
}
