package org.dwastudio.ui.realimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.engine.FeatureService;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.ui.fake.FakeEngine;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.LoadState;
import org.junit.jupiter.api.Test;

class RealImagesViewModelTest {
    private final Experiment experiment = SynthesisPresets.demonstration();
    private final Asked service = new Asked();
    private final Notices notices = new Notices();
    private final RealImagesViewModel model = new RealImagesViewModel(service, Runnable::run, notices, experiment);

    /** Service that a test answers. */
    private static final class Asked implements FeatureService {
        private final List<CompletableFuture<RealSet>> answers = new ArrayList<>();
        private final List<CancellationToken> tokens = new ArrayList<>();
        private final List<ProgressListener> listeners = new ArrayList<>();
        private CompletableFuture<FeatureMatrix> ofImages = new CompletableFuture<>();

        @Override
        public CompletableFuture<RealSet> realSet(
                DatasetConfig dataset, TeacherConfig teacher, ProgressListener progress, CancellationToken token) {
            answers.add(new CompletableFuture<>());
            tokens.add(token);
            listeners.add(progress);
            return answers.get(answers.size() - 1);
        }

        @Override
        public CompletableFuture<FeatureMatrix> features(
                DatasetConfig dataset, TeacherConfig teacher, ImageBatch images) {
            return ofImages;
        }
    }

    @Test
    void featuresAreRequestedOnceAndTheirProgressIsShown() {
        model.request();
        model.request();

        assertThat(service.answers).hasSize(1);
        assertThat(model.computingProperty().get()).isTrue();
        assertThat(model.progressProperty().get()).isEqualTo(-1);

        service.listeners.get(0).progressed(30, 120);
        assertThat(model.progressProperty().get()).isEqualTo(0.25);

        RealSet set = realSet();
        service.answers.get(0).complete(set);
        model.request();

        assertThat(model.computingProperty().get()).isFalse();
        assertThat(model.setProperty().get().value()).containsSame(set);
        assertThat(service.answers).hasSize(1);
    }

    @Test
    void theFirstFailureForTheShownImagesIsReported() {
        ImageBatch images = new ImageBatch(1, 1, 1, 1, new byte[1]);
        service.ofImages = CompletableFuture.failedFuture(new CancellationException());
        assertThat(model.features(images)).isNotNull();
        assertThat(notices.shown()).isEmpty();

        service.ofImages = CompletableFuture.failedFuture(new IOException("the weights are gone"));
        assertThat(model.features(images)).isNotNull();
        assertThat(model.features(images)).isNotNull();

        assertThat(notices.shown()).singleElement().satisfies(notice -> assertThat(notice.key())
                .isEqualTo("realImages.ofShown"));
    }

    @Test
    void aCanceledRequestCanBeMadeAgain() {
        model.request();
        model.cancel();

        assertThat(service.tokens.get(0).isCancelled()).isTrue();
        service.answers.get(0).completeExceptionally(new CancellationException());

        assertThat(model.computingProperty().get()).isFalse();
        assertThat(model.setProperty().get().isFailed()).isFalse();
        assertThat(notices.shown()).isEmpty();
        model.request();
        assertThat(service.answers).hasSize(2);
    }

    @Test
    void aFailureIsShownAndCanBeRetried() {
        model.request();
        service.answers.get(0).completeExceptionally(new IOException("No space left on device"));

        assertThat(model.setProperty().get()).isEqualTo(LoadState.failed());
        assertThat(notices.shown()).hasSize(1);
        assertThat(notices.shown().get(0).key()).isEqualTo("realImages.failed");

        model.request();
        assertThat(service.answers).hasSize(2);
    }

    @Test
    void anotherTeacherDiscardsWhatIsKnownAndWhatIsOnItsWay() {
        model.request();
        RealSet first = realSet();
        service.answers.get(0).complete(first);
        model.onStart(experiment);
        assertThat(model.setProperty().get().value()).containsSame(first);

        Experiment other = experiment.withTeacher(experiment.teacher().withWeights("other.pt"));
        model.onStart(other);
        assertThat(model.setProperty().get()).isEqualTo(LoadState.waiting());

        model.request();
        model.onStart(experiment);
        assertThat(service.tokens.get(1).isCancelled()).isTrue();
        service.answers.get(1).complete(realSet());
        assertThat(model.setProperty().get()).isEqualTo(LoadState.waiting());
        assertThat(model.computingProperty().get()).isFalse();
    }

    private static RealSet realSet() {
        Experiment experiment = SynthesisPresets.demonstration();
        return new FakeEngine()
                .features()
                .realSet(experiment.dataset(), experiment.teacher(), ProgressListener.NONE, CancellationToken.NONE)
                .join();
    }
}
