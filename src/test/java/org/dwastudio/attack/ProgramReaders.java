package org.dwastudio.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.dwastudio.compute.ComputeException;
import org.dwastudio.compute.ComputeSettingsAccess;
import org.dwastudio.compute.LibtorchFolder;
import org.dwastudio.report.page.ReportFile;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.dwastudio.ui.preference.FilePreferences;

/** Readers of settings of the program, and of exports. */
final class ProgramReaders {
    static final String EXPORT = "pictures";

    private static final String MANIFEST = EXPORT + "/manifest.json";

    private ProgramReaders() {}

    static List<ForeignReader> all() {
        return List.of(
                ForeignReader.of(
                        "preferences",
                        folder -> Files.writeString(folder.resolve("preferences.properties"), """
                                theme=DARK
                                language=JAPANESE
                                width=900.0
                                height=700.0
                                maximized=true
                                recentDataset0=/data/pets
                                recentFile0=/runs/a
                                """),
                        "preferences.properties",
                        (folder, scratch) -> new FilePreferences(folder.resolve("preferences.properties")).load()),
                ForeignReader.of(
                                "compute settings",
                                folder -> Files.writeString(
                                        folder.resolve("compute.properties"),
                                        "device=cpu\nlibrary=bundled\nthreads=2\ninteropThreads=1\ntried=1a2b3c\n"),
                                "compute.properties",
                                (folder, scratch) -> compute(folder.resolve("compute.properties")))
                        .within(new ForeignReader.Limits(64L << 20, 200, false)),
                ForeignReader.of(
                                "build of PyTorch",
                                ProgramReaders::build,
                                List.of("lib/build-version", "lib/version.py"),
                                (folder, scratch) -> check(folder.resolve("lib")))
                        .within(new ForeignReader.Limits(64L << 20, 200, false)),
                ForeignReader.of(
                        "page in the place of a report",
                        folder -> Files.writeString(
                                folder.resolve("report.html"),
                                "<html><head><meta name=\"generator\" content=\"DWA Studio\"></head></html>"),
                        "report.html",
                        (folder, scratch) -> ReportFile.requireUsable(folder.resolve("report.html"))),
                ForeignReader.of(
                                "exported class folders",
                                ProgramReaders::export,
                                List.of(MANIFEST),
                                (folder, scratch) -> DatasetReaders.read(folder.resolve(EXPORT), scratch))
                        .within(ForeignReader.Limits.IMAGES));
    }

    /** Writes a folder that is recognized by its empty library. */
    private static void build(Path folder) throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        Files.createFile(lib.resolve(System.mapLibraryName("torch")));
        Files.writeString(lib.resolve("build-version"), LibtorchFolder.VERSION + "+cpu\n");
        Files.writeString(lib.resolve("version.py"), "__version__ = '" + LibtorchFolder.VERSION + "+cpu'\n");
    }

    private static void check(Path folder) throws IOException {
        try {
            LibtorchFolder.check(folder);
        } catch (ComputeException e) {
            throw new DescribedIOException(Message.literal(e.getMessage()), e);
        }
    }

    private static void compute(Path file) throws IOException {
        try {
            ComputeSettingsAccess.read(file);
        } catch (ComputeException e) {
            throw new DescribedIOException(Message.literal(e.getMessage()), e);
        }
    }

    /** Writes an export whose original dataset does not exist here. */
    static void export(Path folder) throws IOException {
        PathUtils.copyDirectory(RunReaders.FIRST_VERSION.resolve("bundled-export"), folder);
        Path manifest = folder.resolve(MANIFEST);
        Files.writeString(manifest, Files.readString(manifest).replace("source: \\\"bundled", "source: \\\"gone"));
    }
}
