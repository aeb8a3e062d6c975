package org.dwastudio.ui.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.NetworkConfig.Stem;
import org.dwastudio.config.SynthesisConfig.Precision;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.engine.Engine;
import org.dwastudio.engine.EvaluationOutcome;
import org.dwastudio.engine.EvaluationRun;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.RelabelRun;
import org.dwastudio.engine.Run;
import org.dwastudio.engine.SoftLabelStock;
import org.dwastudio.engine.SqueezeRun;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.stage.CancellationToken;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.export.format.ExportRequest;

/**
 * An engine that computes nothing: it shows real pictures of the bundled dataset under noise that fades, and curves that
 * fall as losses do, the same every time. A run makes as many iterations as it was allowed, no more.
 */
public final class FakeEngine implements Engine {
    /** Read once for all fake engines of a process. */
    private static final class Bundled {
        static final ImageDataset DATASET = read();
        static final List<double[]> CLASS_MEANS = IntStream.range(
                        0, DATASET.classNames().size())
                .mapToObj(label -> classMean(DATASET, label))
                .toList();

        private static ImageDataset read() {
            try {
                return new DatasetCatalog().load(new DatasetConfig(DatasetConfig.BUNDLED));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final ImageDataset dataset = Bundled.DATASET;
    private final List<double[]> classMeans = Bundled.CLASS_MEANS;
    private final FakeTurns turns = new FakeTurns();
    private final CompletableFuture<DeviceInUse> loaded = new CompletableFuture<>();
    private final List<FakeRun> runs = new CopyOnWriteArrayList<>();
    private final List<ExportRequest> exports = new CopyOnWriteArrayList<>();
    private final List<FakeSqueeze> squeezes = new CopyOnWriteArrayList<>();
    private final List<FakeEvaluation> evaluations = new CopyOnWriteArrayList<>();
    private final List<FakeRelabel> relabels = new CopyOnWriteArrayList<>();
    private final FakeRelabel.Kept labels = new FakeRelabel.Kept();
    private final FakeEvaluation.Kept kept = new FakeEvaluation.Kept();
    private final List<Thread> squeezeThreads = new CopyOnWriteArrayList<>();
    private final List<Experiment> estimated = new CopyOnWriteArrayList<>();
    private final FakeImports imports = new FakeImports();
    private volatile StageEstimate estimate = new StageEstimate(
            78_200, 0.021, 410_000_000, 12_000_000, OptionalLong.of(3_900_000_000L), OptionalInt.empty());
    private final FakeDatasets datasets = new FakeDatasets();
    private volatile boolean closed;

    /** Ends the loading that {@link #warmUp} waits for. */
    public void finishLoading() {
        loaded.complete(new DeviceInUse(Optional.empty(), 2));
    }

    /** Ends the loading without success. */
    public void failLoading(String message) {
        loaded.completeExceptionally(new IllegalStateException(message));
    }

    /** Lets runs make more iterations. */
    public void allow(int iterations) {
        turns.allow(iterations);
    }

    /** From now on the next iteration of a run fails with this message. */
    public void failWith(String message) {
        turns.failWith(message);
    }

    /** All runs that were started, the newest last. */
    public List<FakeRun> runs() {
        return runs;
    }

    /** The run that was started last. */
    public FakeRun run() {
        return runs.get(runs.size() - 1);
    }

    /** All squeezes that were started or resumed, the newest last. */
    public List<FakeSqueeze> squeezes() {
        return squeezes;
    }

    /** The squeeze that was started last. */
    public FakeSqueeze squeeze() {
        return squeezes.get(squeezes.size() - 1);
    }

    /** All evaluations that were started, the newest last. */
    public List<FakeEvaluation> evaluations() {
        return evaluations;
    }

    /** The evaluation that was started last. */
    public FakeEvaluation evaluation() {
        return evaluations.get(evaluations.size() - 1);
    }

    /** All relabellings that were started, the newest last. */
    public List<FakeRelabel> relabels() {
        return relabels;
    }

    /** The relabelling that was started last. */
    public FakeRelabel relabel() {
        return relabels.get(relabels.size() - 1);
    }

    /** Answers estimates with this from now on. */
    public void estimateAs(StageEstimate answer) {
        estimate = answer;
    }

    /** Experiments whose squeeze was estimated. */
    public List<Experiment> estimated() {
        return estimated;
    }

    /** What is told of weights, and what was asked. */
    public FakeImports imports() {
        return imports;
    }

    /** What there is beside the bundled dataset, and what was asked about it. */
    public FakeDatasets datasets() {
        return datasets;
    }

    /** What was to be exported. */
    public List<ExportRequest> exports() {
        return exports;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public CompletableFuture<DeviceInUse> warmUp() {
        return loaded;
    }

    /** A processor without instructions for bfloat16. */
    @Override
    public CompletableFuture<Map<Precision, PrecisionAdvice>> precisionAdvice() {
        return CompletableFuture.completedFuture(Map.of(
                Precision.MIXED, new PrecisionAdvice(PrecisionAdvice.Kind.MIXED_ON_PROCESSOR, List.of()),
                Precision.HALF, new PrecisionAdvice(PrecisionAdvice.Kind.HALF_ON_PROCESSOR, List.of())));
    }

    @Override
    public SqueezeRun startSqueeze(Experiment experiment, Path folder, RunListener listener) {
        try {
            Files.createDirectories(folder);
            ExperimentWriter.write(experiment, folder.resolve("experiment.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return squeeze(experiment, folder, 0, listener);
    }

    @Override
    public EvaluationRun startEvaluation(Path folder, Experiment experiment, RunListener listener) {
        throw new IllegalStateException("No test of the window evaluates with another experiment.");
    }

    @Override
    public RelabelRun startRelabel(Path runFolder, EvaluationConfig config, RunListener listener) {
        RelabelRun run = new RelabelRun(runFolder, new RunControl(), new CompletableFuture<>());
        FakeRelabel fake = new FakeRelabel(run, config, labels, dataset.classNames(), listener, turns);
        relabels.add(fake);
        begin(fake, "fake-relabel");
        return run;
    }

    @Override
    public CompletableFuture<StageEstimate> estimateRelabel(Path runFolder, EvaluationConfig config) {
        return CompletableFuture.completedFuture(estimate);
    }

    @Override
    public CompletableFuture<SoftLabelStock> softLabels(Path runFolder, EvaluationConfig config) {
        boolean stillMade = runs.stream().anyMatch(run -> run.isMaking(runFolder));
        return stillMade
                ? CompletableFuture.failedFuture(new IOException(runFolder + ": holds no pictures yet"))
                : CompletableFuture.completedFuture(labels.stock(runFolder, config));
    }

    @Override
    public RelabelRun startRelabel(Path runFolder, Experiment experiment, RunListener listener) {
        throw new IllegalStateException("No test of the window labels by another experiment.");
    }

    @Override
    public CompletableFuture<StageEstimate> estimateRelabel(Path runFolder, Experiment experiment) {
        throw new IllegalStateException("No test of the window labels by another experiment.");
    }

    @Override
    public CompletableFuture<SoftLabelStock> softLabels(Path runFolder, Experiment experiment) {
        throw new IllegalStateException("No test of the window labels by another experiment.");
    }

    @Override
    public EvaluationRun startEvaluation(Path runFolder, EvaluationConfig config, RunListener listener) {
        EvaluationRun run = new EvaluationRun(runFolder, new RunControl(), new CompletableFuture<>());
        FakeEvaluation fake = new FakeEvaluation(run, config, kept, dataset.classNames(), listener, turns);
        evaluations.add(fake);
        begin(fake, "fake-evaluation");
        return run;
    }

    @Override
    public CompletableFuture<Optional<EvaluationOutcome>> keptEvaluation(Path runFolder, EvaluationConfig config) {
        return CompletableFuture.completedFuture(kept.outcome(runFolder, dataset.classNames()));
    }

    @Override
    public SqueezeRun resumeSqueeze(Path folder, RunListener listener) {
        FakeSqueeze before = squeezes.stream()
                .filter(one -> one.folder().equals(folder))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("There is no checkpoint in " + folder
                        + ". Please choose the folder of a squeeze that was ended early."));
        int epoch = before.stepsMade() / FakeSqueeze.STEPS_PER_EPOCH;
        return squeeze(before.experiment(), folder, epoch, listener);
    }

    private SqueezeRun squeeze(Experiment experiment, Path folder, int firstEpoch, RunListener listener) {
        SqueezeRun run = new SqueezeRun(folder, new RunControl(), new CompletableFuture<>());
        FakeSqueeze fake = new FakeSqueeze(run, experiment, firstEpoch, dataset.classNames(), listener, turns);
        squeezes.add(fake);
        Thread thread = new Thread(fake, "fake-squeeze");
        thread.setDaemon(true);
        squeezeThreads.add(thread);
        thread.start();
        return run;
    }

    @Override
    public CompletableFuture<StageEstimate> estimateSqueeze(Experiment experiment) {
        estimated.add(experiment);
        return CompletableFuture.completedFuture(estimate);
    }

    @Override
    public CompletableFuture<StageEstimate> estimateSynthesis(Experiment experiment) {
        throw new UnsupportedOperationException("no window asks for this");
    }

    @Override
    public CompletableFuture<DatasetReport> checkDataset(
            DatasetConfig config, ProgressListener progress, CancellationToken token) {
        return datasets.checks().begin(config, progress, token);
    }

    @Override
    public CompletableFuture<Path> downloadDataset(
            PublishedDataset published, Path parent, ProgressListener progress, CancellationToken token) {
        return datasets.downloads().begin(new FakeDatasets.Download(published, parent), progress, token);
    }

    @Override
    public CompletableFuture<List<NetworkConfig>> fittingNetworks(Path weights, DatasetConfig config) {
        return CompletableFuture.completedFuture(imports.fitting());
    }

    @Override
    public CompletableFuture<ImportedTeacher> importTeacher(
            TeacherImport request, ProgressListener progress, CancellationToken token) {
        return imports.begin(request, progress, token);
    }

    @Override
    public CompletableFuture<DatasetSummary> dataset(DatasetConfig config) {
        if (!config.source().equals(DatasetConfig.BUNDLED)) {
            Optional<DatasetSummary> known = datasets.summary(config);
            if (known.isPresent()) {
                return CompletableFuture.completedFuture(known.get());
            }
            return CompletableFuture.failedFuture(new IOException(
                    "There is no folder " + config.source() + ". Please check the path of the dataset."));
        }
        int[] firsts = IntStream.range(0, dataset.classNames().size())
                .map(label -> dataset.indicesOf(Split.TRAIN, label)[0])
                .toArray();
        return CompletableFuture.completedFuture(new DatasetSummary(
                dataset.name(),
                dataset.classNames(),
                dataset.channels(),
                dataset.imageSize(),
                dataset.trainCount(),
                dataset.testCount(),
                dataset.pictures(Split.TRAIN, firsts)));
    }

    @Override
    public CompletableFuture<TeacherSummary> teacher(TeacherConfig config) {
        NetworkConfig network = new NetworkConfig("resnet18", 16, Stem.SMALL, 1, 10, 28);
        return CompletableFuture.completedFuture(new TeacherSummary(network, 700_410, 20, OptionalDouble.of(0.921)));
    }

    @Override
    public Run startSynthesis(Experiment experiment, Path folder, RunListener listener) {
        Run run = new Run(folder, new RunControl(), new LiveTuning(experiment.synthesis()), new CompletableFuture<>());
        FakeRun fake = new FakeRun(run, experiment, dataset, listener, turns);
        runs.add(fake);
        begin(fake, "fake-engine");
        return run;
    }

    /** The experiment of the folder from its beginning: a fake keeps no checkpoints. */
    @Override
    public Run resumeSynthesis(Path folder, RunListener listener) {
        try {
            return startSynthesis(ExperimentReader.read(folder.resolve("experiment.yaml")), folder, listener);
        } catch (ConfigException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public CompletableFuture<List<ClassProbability>> teacherSays(TeacherConfig config, ImageBatch picture) {
        int first = nearestClass(picture);
        List<ClassProbability> answer = new ArrayList<>();
        for (int label = 0; label < dataset.classNames().size(); label++) {
            int rank = Math.floorMod(label - first, dataset.classNames().size());
            double probability = rank == 0 ? 0.987 : rank == 1 ? 0.008 : rank == 2 ? 0.002 : 0.003 / 7;
            answer.add(new ClassProbability(label, dataset.classNames().get(label), probability));
        }
        answer.sort(Comparator.comparingDouble(ClassProbability::probability).reversed());
        return CompletableFuture.completedFuture(answer);
    }

    /** The class whose mean picture is nearest. */
    private int nearestClass(ImageBatch picture) {
        return IntStream.range(0, classMeans.size())
                .boxed()
                .min(Comparator.comparingDouble(label -> distance(classMeans.get(label), picture)))
                .orElseThrow();
    }

    private static double distance(double[] mean, ImageBatch picture) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            double difference = mean[i] - (picture.bytes()[i] & 0xFF);
            sum += difference * difference;
        }
        return sum;
    }

    private static double[] classMean(ImageDataset dataset, int label) {
        ImageBatch pictures = dataset.pictures(Split.TRAIN, dataset.indicesOf(Split.TRAIN, label));
        double[] mean = new double[pictures.bytes().length / pictures.count()];
        for (int i = 0; i < pictures.bytes().length; i++) {
            mean[i % mean.length] += (double) (pictures.bytes()[i] & 0xFF) / pictures.count();
        }
        return mean;
    }

    @Override
    public CompletableFuture<Integer> export(ExportRequest request) {
        exports.add(request);
        return CompletableFuture.completedFuture(100);
    }

    @Override
    public void close() {
        closed = true;
        runs.forEach(run -> run.control().cancel());
        squeezes.forEach(squeeze -> squeeze.control().cancel());
        evaluations.forEach(evaluation -> evaluation.control().cancel());
        // What a squeeze leaves behind is written before the test's folder goes.
        squeezeThreads.forEach(FakeEngine::join);
    }

    private static void begin(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
