package org.dwastudio.ui.selection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.MapChangeListener;
import org.dwastudio.metric.FeatureDiversity;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.metric.feature.Neighbor;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.ui.fx.BackgroundCall;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.realimage.NearestRealImage;
import org.dwastudio.ui.realimage.RealImagesViewModel;
import org.dwastudio.ui.realimage.ShownFeatures;
import org.dwastudio.ui.realimage.SliceFeatures;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/** View model of the marked images; their nearest real images are searched in the background. FX thread only. */
public final class MarkedImagesViewModel {
    private final ImageSelection selection;
    private final ImagesViewModel images;
    private final ShownFeatures features;
    private final RealImagesViewModel real;
    private final Threads threads;
    private final LatestRequest<Question, MarkedImages> request;
    private final ReadOnlyObjectWrapper<Optional<MarkedImages>> marked =
            new ReadOnlyObjectWrapper<>(this, "marked", Optional.empty());

    @SuppressWarnings("ArrayRecordComponent") // Compared by identity on purpose: every question is a new one.
    private record Question(RealSet set, List<MarkedImage> images, FeatureMatrix features, int[] labels) {}

    public MarkedImagesViewModel(
            ImageSelection selection,
            ImagesViewModel images,
            ShownFeatures features,
            RealImagesViewModel real,
            Threads threads) {
        this.selection = selection;
        this.images = images;
        this.features = features;
        this.real = real;
        this.threads = threads;
        request = new LatestRequest<>(this::search, threads.fx(), found -> {
            if (found.isPresent()) {
                marked.set(found);
            }
        });
        selection.markedProperty().subscribe(tiles -> show());
        images.layoutProperty().subscribe((before, now) -> {
            if (before.run() != now.run()) {
                selection.clear();
            }
        });
        features.known().addListener((MapChangeListener<ColumnSlice, SliceFeatures>) change -> {
            if (!selection.markedProperty().get().isEmpty()) {
                show();
            }
        });
    }

    /** Returns the marked images; empty if there are none. */
    public ReadOnlyObjectProperty<Optional<MarkedImages>> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /** Returns the names of the classes of the marked images, in label order. */
    public List<String> classNames() {
        return selection.markedProperty().get().stream()
                .map(Tile::row)
                .distinct()
                .sorted()
                .map(images.layoutProperty().get().classNames()::get)
                .toList();
    }

    /** Shows an image in the inspector. */
    public void inspect(Tile tile) {
        images.selectedProperty().set(tile);
    }

    /** Returns true if the grid shows the classes of the marked images only, and these are not all. */
    public boolean showsOnlyMarked() {
        return !images.classes().areAll()
                && images.visibleClassesProperty().get().equals(labels());
    }

    /** Shows the classes of the marked images only, or all classes again. */
    public void showOnlyMarked() {
        if (showsOnlyMarked()) {
            images.classes().showAll();
        } else {
            images.visibleClassesProperty().set(labels());
        }
    }

    private Set<Integer> labels() {
        return selection.markedProperty().get().stream().map(Tile::row).collect(Collectors.toSet());
    }

    /** Removes all marks. */
    public void clear() {
        selection.clear();
    }

    private void show() {
        request.forget();
        List<MarkedImage> shown = selection.markedProperty().get().stream()
                .sorted(Comparator.comparingInt(Tile::row).thenComparingInt(Tile::column))
                .flatMap(tile ->
                        images.imageAt(tile).stream().map(image -> new MarkedImage(tile, image, nearestBefore(tile))))
                .toList();
        marked.set(shown.isEmpty() ? Optional.empty() : Optional.of(new MarkedImages(shown, cosineBefore(shown))));
        real.setProperty().get().value().flatMap(set -> question(set, shown)).ifPresent(request::ask);
    }

    /** Returns what is known about an image until it is searched again, so that nothing flickers. */
    private Optional<NearestRealImage> nearestBefore(Tile tile) {
        return marked.get().stream()
                .flatMap(before -> before.images().stream())
                .filter(image -> image.tile().equals(tile))
                .findFirst()
                .flatMap(MarkedImage::nearest);
    }

    /** Returns the mean cosine of the same images until it is computed again. */
    private OptionalDouble cosineBefore(List<MarkedImage> shown) {
        return marked.get()
                .filter(before -> tiles(before.images()).equals(tiles(shown)))
                .map(MarkedImages::meanCosine)
                .orElse(OptionalDouble.empty());
    }

    private static List<Tile> tiles(List<MarkedImage> images) {
        return images.stream().map(MarkedImage::tile).toList();
    }

    private Optional<Question> question(RealSet set, List<MarkedImage> shown) {
        List<MarkedImage> known = new ArrayList<>();
        List<FeatureMatrix> rows = new ArrayList<>();
        for (MarkedImage image : shown) {
            features.of(image.tile()).ifPresent(row -> {
                known.add(image);
                rows.add(row);
            });
        }
        if (known.size() < shown.size() || known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                set,
                known,
                FeatureMatrix.joined(rows),
                known.stream().mapToInt(image -> image.tile().row()).toArray()));
    }

    private CompletionStage<MarkedImages> search(Question question) {
        return BackgroundCall.start(() -> answer(question), threads.background());
    }

    private static MarkedImages answer(Question question) throws IOException {
        List<Optional<Neighbor>> nearest =
                question.set().nearestOfClass(question.features(), question.labels(), CancellationToken.NONE);
        List<MarkedImage> images = IntStream.range(0, question.images().size())
                .mapToObj(i -> {
                    MarkedImage image = Objects.requireNonNull(question.images().get(i));
                    return new MarkedImage(
                            image.tile(),
                            image.image(),
                            nearest.get(i).map(found -> NearestRealImage.of(question.set(), found)));
                })
                .toList();
        // All images count as one class here.
        FeatureDiversity diversity =
                FeatureDiversity.of(question.features().values(), new int[question.labels().length]);
        return new MarkedImages(images, diversity.withinClassCosine());
    }
}
