package org.dwastudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two charts over the same axis, of which one has a right axis with long labels. */
@ExtendWith(ApplicationExtension.class)
class ChartGroupTest {
    private final ChartSeries total = new ChartSeries("total", ChartColor.BLUE, ChartAxis.LEFT);
    private final ChartSeries cosine = new ChartSeries("cosine", ChartColor.CYAN, ChartAxis.RIGHT);
    private final ChartGroup group = new ChartGroup();
    private LiveChart loss;
    private LiveChart diversity;

    @Start
    void show(Stage stage) {
        Theme.DARK.apply();
        loss = chart("Loss", total);
        diversity = chart("Diversity", cosine);
        stage.setScene(new Scene(new HBox(loss, diversity), 800, 260));
        stage.show();
        stage.toFront();
    }

    private LiveChart chart(String title, ChartSeries series) {
        LiveChart chart = new LiveChart(title, ResourceBundle.getBundle("org.dwastudio.ui.messages", Locale.ROOT));
        chart.xMinProperty().set(0);
        chart.xMaxProperty().set(100);
        chart.getSeries().setAll(series);
        for (int x = 0; x <= 100; x++) {
            series.append(x, 0.5 + x);
        }
        group.add(chart);
        return chart;
    }

    @Test
    void theLegendShowsTheNewestValueAtRest(FxRobot robot) {
        Pulses.await(loss.getScene());

        assertThat(values(robot, loss)).containsExactly("101");
        robot.interact(() -> total.append(100, 0.25));
        Pulses.await(loss.getScene());
        assertThat(values(robot, loss)).containsExactly("0.250");
    }

    @Test
    void theCursorOfOneChartReadsAllAndLeavesWithTheMouse(FxRobot robot) {
        Pulses.await(loss.getScene());
        robot.moveTo(robot.from(loss).lookup(".chart-plot").queryAs(Pane.class));
        Pulses.await(loss.getScene());

        double pointed = group.pointedProperty().get();
        assertThat(pointed).isBetween(30.0, 70.0);
        String read = String.format(Locale.ROOT, "%.3g", 0.5 + Math.rint(pointed));
        assertThat(values(robot, loss)).containsExactly(read);
        assertThat(values(robot, diversity)).containsExactly(read);

        robot.moveTo(robot.from(loss).lookup(".chart-title").queryAs(Label.class));
        Pulses.await(loss.getScene());
        assertThat(group.pointedProperty().get()).isNaN();
        assertThat(values(robot, diversity)).containsExactly("101");
    }

    @Test
    void lookingBackReadsTheValuesThere(FxRobot robot) {
        robot.interact(() -> loss.places().lookedAtProperty().set(20));
        Pulses.await(loss.getScene());

        assertThat(values(robot, loss)).containsExactly("20.5");
        assertThat(values(robot, diversity)).containsExactly("101");
    }

    @Test
    void allPlotsTakeTheLargestMargins() {
        ChartPlot.Margins wide = new ChartPlot.Margins(40, 48);

        assertThat(group.aligned(diversity, wide)).isEqualTo(wide);
        assertThat(group.aligned(loss, new ChartPlot.Margins(54, 14))).isEqualTo(new ChartPlot.Margins(54, 48));
    }

    private static List<String> values(FxRobot robot, LiveChart chart) {
        return robot.from(chart).lookup(".chart-value").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
