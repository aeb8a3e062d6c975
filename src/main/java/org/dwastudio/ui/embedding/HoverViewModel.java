package org.dwastudio.ui.embedding;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.ui.fx.BackgroundCall;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.realimage.NearestRealImage;
import org.dwastudio.ui.realimage.RealImagesViewModel;
import org.dwastudio.ui.realimage.ShownFeatures;
import org.dwastudio.ui.selection.ImageSelection;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/** View model of the image under the mouse; its nearest real image is searched in the background. FX thread only. */
public final class HoverViewModel {
    private final ImagesViewModel images;
    private final ShownFeatures features;
    private final RealImagesViewModel real;
    private final Threads threads;
    private final LatestRequest<Question, NearestRealImage> request;
    private final ReadOnlyObjectWrapper<Optional<HoveredImage>> hovered =
            new ReadOnlyObjectWrapper<>(this, "hovered", Optional.empty());

    private record Question(RealSet set, FeatureMatrix features, int label) {}

    HoverViewModel(
            ImageSelection selection,
            ImagesViewModel images,
            ShownFeatures features,
            RealImagesViewModel real,
            Threads threads) {
        this.images = images;
        this.features = features;
        this.real = real;
        this.threads = threads;
        request = new LatestRequest<>(
                this::search,
                threads.fx(),
                answer -> answer.ifPresent(found -> hovered.set(hovered.get().map(image -> image.with(found)))));
        selection.hoveredProperty().subscribe(this::show);
    }

    /** Returns the image under the mouse. */
    public ReadOnlyObjectProperty<Optional<HoveredImage>> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    private void show(Optional<Tile> tile) {
        request.forget();
        hovered.set(tile.flatMap(this::described));
        hovered.get().ifPresent(image -> questionOf(image.tile()).ifPresent(request::ask));
    }

    private Optional<HoveredImage> described(Tile tile) {
        return images.imageAt(tile)
                .map(image -> new HoveredImage(
                        tile,
                        images.layoutProperty().get().classNames().get(tile.row()),
                        images.columnAt(tile).map(ColumnImages::iteration).orElse(0),
                        image,
                        Optional.empty()));
    }

    private Optional<Question> questionOf(Tile tile) {
        return real.setProperty().get().value().flatMap(set -> features.of(tile)
                .map(row -> new Question(set, row, tile.row())));
    }

    private CompletionStage<NearestRealImage> search(Question question) {
        return BackgroundCall.start(
                () -> NearestRealImage.of(
                        question.set(),
                        question.set()
                                .nearestOfClass(
                                        question.features(), new int[] {question.label()}, CancellationToken.NONE)
                                .get(0)
                                .orElseThrow()),
                threads.background());
    }
}
