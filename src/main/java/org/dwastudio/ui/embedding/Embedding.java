package org.dwastudio.ui.embedding;

import javafx.beans.value.ObservableValue;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.realimage.RealImagesViewModel;
import org.dwastudio.ui.realimage.ShownFeatures;
import org.dwastudio.ui.selection.ImageSelection;
import org.dwastudio.ui.selection.MarkedImagesViewModel;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.dwastudio.ui.timeline.TimeLineViewModel;

/**
 * View models of the map of features.
 *
 * @param map what is shown where
 * @param features features of the shown images
 * @param real training images that the map is fitted on
 * @param selection hovered and marked images
 * @param marked what is known about the marked images
 * @param hover the hovered image with its nearest real one
 * @param layers what is visible
 */
public record Embedding(
        EmbeddingViewModel map,
        ShownFeatures features,
        RealImagesViewModel real,
        ImageSelection selection,
        MarkedImagesViewModel marked,
        HoverViewModel hover,
        MapLayers layers) {

    /** Creates and connects the view models. */
    public static Embedding on(
            ImagesViewModel images,
            RealImagesViewModel real,
            ShownFeatures features,
            Threads threads,
            Notices notices) {
        ImageSelection selection = new ImageSelection();
        return new Embedding(
                new EmbeddingViewModel(real, features, threads, notices),
                features,
                real,
                selection,
                new MarkedImagesViewModel(selection, images, features, real, threads),
                new HoverViewModel(selection, images, features, real, threads),
                new MapLayers());
    }

    /**
     * Completes the trails from the snapshots of a run that is over.
     *
     * @param idle true while no run is active
     */
    public void follow(TimeLineViewModel timeLine, ObservableValue<Boolean> idle, Threads threads) {
        new EarlierFeatures(timeLine, features, map, idle, threads).begin();
    }
}
