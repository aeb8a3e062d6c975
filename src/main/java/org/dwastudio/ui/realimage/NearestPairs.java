package org.dwastudio.ui.realimage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.metric.feature.Neighbor;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.ui.fx.BackgroundCall;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.dwastudio.ui.synthesis.GridContent;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/**
 * Nearest real images of all images of the grid, searched in the background while the grid shows them: one question at a
 * time, as often as features of the shown images are computed. FX thread only.
 */
public final class NearestPairs {
    /** Slices of a question, so that the first pairs are there soon. */
    private static final int TOGETHER = 8;

    private final ImagesViewModel images;
    private final ShownFeatures features;
    private final RealImagesViewModel real;
    private final Threads threads;
    private final ObservableValue<Boolean> automatic;
    private final ObservableValue<Boolean> needed;
    private final Set<ColumnSlice> outdated = new LinkedHashSet<>();
    private boolean asking;

    private record Question(RealSet set, ColumnSlice slice, FeatureMatrix features) {}

    /**
     * Creates pairs that follow nothing yet.
     *
     * @param automatic whether the dataset is so small that the features of the real images are computed unasked
     */
    public NearestPairs(
            ImagesViewModel images,
            ShownFeatures features,
            RealImagesViewModel real,
            ObservableValue<Boolean> automatic,
            Threads threads) {
        this.images = images;
        this.features = features;
        this.real = real;
        this.threads = threads;
        this.automatic = automatic;
        needed = images.contents().chosenProperty().map(chosen -> chosen == GridContent.NEAREST);
    }

    /** Follows the grid from now on. */
    public void begin() {
        features.computeWhile(needed);
        features.known().addListener((MapChangeListener<ColumnSlice, SliceFeatures>) this::changed);
        needed.subscribe(now -> {
            if (now && automatic.getValue()) {
                real.request();
            }
            ask();
        });
        real.setProperty().subscribe(set -> {
            images.contents().nearest().clear();
            outdated.addAll(features.known().keySet());
            ask();
        });
    }

    private void changed(MapChangeListener.Change<? extends ColumnSlice, ? extends SliceFeatures> change) {
        if (change.wasAdded()) {
            outdated.add(change.getKey());
            ask();
        } else {
            outdated.remove(change.getKey());
            images.contents().nearest().remove(change.getKey());
        }
    }

    private void ask() {
        Optional<RealSet> set = real.setProperty().get().value();
        if (asking || !needed.getValue() || set.isEmpty() || outdated.isEmpty()) {
            return;
        }
        List<Question> questions = new ArrayList<>();
        for (ColumnSlice slice : List.copyOf(outdated)) {
            if (questions.size() < TOGETHER) {
                outdated.remove(slice);
                Optional.ofNullable(features.known().get(slice))
                        .ifPresent(known -> questions.add(new Question(set.get(), slice, known.features())));
            }
        }
        int run = images.layoutProperty().get().run();
        asking = true;
        CompletionStage<Map<ColumnSlice, ImageBatch>> answer =
                BackgroundCall.start(() -> answers(questions), threads.background());
        answer.whenCompleteAsync(
                (found, failure) -> {
                    asking = false;
                    boolean isCurrent = real.setProperty().get().value().equals(set)
                            && run == images.layoutProperty().get().run();
                    if (found != null && isCurrent) {
                        images.contents().nearest().putAll(found);
                    }
                    ask();
                },
                threads.fx());
    }

    private static Map<ColumnSlice, ImageBatch> answers(List<Question> questions) throws IOException {
        Map<ColumnSlice, ImageBatch> answers = new HashMap<>();
        for (Question question : questions) {
            answers.put(question.slice(), answer(question));
        }
        return answers;
    }

    private static ImageBatch answer(Question question) throws IOException {
        int count = question.features().rows();
        int first = question.slice().firstClass();
        List<Optional<Neighbor>> nearest = question.set()
                .nearestOfClass(
                        question.features(),
                        IntStream.range(first, first + count).toArray(),
                        CancellationToken.NONE);
        int[] found = nearest.stream()
                .flatMap(Optional::stream)
                .mapToInt(Neighbor::id)
                .toArray();
        return spread(question.set().images(found), nearest);
    }

    /** Leaves the place of an image black whose class has no real image. */
    private static ImageBatch spread(ImageBatch found, List<Optional<Neighbor>> nearest) {
        int size = found.height() * found.width() * found.channels();
        byte[] bytes = new byte[nearest.size() * size];
        int from = 0;
        for (int i = 0; i < nearest.size(); i++) {
            if (nearest.get(i).isPresent()) {
                System.arraycopy(found.bytes(), from * size, bytes, i * size, size);
                from++;
            }
        }
        return new ImageBatch(nearest.size(), found.height(), found.width(), found.channels(), bytes);
    }
}
