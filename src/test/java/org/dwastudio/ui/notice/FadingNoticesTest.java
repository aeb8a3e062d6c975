package org.dwastudio.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.dwastudio.ui.fx.Disposables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Notices of success leave some time after the first movement of the mouse or the first key. */
@ExtendWith(ApplicationExtension.class)
class FadingNoticesTest {
    private static final Duration SEEN = Duration.millis(100);

    private final Notices notices = new Notices();

    @Start
    void show(Stage stage) {
        Pane node = new Pane();
        new FadingNotices(notices, node, SEEN, new Disposables());
        stage.setScene(new Scene(node, 200, 100));
        stage.show();
        stage.toFront();
    }

    @Test
    void aNoticeOfSuccessStaysUntilItIsSeenAndOthersStayLonger(FxRobot robot) throws Exception {
        robot.interact(() -> {
            notices.add(Notice.done("notice.exported", 3, "/there"));
            notices.add(Notice.failed("notice.run", "", "the disk is full"));
            notices.add(Notice.offering("notice.open.busy", "notice.interrupted.resume", () -> {}));
        });
        await(robot, SEEN.multiply(3));
        assertThat(notices.shown())
                .extracting(Notice::key)
                .containsExactlyInAnyOrder("notice.exported", "notice.run", "notice.open.busy");

        robot.push(KeyCode.SHIFT);
        await(robot, SEEN.multiply(3));

        assertThat(notices.shown()).extracting(Notice::key).containsExactlyInAnyOrder("notice.run", "notice.open.busy");
    }

    /** Waits by the clock of the animations, which also ends the time of a notice. */
    private static void await(FxRobot robot, Duration time) throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        robot.interact(() -> {
            PauseTransition pause = new PauseTransition(time);
            pause.setOnFinished(event -> over.complete(null));
            pause.play();
        });
        over.get(20, TimeUnit.SECONDS);
    }
}
