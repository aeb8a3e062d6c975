package org.dwastudio.run.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunLog;
import org.dwastudio.run.StoredImages;

/**
 * Run that is joined from the parts of a long job: the same images byte for byte, the experiment without a range, and
 * the measurements.
 */
public final class JoinedRun {
    private final List<RunPart> parts;

    private JoinedRun(List<RunPart> parts) {
        this.parts = parts;
    }

    /**
     * Reads the parts and checks that they belong to one run.
     *
     * @param folders folders of finished runs, in any order
     * @throws RunFolderException if one is unfinished or belongs to another run, or if a column is missing or
     *     duplicated, with a message for the user
     */
    public static JoinedRun of(List<Path> folders) throws IOException {
        List<RunPart> parts = new ArrayList<>();
        for (Path folder : folders) {
            parts.add(RunPart.open(folder));
        }
        parts.sort(Comparator.comparingInt(RunPart::first));
        for (RunPart part : parts) {
            checkBelongsTogether(parts.get(0), part);
        }
        checkColumns(parts);
        return new JoinedRun(List.copyOf(parts));
    }

    /** Returns the columns of the whole run. */
    public int columns() {
        return parts.get(0).columns();
    }

    /**
     * Writes the run folder of the whole run. The experiment is written last: a folder without it is not a run.
     *
     * @param folder must not exist or be empty
     * @param progress listener to the number of copied images
     * @throws RunFolderException if the folder cannot be written, with a message for the user
     */
    public RunDirectory write(Path folder, ProgressListener progress) throws IOException {
        RunDirectory target = RunDirectory.create(folder);
        try {
            copyImages(target, progress);
            AtomicFile.write(target.metrics(), partial -> new JoinedMetrics(parts).write(partial));
            new JoinedSnapshots(parts).write(target.snapshots());
            try (RunLog log = new RunLog(target.log())) {
                for (RunPart part : parts) {
                    log.joined(
                            part.first(),
                            part.end(),
                            part.directory().folder(),
                            part.metadata(),
                            Clock.systemUTC().instant());
                }
            }
            new RecordedImages(target, List.of(), columns())
                    .drawContactSheet(parts.get(0).whole());
            parts.get(0).metadata().write(target.metadata());
            ExperimentWriter.write(parts.get(0).whole(), target.experiment());
            return target;
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(folder, e);
        }
    }

    private void copyImages(RunDirectory target, ProgressListener progress) throws IOException {
        long total = parts.stream().mapToLong(part -> part.images().count()).sum();
        long done = 0;
        for (RunPart part : parts) {
            for (StoredImages.StoredClass stored : part.images().classes()) {
                for (Path image : stored.files().values()) {
                    Path copy =
                            target.folder().resolve(part.directory().folder().relativize(image));
                    Files.createDirectories(copy.getParent());
                    AtomicFile.write(copy, PngFile.bytes(image));
                    done++;
                    progress.progressed(done, total);
                }
            }
        }
    }

    private static void checkBelongsTogether(RunPart first, RunPart part) throws IOException {
        String other = first.directory().folder().toString();
        if (!part.metadata().datasetFingerprint().equals(first.metadata().datasetFingerprint())) {
            throw part.problem("was computed from other images than " + other + " (dataset fingerprint "
                    + part.metadata().datasetFingerprint() + ", not "
                    + first.metadata().datasetFingerprint() + "). Please join parts of one run");
        }
        if (!part.metadata().teacherFingerprint().equals(first.metadata().teacherFingerprint())) {
            throw part.problem("was computed with another teacher than " + other + " (fingerprint "
                    + part.metadata().teacherFingerprint() + ", not "
                    + first.metadata().teacherFingerprint() + "). Please join parts of one run");
        }
        Optional<String> difference = difference(part.common(), first.common());
        if (difference.isPresent()) {
            throw part.problem("belongs to another experiment than " + other + ": it has " + difference.get()
                    + ". Please join parts of one run, which differ in ipcStart and ipcEnd alone");
        }
        if (!classFolders(part).equals(classFolders(first))) {
            throw part.problem("holds images of other classes than " + other + ". Please join parts of one run");
        }
    }

    /** Describes the first line in which two experiments differ. */
    private static Optional<String> difference(Experiment one, Experiment other) throws IOException {
        if (one.equals(other)) {
            return Optional.empty();
        }
        List<String> lines = ExperimentWriter.toYaml(one).lines().toList();
        List<String> others = ExperimentWriter.toYaml(other).lines().toList();
        int line = 0;
        while (line < lines.size() && line < others.size() && lines.get(line).equals(others.get(line))) {
            line++;
        }
        return Optional.of(at(lines, line) + " instead of " + at(others, line));
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? "'" + lines.get(line).strip() + "'" : "nothing more";
    }

    private static List<String> classFolders(RunPart part) {
        return part.images().classes().stream()
                .map(stored -> stored.label() + StoredImages.SEPARATOR + stored.name())
                .toList();
    }

    private static void checkColumns(List<RunPart> parts) throws RunFolderException {
        int next = 0;
        String before = "";
        for (RunPart part : parts) {
            if (part.first() < next) {
                throw part.problem("holds column " + part.first() + ", which " + before
                        + " holds already. Please name each part once, and only parts that do not overlap");
            }
            if (part.first() > next) {
                throw missing(parts, next, part.first());
            }
            next = part.end();
            before = part.directory().folder().toString();
        }
        if (next < parts.get(0).columns()) {
            throw missing(parts, next, parts.get(0).columns());
        }
    }

    private static RunFolderException missing(List<RunPart> parts, int from, int to) {
        String columns = to - from == 1 ? "column " + from + " is" : "columns " + from + " to " + (to - 1) + " are";
        return parts.get(0)
                .problem("is part of a run of " + parts.get(0).columns() + " columns, of which " + columns
                        + " missing. Please name the folder of that part too, or compute it with"
                        + " --set synthesis.ipcStart=" + from + " --set synthesis.ipcEnd=" + to);
    }
}
