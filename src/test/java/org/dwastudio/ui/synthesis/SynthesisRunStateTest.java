package org.dwastudio.ui.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.dwastudio.config.StageName;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.RunEvent;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.ui.fake.StudioModels;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.StageSummary;
import org.dwastudio.ui.stage.StageSummary.Mark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State of a synthesis in the window, during the run and after it was stopped. */
class SynthesisRunStateTest {
    @TempDir
    private Path home;

    private StudioModels models;

    @BeforeEach
    void start() {
        models = new StudioModels(home);
        imagesPerClass(3);
        models.studio().synthesis().run().start();
    }

    @Test
    void aRunThatIsStoppedBeforeItsFirstStepIsStopped() {
        models.studio().synthesis().run().work().stop();

        models.engine().last().end(new SynthesisOutcome(home, home.resolve("contact-sheet.png"), true));

        StageSummary summary = models.studio()
                .workspace()
                .stages()
                .pages()
                .of(StageName.SYNTHESIS)
                .status()
                .summary(Messages.in(Language.ENGLISH));
        assertThat(summary).isEqualTo(new StageSummary(Mark.WAITING, "stopped"));
    }

    @Test
    void changedImagesPerClassArePendingUntilTheNextColumn() {
        progress(0, 3);
        assertThat(pending()).isEmpty();

        imagesPerClass(10);
        assertThat(pending()).hasValue(10);

        progress(1, 10);
        assertThat(pending()).isEmpty();
    }

    @Test
    void columnsThatHaveBegunStay() {
        progress(1, 3);

        imagesPerClass(1);

        assertThat(pending()).hasValue(2);
    }

    private OptionalInt pending() {
        return models.studio().synthesis().pendingColumns().columnsProperty().get();
    }

    private void imagesPerClass(int count) {
        models.studio()
                .workspace()
                .parameters()
                .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                .set(count);
    }

    private void progress(int column, int columns) {
        models.engine().last().emit(new RunEvent.Progress(StageName.SYNTHESIS, column, 1, 10, columns, 1, 30));
        models.studio().synthesis().run().work().follow();
    }
}
