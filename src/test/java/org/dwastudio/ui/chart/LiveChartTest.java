package org.dwastudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.dwastudio.ui.control.Pulses;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LiveChartTest {
    private final ChartSeries total = new ChartSeries("total", ChartColor.BLUE, ChartAxis.LEFT);
    private final ChartSeries cosine = new ChartSeries("cosine", ChartColor.CYAN, ChartAxis.RIGHT);
    private LiveChart chart;

    @Start
    void show(Stage stage) {
        Theme.DARK.apply();
        chart = new LiveChart("Loss", ResourceBundle.getBundle("org.dwastudio.ui.messages", Locale.ROOT));
        chart.scaleSwitchShownProperty().set(true);
        chart.xMinProperty().set(0);
        chart.xMaxProperty().set(100);
        chart.getSeries().setAll(total, cosine);
        stage.setScene(new Scene(new StackPane(chart), 420, 260));
        stage.show();
        stage.toFront();
    }

    @Test
    void aCurveIsDrawnInItsColorAndTheLegendHidesIt(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 0; i <= 100; i++) {
                total.append(i, 5);
            }
        });
        assertThat(count(snapshot(robot), Color.web("#58a6ff"))).isGreaterThan(200);

        robot.clickOn("total");

        assertThat(total.visibleProperty().get()).isFalse();
        assertThat(count(snapshot(robot), Color.web("#58a6ff"))).isLessThan(50);
    }

    @Test
    void theLegendNamesEveryCurveButTheFaintOnes(FxRobot robot) {
        robot.interact(() -> chart.getSeries().add(0, total.faintCopy()));

        List<String> names = robot.lookup(".chart-legend").queryAllAs(Hyperlink.class).stream()
                .map(Hyperlink::getText)
                .toList();
        assertThat(names).containsExactly("total", "cosine");
    }

    @Test
    void theScaleIsSwitchedInTheHeader(FxRobot robot) {
        robot.clickOn("linear");
        assertThat(chart.logarithmicProperty().get()).isTrue();
        robot.clickOn("log");
        assertThat(chart.logarithmicProperty().get()).isFalse();
    }

    @Test
    void longLabelsAreGivenTheMarginThatTheyNeed() {
        assertThat(ChartPlot.Margins.forLabels("0.01".length(), OptionalInt.empty()))
                .isEqualTo(new ChartPlot.Margins(40, 14));
        assertThat(ChartPlot.Margins.forLabels("0.00425".length(), OptionalInt.empty()))
                .isEqualTo(new ChartPlot.Margins(54.5, 14));
    }

    @Test
    void theCrossHairReadsTheNearestPointOfEveryCurve() {
        total.append(0, 1);
        total.append(50, 0.512345);
        cosine.append(0, 0.8);
        cosine.append(40, 0.45);
        ChartContent content =
                new ChartContent(List.of(total, cosine, total.faintCopy()), List.of(), false, 0, 100, 1, XPlaces.NONE);

        List<ChartReader.Reading> readings = ChartReader.readings(content, 48);

        assertThat(readings).extracting(ChartReader.Reading::text).containsExactly("total  0.5123", "cosine  0.45");
        assertThat(readings).extracting(ChartReader.Reading::x).containsExactly(50.0, 40.0);
    }

    @Test
    void referenceLinesBelongToTheAxis() {
        ReferenceLine line = new ReferenceLine("random real images", 8.2, ChartAxis.LEFT, ChartColor.GRAY);
        ReferenceLine unseen = new ReferenceLine("none", 0, ChartAxis.LEFT, ChartColor.GRAY);
        ChartContent content =
                new ChartContent(List.of(total), List.of(line, unseen), true, Double.NaN, Double.NaN, 1, XPlaces.NONE);

        assertThat(content.lowestReference(ChartAxis.LEFT)).isEqualTo(8.2);
        assertThat(content.highestReference(ChartAxis.LEFT)).isEqualTo(8.2);
        assertThat(content.lowestReference(ChartAxis.RIGHT)).isInfinite();
    }

    @Test
    void removedCurvesNoLongerTouchTheChart(FxRobot robot) {
        robot.interact(() -> {
            chart.getSeries().remove(total);
            total.append(1, 1);
        });

        assertThat(robot.lookup(".chart-legend").queryAll()).hasSize(1);
    }

    @Test
    void screenReadersHearTheLastValueOfEveryVisibleCurve(FxRobot robot) {
        assertThat(spoken()).isEqualTo("Loss");
        robot.interact(() -> {
            total.append(1, 2);
            total.append(2, 0.512345);
            cosine.append(2, 0.45);
            chart.getSeries().add(0, total.faintCopy());
        });
        assertThat(spoken()).isEqualTo("Loss, total 0.5123 (2), cosine 0.45 (2)");

        robot.interact(() -> {
            total.append(3, 0.5);
            cosine.visibleProperty().set(false);
        });
        assertThat(spoken()).isEqualTo("Loss, total 0.5 (3)");
    }

    /** Returns what a screen reader asks for when it comes to the chart. */
    private Object spoken() {
        return chart.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    }

    private WritableImage snapshot(FxRobot robot) {
        Pulses.await(chart.getScene());
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = chart.snapshot(null, null));
        return image[0];
    }

    private static long count(WritableImage image, Color color) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getPixelReader().getColor(x, y).equals(color) ? 1 : 0;
            }
        }
        return count;
    }
}
