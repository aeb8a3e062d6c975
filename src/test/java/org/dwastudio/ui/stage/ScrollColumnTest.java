package org.dwastudio.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.control.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ScrollColumnTest {
    private final Region first = part(100);
    private final Region second = part(100);
    private final Region third = part(150);
    private ScrollColumn column;

    @Start
    void show(Stage stage) {
        Visibility.show(second, false);
        column = ScrollColumn.ofSettings(first, second, third).revealing(second);
        stage.setScene(new Scene(column, 318, 400));
        stage.show();
    }

    @Test
    void theContentKeepsItsWidthWhenTheScrollBarAppears(FxRobot robot) {
        settle();
        double width = third.getWidth();
        assertThat(bar(robot).isVisible()).isFalse();

        setHeight(robot, third, 900);

        assertThat(bar(robot).isVisible()).isTrue();
        assertThat(third.getWidth()).isEqualTo(width).isEqualTo(310 - borders());
    }

    @Test
    void aPartThatAppearsIsScrolledToAndStaysWhereItIsScrolledToLater(FxRobot robot) {
        setHeight(robot, third, 900);
        robot.interact(() -> column.setVvalue(1));
        settle();
        assertThat(top(first)).isNegative();

        robot.interact(() -> {
            // Another part grows at the same time.
            first.setMinHeight(200);
            Visibility.show(second, true);
        });
        settle();
        assertThat(top(second)).isBetween(7.0, 9.0);

        robot.interact(() -> column.setVvalue(1));
        settle();
        assertThat(column.getVvalue()).isEqualTo(1);
        robot.interact(() -> Visibility.show(second, false));
        settle();
        assertThat(top(first)).isNegative();
    }

    @Test
    void aPartThatAppearsInViewIsNotScrolledTo(FxRobot robot) {
        setHeight(robot, third, 900);

        robot.interact(() -> Visibility.show(second, true));
        settle();

        assertThat(column.getVvalue()).isZero();
        assertThat(top(second)).isGreaterThanOrEqualTo(100);
    }

    private void setHeight(FxRobot robot, Region part, double height) {
        robot.interact(() -> part.setMinHeight(height));
        settle();
    }

    private void settle() {
        Pulses.await(column.getScene());
        Pulses.await(column.getScene());
    }

    private double borders() {
        return column.getInsets().getLeft() + column.getInsets().getRight();
    }

    private double top(Node part) {
        Bounds view = column.localToScene(column.getBoundsInLocal());
        return part.localToScene(part.getBoundsInLocal()).getMinY()
                - view.getMinY()
                - column.getInsets().getTop();
    }

    private ScrollBar bar(FxRobot robot) {
        return robot.from(column).lookup(".scroll-bar").<ScrollBar>queryAll().stream()
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }

    private static Region part(double height) {
        Region part = new Region();
        part.setMinHeight(height);
        return part;
    }
}
