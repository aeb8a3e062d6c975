package org.dwastudio.ui.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.NetworkConfig.Stem;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.data.DatasetCatalog;
import org.dwastudio.data.DatasetReport;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.Split;
import org.dwastudio.event.PixelBlock;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunListener;
import org.dwastudio.pipeline.CancellationToken;
import org.dwastudio.pipeline.ClassProbability;
import org.dwastudio.pipeline.DatasetSummary;
import org.dwastudio.pipeline.Engine;
import org.dwastudio.pipeline.ImportedTeacher;
import org.dwastudio.pipeline.LiveTuning;
import org.dwastudio.pipeline.Run;
import org.dwastudio.pipeline.RunControl;
import org.dwastudio.pipeline.SqueezeRun;
import org.dwastudio.pipeline.StageEstimate;
import org.dwastudio.pipeline.TeacherImport;
import org.dwastudio.pipeline.TeacherSummary;

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
    private final Semaphore allowed = new Semaphore(0);
    private final CompletableFuture<String> loaded = new CompletableFuture<>();
    private final List<FakeRun> runs = new CopyOnWriteArrayList<>();
    private final List<Path> exports = new CopyOnWriteArrayList<>();
    private volatile Optional<String> failure = Optional.empty();
    private volatile boolean closed;

    /** Ends the loading that {@link #warmUp} waits for. */
    public void finishLoading() {
        loaded.complete("CPU · 2 threads");
    }

    /** Ends the loading without success. */
    public void failLoading(String message) {
        loaded.completeExceptionally(new IllegalStateException(message));
    }

    /** Lets runs make more iterations. */
    public void allow(int iterations) {
        allowed.release(iterations);
    }

    /** From now on the next iteration of a run fails with this message. */
    public void failWith(String message) {
        failure = Optional.of(message);
    }

    /** All runs that were started, the newest last. */
    public List<FakeRun> runs() {
        return runs;
    }

    /** The run that was started last. */
    public FakeRun run() {
        return runs.get(runs.size() - 1);
    }

    /** Folders that images were exported to. */
    public List<Path> exports() {
        return exports;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public CompletableFuture<String> warmUp() {
        return loaded;
    }

    @Override
    public SqueezeRun startSqueeze(Experiment experiment, Path folder, RunListener listener) {
        throw new UnsupportedOperationException("no window trains a teacher");
    }

    @Override
    public SqueezeRun resumeSqueeze(Path folder, RunListener listener) {
        throw new UnsupportedOperationException("no window asks for this");
    }

    @Override
    public CompletableFuture<StageEstimate> estimateSqueeze(Experiment experiment) {
        throw new UnsupportedOperationException("no window asks for this");
    }

    @Override
    public CompletableFuture<StageEstimate> estimateSynthesis(Experiment experiment) {
        throw new UnsupportedOperationException("no window asks for this");
    }

    @Override
    public CompletableFuture<DatasetReport> checkDataset(
            DatasetConfig config, ProgressListener progress, CancellationToken token) {
        throw new UnsupportedOperationException("no window asks for this");
    }

    @Override
    public CompletableFuture<Path> downloadDataset(
            PublishedDataset published, Path parent, ProgressListener progress, CancellationToken token) {
        throw new UnsupportedOperationException("no window asks for this");
    }

    @Override
    public CompletableFuture<List<NetworkConfig>> fittingNetworks(Path weights, DatasetConfig config) {
        throw new UnsupportedOperationException("no window asks for this");
    }

    @Override
    public CompletableFuture<ImportedTeacher> importTeacher(
            TeacherImport request, ProgressListener progress, CancellationToken token) {
        throw new UnsupportedOperationException("no window asks for this");
    }

    @Override
    public CompletableFuture<DatasetSummary> dataset(DatasetConfig config) {
        if (!config.source().equals(DatasetConfig.BUNDLED)) {
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
        FakeRun fake = new FakeRun(run, experiment, dataset, listener, allowed, () -> failure);
        runs.add(fake);
        Thread thread = new Thread(fake, "fake-engine");
        thread.setDaemon(true);
        thread.start();
        return run;
    }

    @Override
    public CompletableFuture<List<ClassProbability>> teacherSays(TeacherConfig config, PixelBlock picture) {
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
    private int nearestClass(PixelBlock picture) {
        return IntStream.range(0, classMeans.size())
                .boxed()
                .min(Comparator.comparingDouble(label -> distance(classMeans.get(label), picture)))
                .orElseThrow();
    }

    private static double distance(double[] mean, PixelBlock picture) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            double difference = mean[i] - (picture.bytes()[i] & 0xFF);
            sum += difference * difference;
        }
        return sum;
    }

    private static double[] classMean(ImageDataset dataset, int label) {
        PixelBlock pictures = dataset.pictures(Split.TRAIN, dataset.indicesOf(Split.TRAIN, label));
        double[] mean = new double[pictures.bytes().length / pictures.count()];
        for (int i = 0; i < pictures.bytes().length; i++) {
            mean[i % mean.length] += (double) (pictures.bytes()[i] & 0xFF) / pictures.count();
        }
        return mean;
    }

    @Override
    public CompletableFuture<Integer> exportImages(Path runFolder, Path target) {
        exports.add(target);
        return CompletableFuture.completedFuture(100);
    }

    @Override
    public void close() {
        closed = true;
        runs.forEach(run -> run.control().cancel());
    }
}
