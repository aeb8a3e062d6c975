package org.dwastudio.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.dwastudio.config.synthesis.Initialization;
import org.dwastudio.config.synthesis.Matching.Method;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.measurement.MeasurementTabs;
import org.dwastudio.ui.page.Synthesizing;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.selection.ImageSelection;
import org.dwastudio.ui.stage.RunPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Texts of the synthesis page in small and large windows, with all that can be open around the map of features. */
@ExtendWith({ApplicationExtension.class, SoftAssertionsExtension.class})
class StudioCutTextsTest {
    @InjectSoftAssertions
    private SoftAssertions softly;

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

    static Stream<Arguments> windows() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(Arguments.of(language, 1440, 880), Arguments.of(language, 1280, 720)));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void noTextIsCut(Language language, double width, double height, FxRobot robot) throws IOException {
        robot.interact(() -> {
            studio.window.appearance().languageProperty().set(language);
            studio.stage.setWidth(width);
            studio.stage.setHeight(height);
            synthesis().tabs().tabProperty().set(MeasurementTabs.Tab.EMBEDDING);
        });
        BorderPane root = (BorderPane) studio.stage.getScene().getRoot();
        // The time line of no run has a note that only a wide window shows completely.
        assertNothingIsCut("before the run", root.getRight());
        finishRun(robot);
        assertNothingIsCut("wide");

        robot.interact(() -> synthesis()
                .embedding()
                .selection()
                .mark(
                        Set.of(new Tile(0, 0), new Tile(3, 1), new Tile(8, 2), new Tile(9, 0)),
                        ImageSelection.Effect.REPLACE));
        assertNothingIsCut("wide with marked images");

        robot.interact(() -> synthesis().tabs().widenedProperty().set(false));
        assertNothingIsCut("narrow map");

        robot.interact(() -> synthesis().tabs().tableShownProperty().set(true));
        assertNothingIsCut("narrow table");

        robot.interact(() -> synthesis().tabs().tabProperty().set(MeasurementTabs.Tab.LIVE));
        assertNothingIsCut("live");

        robot.interact(() -> {
            studio.workspace.parameters().choices().startProperty().set(Initialization.StartImages.MOSAIC);
            robot.lookup(".group-toggle").<Button>query().fire();
        });
        assertNothingIsCut("all settings");
        robot.interact(
                () -> studio.workspace.parameters().choices().methodProperty().set(Method.DISTRIBUTION_MATCHING));
        assertNothingIsCut("distribution matching");
    }

    private void assertNothingIsCut(String state) {
        assertNothingIsCut(state, studio.stage.getScene().getRoot());
    }

    private void assertNothingIsCut(String state, Node part) {
        Pulses.await(studio.stage.getScene());
        Pulses.await(studio.stage.getScene());
        softly.assertThat(CutTexts.of(part)).as(state).isEmpty();
    }

    private void finishRun(FxRobot robot) throws IOException {
        robot.interact(() -> {
            studio.workspace
                    .parameters()
                    .valueOf(SynthesisConfig.IMAGES_PER_CLASS)
                    .set(3);
            studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(2);
            studio.workspace.stages().start();
        });
        studio.awaitState(RunPhase.RUNNING);
        writeSnapshots();
        studio.advance(6);
        studio.awaitState(RunPhase.IDLE);
        // Where map and table take turns, the table is measured when its turn comes.
        robot.interact(() -> synthesis().tabs().tableShownProperty().set(true));
        TestStudio.await(
                () -> synthesis().classDiversity().reportProperty().get().isPresent());
        robot.interact(() -> synthesis().tabs().tableShownProperty().set(false));
    }

    /** Writes what the time line shows, which a run of the fake engine does not. */
    private void writeSnapshots() throws IOException {
        Path folder = Files.createDirectories(
                synthesis().run().folderProperty().getValue().orElseThrow());
        try (SnapshotWriter writer = new SnapshotWriter(new RunDirectory(folder).snapshots(), 0, 100_000)) {
            for (int iteration : new int[] {0, 2}) {
                writer.add(new Snapshot(0, 0, iteration, 10), TestImages.random(10, 28, 1, iteration), 10);
            }
        }
    }

    private Synthesizing synthesis() {
        return studio.studio.synthesis();
    }
}
