package org.dwastudio.ui.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.engine.TeacherService;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.ClassComparison;

/** The teachers of the {@link FakeEngine}: they predict the class whose mean image is nearest. */
public final class FakeTeachers implements TeacherService {
    private final FakeImports imports = new FakeImports();
    private final ImageDataset dataset;
    private volatile ClassComparison.Result classMatch = ClassComparison.Result.SAME;
    private volatile double testAccuracy = 0.921;
    private final List<TeacherConfig> asked = new CopyOnWriteArrayList<>();
    private final List<Integer> askedBatches = new CopyOnWriteArrayList<>();

    FakeTeachers(ImageDataset dataset) {
        this.dataset = dataset;
    }

    FakeImports imports() {
        return imports;
    }

    /** Sets how the classes of all teachers compare with those of the dataset. */
    public void compareAs(ClassComparison.Result result) {
        classMatch = result;
    }

    /** Sets the accuracy of all teachers on the test split, 0 to 1. */
    public void measureAs(double accuracy) {
        testAccuracy = accuracy;
    }

    /** Returns the numbers of images of the questions about several images, in order. */
    public List<Integer> askedBatches() {
        return askedBatches;
    }

    /** Returns the teachers that were asked for a prediction, in order. */
    public List<TeacherConfig> asked() {
        return asked;
    }

    @Override
    public CompletableFuture<TeacherSummary> summary(TeacherConfig config) {
        NetworkConfig network = new NetworkConfig("resnet18", 16, Stem.SMALL, 1, 10, 28);
        return CompletableFuture.completedFuture(
                new TeacherSummary(network, 700_410, 20, OptionalDouble.of(testAccuracy), "Fashion-MNIST", classMatch));
    }

    @Override
    public CompletableFuture<List<NetworkConfig>> fittingNetworks(Path weights, DatasetConfig config) {
        return CompletableFuture.completedFuture(imports.fitting());
    }

    @Override
    public CompletableFuture<ImportedTeacher> importWeights(
            TeacherImport request, ProgressListener progress, CancellationToken token) {
        return imports.begin(request, progress, token);
    }

    @Override
    public CompletableFuture<List<ClassProbability>> predict(TeacherConfig config, ImageBatch image) {
        asked.add(config);
        return CompletableFuture.completedFuture(prediction(image));
    }

    @Override
    public CompletableFuture<List<List<ClassProbability>>> predictions(TeacherConfig config, ImageBatch images) {
        askedBatches.add(images.count());
        int size = images.bytes().length / images.count();
        return CompletableFuture.completedFuture(IntStream.range(0, images.count())
                .mapToObj(i -> prediction(new ImageBatch(
                        1,
                        images.height(),
                        images.width(),
                        images.channels(),
                        Arrays.copyOfRange(images.bytes(), i * size, (i + 1) * size))))
                .toList());
    }

    private List<ClassProbability> prediction(ImageBatch image) {
        int first = nearestClass(image);
        int classes = dataset.classNames().size();
        List<ClassProbability> answer = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            int rank = Math.floorMod(label - first, classes);
            double probability = rank == 0 ? 0.987 : rank == 1 ? 0.008 : rank == 2 ? 0.002 : 0.003 / 7;
            answer.add(new ClassProbability(label, dataset.classNames().get(label), probability));
        }
        answer.sort(Comparator.comparingDouble(ClassProbability::probability).reversed());
        return answer;
    }

    private int nearestClass(ImageBatch image) {
        return IntStream.range(0, dataset.classNames().size())
                .boxed()
                .min(Comparator.comparingDouble(label -> distance(classMean(label), image)))
                .orElseThrow();
    }

    private static double distance(double[] mean, ImageBatch image) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            double difference = mean[i] - (image.bytes()[i] & 0xFF);
            sum += difference * difference;
        }
        return sum;
    }

    private double[] classMean(int label) {
        ImageBatch images = dataset.images(Split.TRAIN, dataset.indicesOf(Split.TRAIN, label));
        double[] mean = new double[images.bytes().length / images.count()];
        for (int i = 0; i < images.bytes().length; i++) {
            mean[i % mean.length] += (double) (images.bytes()[i] & 0xFF) / images.count();
        }
        return mean;
    }
}
