package org.dwastudio.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.ui.control.Pulses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RunThumbnailTest {
    private final List<Runnable> work = new ArrayList<>();
    private RunThumbnail thumbnail;

    @TempDir
    private Path home;

    @Start
    void show(Stage stage) {
        thumbnail = new RunThumbnail(new RunImagesReader(work::add, Runnable::run), new PreviewSize(3, 4), 52, 40);
        stage.setScene(new Scene(new StackPane(thumbnail), 200, 100));
        stage.show();
    }

    @Test
    void theFirstImagesFillTheAreaAndNothingIsBetweenThem(FxRobot robot) throws IOException {
        Path run = store("run", 6, 200);
        robot.interact(() -> thumbnail.setRun(Optional.of(run)));
        assertThat(image()).isNull();

        read(robot);
        Pulses.await(thumbnail.getScene());

        assertThat(image().getWidth()).isBetween(95.0, 104.0);
        assertThat(image().getHeight()).isBetween(70.0, 80.0);
        double tile = (image().getWidth() + 2) / 4;
        assertThat(image().getPixelReader().getColor(3, 3)).isEqualTo(Color.grayRgb(200));
        assertThat(image().getPixelReader().getColor((int) tile - 1, 3).getOpacity())
                .isZero();
        assertThat(view().getFitWidth()).isEqualTo(image().getWidth() / 2);
    }

    @Test
    void imagesOfARunThatIsNoLongerShownAreDropped(FxRobot robot) throws IOException {
        Path first = store("first", 1, 200);
        Path second = store("second", 1, 90);

        robot.interact(() -> {
            thumbnail.setRun(Optional.of(first));
            thumbnail.setRun(Optional.of(second));
        });
        read(robot);

        assertThat(image().getPixelReader().getColor(3, 3)).isEqualTo(Color.grayRgb(90));
        robot.interact(() -> thumbnail.setRun(Optional.empty()));
        assertThat(image()).isNull();
    }

    private void read(FxRobot robot) {
        robot.interact(() -> work.forEach(Runnable::run));
        work.clear();
    }

    private Path store(String name, int columns, int value) throws IOException {
        Path run = home.resolve(name);
        Files.createDirectories(run);
        byte[] bytes = new byte[4 * 28 * 28];
        Arrays.fill(bytes, (byte) value);
        ImageStore store = new ImageStore(new RunDirectory(run).images(), List.of("a", "b", "c", "d"), columns);
        for (int column = 0; column < columns; column++) {
            store.write(column, 0, new ImageBatch(4, 28, 28, 1, bytes), SynthesisPresets.demonstration());
        }
        return run;
    }

    private ImageView view() {
        return (ImageView) thumbnail.getChildrenUnmodifiable().get(0);
    }

    private Image image() {
        return view().getImage();
    }
}
