package org.dwastudio.ui.realimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.engine.FeatureService;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RealImagesPromptTest {
    @TempDir
    private Path folder;

    private final Waiting service = new Waiting();
    private RealImagesViewModel model;
    private Parent prompt;

    /** Service of one answer that is still to come. */
    private static final class Waiting implements FeatureService {
        private final CompletableFuture<RealSet> answer = new CompletableFuture<>();
        private ProgressListener listener = ProgressListener.NONE;
        private CancellationToken token = CancellationToken.NONE;

        @Override
        public CompletableFuture<RealSet> realSet(
                DatasetConfig dataset, TeacherConfig teacher, ProgressListener progress, CancellationToken cancelled) {
            listener = progress;
            token = cancelled;
            return answer;
        }

        @Override
        public CompletableFuture<FeatureMatrix> features(
                DatasetConfig dataset, TeacherConfig teacher, ImageBatch images) {
            return new CompletableFuture<>();
        }
    }

    @Start
    void create(Stage unused) {
        ShownRun run = new ShownRun(folder);
        model = new RealImagesViewModel(service, Runnable::run, new Notices(), run.experiment());
        prompt = (Parent)
                new RealImagesPrompt(model, "embedding.request", Messages.in(Language.ENGLISH), new Disposables())
                        .node();
    }

    @Test
    void theRequestBecomesAProgressBarThatCanBeCanceled(FxRobot robot) {
        assertThat(texts()).containsExactly("Compute the features of the real images");

        robot.interact(() -> button("#real-images-request").fire());
        assertThat(texts()).containsExactly("Features of the real images", "Cancel");
        robot.interact(() -> service.listener.progressed(15, 60));
        assertThat(((ProgressBar) prompt.lookup(".progress-bar")).getProgress()).isEqualTo(0.25);

        robot.interact(() -> button("#real-images-cancel").fire());
        assertThat(service.token.isCancelled()).isTrue();
        robot.interact(() -> service.answer.cancel(false));
        assertThat(texts()).containsExactly("Compute the features of the real images");
    }

    @Test
    void itDisappearsWithTheFeatures(FxRobot robot) {
        robot.interact(() -> button("#real-images-request").fire());

        robot.interact(() -> service.answer.complete(realSet()));

        assertThat(prompt.isVisible()).isFalse();
        assertThat(prompt.isManaged()).isFalse();
    }

    private RealSet realSet() {
        ShownRun run = new ShownRun(folder);
        run.real().request();
        run.settle();
        return run.realSet();
    }

    private ButtonBase button(String id) {
        return (ButtonBase) prompt.lookup(id);
    }

    /** Returns the texts of the visible parts. */
    private List<String> texts() {
        return prompt.getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .filter(Labeled.class::isInstance)
                .map(part -> ((Labeled) part).getText())
                .toList();
    }
}
