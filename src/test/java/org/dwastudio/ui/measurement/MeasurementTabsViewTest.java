package org.dwastudio.ui.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.measurement.MeasurementTabs.Tab;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MeasurementTabsViewTest {
    private final MeasurementTabs model = new MeasurementTabs();
    private final Region live = new Region();
    private final Region map = new Region();
    private final Region table = new Region();
    private Region node;
    private StackPane space;

    @Start
    void show(Stage stage) {
        node = new MeasurementTabsView(model, live, map, table, Messages.in(Language.ENGLISH), new Disposables())
                .node();
        space = new StackPane(node);
        stage.setScene(new Scene(space, 1000, 400));
        stage.show();
    }

    @Test
    void aWidePanelShowsMapAndTableNextToEachOther(FxRobot robot) {
        robot.interact(() -> model.tabProperty().set(Tab.EMBEDDING));
        resize(robot, 900);

        assertThat(map.getScene()).isNotNull();
        assertThat(table.getScene()).isNotNull();
        assertThat(model.tableNeeded().getValue()).isTrue();
        assertThat(link(robot).isVisible()).isFalse();
    }

    @Test
    void aWidePanelWithoutRoomForBothShowsOneOfThem(FxRobot robot) {
        robot.interact(() -> model.tabProperty().set(Tab.EMBEDDING));
        resize(robot, 790);

        assertThat(map.getScene()).isNotNull();
        assertThat(table.getScene()).isNull();
        assertThat(model.tableNeeded().getValue()).isFalse();
        assertThat(link(robot).getText()).isEqualTo("Diversity by class");

        robot.interact(() -> link(robot).fire());
        assertThat(map.getScene()).isNull();
        assertThat(table.getScene()).isNotNull();
        assertThat(model.tableNeeded().getValue()).isTrue();
        assertThat(link(robot).getText()).isEqualTo("Map");
    }

    @Test
    void aNarrowPanelDoesNotDecideWhetherAWideOneHasRoomForBoth(FxRobot robot) {
        robot.interact(() -> model.tabProperty().set(Tab.EMBEDDING));
        robot.interact(() -> model.widenedProperty().set(false));
        resize(robot, 380);
        assertThat(table.getScene()).isNull();

        resize(robot, 900);
        robot.interact(() -> model.widenedProperty().set(true));
        assertThat(table.getScene()).isNotNull();
        assertThat(map.getScene()).isNotNull();
    }

    private void resize(FxRobot robot, double width) {
        robot.interact(() -> {
            node.setMaxWidth(width);
            node.setMinWidth(width);
            space.layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Hyperlink link(FxRobot robot) {
        return robot.lookup("#measurement-table").query();
    }
}
