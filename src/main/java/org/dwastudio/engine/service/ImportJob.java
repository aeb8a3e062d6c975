package org.dwastudio.engine.service;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.MeasuredNormalization;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.engine.session.TeacherOrigins;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.Normalization;
import org.dwastudio.stage.StageException;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.BareWeights;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.teacher.TeacherOrigin;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.dwastudio.train.TestAccuracy;

/** Import job that turns a weights file into a teacher with measured test accuracy. */
final class ImportJob {
    static final String STOPPED = "The import was stopped; nothing was written.";

    private final EngineSession session;
    private final TeacherImport request;
    private final ProgressListener progress;
    private final CancellationToken token;

    ImportJob(EngineSession session, TeacherImport request, ProgressListener progress, CancellationToken token) {
        this.session = session;
        this.request = request;
        this.progress = progress;
        this.token = token;
    }

    /** Returns the networks that match the tensors of a file, for images of the dataset's size if that is set. */
    static List<NetworkConfig> fittingNetworks(EngineSession session, Path weights, DatasetConfig dataset)
            throws IOException {
        OptionalInt imageSize = dataset.imageSize() > 0 ? OptionalInt.of(dataset.imageSize()) : OptionalInt.empty();
        return BareWeights.read(weights).fitting(session.networks(), session.manager(), imageSize);
    }

    /**
     * Runs the import on the engine thread.
     *
     * @throws IOException if a file cannot be read or written, or if the weights do not match
     * @throws CancellationException if the token is canceled; nothing is written then
     */
    ImportedTeacher run() throws IOException {
        if (Files.exists(request.target())) {
            throw new DescribedIOException(Message.of("teacher.exists", request.target()));
        }
        BareWeights weights = BareWeights.read(request.weights());
        ImageDataset dataset = session.dataset(request.dataset());
        if (dataset.testCount() == 0) {
            throw new StageException(Message.of("stage.noTest", dataset.name()));
        }
        checkCancelled();
        TeacherOrigin origin = TeacherOrigins.of(dataset);
        checkCancelled();
        List<BareWeights.Imported> candidates = weights.candidates(
                request.network(),
                origin,
                new BareWeights.Loading(session.networks(), session.manager(), DataType.FLOAT32),
                request.consents());
        try {
            return written(weights, candidates, dataset);
        } finally {
            candidates.forEach(candidate -> candidate.teacher().close());
        }
    }

    private ImportedTeacher written(BareWeights weights, List<BareWeights.Imported> candidates, ImageDataset dataset)
            throws IOException {
        boolean given = weights.isTeacher() || request.dataset().normalization().isPresent();
        ImportChoice choice = new ImportChoice(dataset, session.manager(), token, progress);
        choice.begin(candidates.size(), !given);
        BareWeights.Imported imported = choice.network(candidates);
        List<MeasuredNormalization> normalizations = given ? List.of() : choice.normalizations(imported);
        Teacher teacher = measured(
                withNormalization(imported.teacher(), normalizations),
                choices(normalizations, candidates.size()),
                dataset,
                choice.remaining());
        checkCancelled();
        Files.createDirectories(request.target().toAbsolutePath().getParent());
        teacher.write(request.target());
        return new ImportedTeacher(
                request.target(),
                Summaries.of(teacher, Optional.of(dataset.classNames())),
                chance(dataset),
                imported.report(),
                normalizations,
                candidates.size());
    }

    private static Teacher withNormalization(Teacher teacher, List<MeasuredNormalization> normalizations) {
        return normalizations.stream()
                .findFirst()
                .map(chosen -> new Normalization(chosen.mean(), chosen.std()))
                .map(normalization ->
                        new Teacher(teacher.network(), teacher.metadata().with(normalization)))
                .orElse(teacher);
    }

    private Teacher measured(
            Teacher teacher, Map<String, String> choices, ImageDataset dataset, ProgressListener remaining) {
        TeacherMetadata known = teacher.metadata();
        double accuracy = new TestAccuracy(dataset, known.normalization())
                .of(teacher.network(), session.manager(), remaining, token)
                .orElseThrow(() -> new CancellationException("The accuracy was not measured to the end."));
        Map<String, String> text = new LinkedHashMap<>(choices);
        text.put("importedFrom", String.valueOf(request.weights().getFileName()));
        text.put("imported", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        text.put("datasetFingerprint", dataset.fingerprint());
        return new Teacher(teacher.network(), known.with(accuracy, text));
    }

    /** Returns what was chosen by measurement, for the metadata. */
    private static Map<String, String> choices(List<MeasuredNormalization> normalizations, int candidates) {
        Map<String, String> text = new LinkedHashMap<>();
        if (!normalizations.isEmpty()) {
            text.put(
                    "normalizationsMeasured",
                    normalizations.stream()
                            .map(one -> String.format(Locale.ROOT, "%s: %.4f", one.name(), one.crossEntropy()))
                            .collect(Collectors.joining("; ")));
        }
        if (candidates > 1) {
            text.put("candidatesMeasured", Integer.toString(candidates));
        }
        return text;
    }

    /**
     * Returns the test accuracy of always predicting the most frequent class; 1 / classes if the classes are balanced.
     */
    private static double chance(ImageDataset dataset) {
        int most = IntStream.range(0, dataset.classNames().size())
                .map(label -> dataset.indicesOf(Split.TEST, label).length)
                .max()
                .orElse(0);
        return (double) most / dataset.testCount();
    }

    private void checkCancelled() {
        token.throwIfCancelled(STOPPED);
    }
}
