package org.dwastudio.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class NoticesViewTest {
    private final Notices notices = new Notices();

    @Start
    void show(Stage stage) {
        NoticesView view = new NoticesView(notices, step -> {}, Messages.in(Language.ENGLISH), new Disposables());
        stage.setScene(new Scene(view.node(), 800, 400));
        stage.show();
    }

    private static List<String> lines(FxRobot robot) {
        return robot.lookup(".notice .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void olderNoticesWithoutRoomAreCounted(FxRobot robot) {
        robot.interact(() -> List.of("one", "two", "three", "four")
                .forEach(reason -> notices.add(Notice.failed("notice.stage", "", reason))));
        assertThat(lines(robot))
                .containsExactly("1 older notice follows when others are closed.", "two", "three", "four");

        robot.interact(() -> notices.dismiss(notices.shown().get(2)));
        assertThat(lines(robot)).containsExactly("one", "two", "three");
    }
}
