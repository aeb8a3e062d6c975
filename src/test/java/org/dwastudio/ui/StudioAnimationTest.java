package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.ui.fake.FinishedRun;
import org.dwastudio.ui.imagegrid.Tile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The animation of a run in the window: its size first, then the file. */
@ExtendWith(ApplicationExtension.class)
class StudioAnimationTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(studio::close);
    }

    @Test
    void theSizeIsShownBeforeTheAnimationIsWritten(FxRobot robot) throws IOException {
        Path run = openRun(robot);
        Path target = studio.home.resolve("run.gif");
        robot.interact(() -> studio.workspace.animation().offer(run, AnimationOptions.GRID, "run"));
        assertThat(size(robot)).isEqualTo("57 frames of 600 × 600 px with 100 images, about 8.0 MB");
        assertThat(studio.engine.exports()).isEmpty();

        robot.interact(() -> studio.workspace.animation().scaleProperty().set(OptionalInt.of(4)));
        TestStudio.await(() -> size(robot).contains("1200 × 1200"));
        studio.picker.answer = Optional.of(target);
        robot.clickOn("#animation-write");

        assertThat(studio.picker.suggestions).contains("run.gif");
        assertThat(request().target()).isEqualTo(target);
        assertThat(request().format()).isEqualTo(ExportFormat.ANIMATION);
        assertThat(request().animation().scale()).hasValue(4);
        assertThat(studio.workspace.animation().shownProperty().get()).isFalse();
    }

    @Test
    void theMenuOfAnImageOffersItsAnimation(FxRobot robot) throws IOException {
        Path run = openRun(robot);
        studio.picker.answer = Optional.of(studio.home.resolve("image.gif"));
        robot.interact(() -> {
            studio.studio.synthesis().images().selectedProperty().set(new Tile(1, 1));
            studio.stage.getScene().lookup(".image-grid").requestFocus();
        });
        robot.push(KeyCode.SHIFT, KeyCode.F10);

        robot.clickOn("#tile-animation");
        TestStudio.await(() -> studio.workspace.animation().sizeProperty().get().isPresent());
        robot.clickOn("#animation-write");

        assertThat(request().runFolder()).isEqualTo(run);
        assertThat(request().animation().image()).contains(new AnimationOptions.Place(1, 1));
    }

    private String size(FxRobot robot) {
        return robot.lookup("#animation-size").queryAs(Label.class).getText();
    }

    private ExportRequest request() {
        return studio.engine.exports().get(0);
    }

    private Path openRun(FxRobot robot) throws IOException {
        Path folder = FinishedRun.write(studio.home.resolve("runs"), "past", 0.03);
        robot.interact(() -> studio.workspace.dropped().open(List.of(folder)));
        TestStudio.await(
                () -> studio.studio.synthesis().run().folderProperty().get().isPresent());
        return folder;
    }
}
