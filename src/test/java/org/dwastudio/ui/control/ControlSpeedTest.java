package org.dwastudio.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.stage.Stage;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.PixelBlock;
import org.dwastudio.ui.theme.Ink;
import org.dwastudio.ui.theme.Palette;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a frame costs the FX thread, in milliseconds; the limits leave room for a busy machine. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class ControlSpeedTest {
    private final Palette palette = new Palette(() -> {});
    private final Canvas canvas = new Canvas(340, 220);

    @Start
    void show(Stage stage) {
        stage.setScene(new Scene(new Group(palette, canvas), 400, 300));
        stage.show();
    }

    @Test
    void fourCurvesOfFiftyThousandPointsAreDrawnInAboutAMillisecond(FxRobot robot) {
        Random random = new Random(1);
        List<ChartSeries> curves = new ArrayList<>();
        for (Ink ink : List.of(Ink.BLUE, Ink.ORANGE, Ink.GREEN, Ink.VIOLET)) {
            ChartSeries series = new ChartSeries(ink.name(), ink, ChartAxis.LEFT);
            for (int i = 0; i < 50_000; i++) {
                series.append(i, Math.exp(random.nextGaussian()));
            }
            curves.add(series);
        }
        ChartContent content = new ChartContent(curves, List.of(), true, Double.NaN, Double.NaN, 40_000);
        ChartPainter painter = new ChartPainter(palette);

        double median = median(robot, () -> painter.paint(canvas.getGraphicsContext2D(), 340, 220, content));

        assertThat(median).isLessThan(5);
    }

    @Test
    void aColumnOfAHundredTilesIsPaintedInUnderAMillisecond(FxRobot robot) {
        TileStore store = store();
        GridGeometry geometry = GridGeometry.fitting(100, 100, 28, 28, 700, 700);
        PixelSurface surface = new PixelSurface(700, 700);
        GridPainter painter = new GridPainter(palette);

        double column = median(robot, () -> painter.paintColumn(surface, geometry, store, null, 7, 0, 99));
        double everything = median(robot, () -> painter.paintAll(surface, geometry, store, null));
        GridGeometry near = geometry.scaledTo(2.3, 0, 0);
        double enlarged = median(robot, () -> painter.paintAll(surface, near, store, null));

        assertThat(column).isLessThan(2);
        assertThat(everything).isLessThan(30);
        assertThat(enlarged).isLessThan(15);
    }

    private static TileStore store() {
        byte[] bytes = new byte[100 * 28 * 28];
        new Random(1).nextBytes(bytes);
        TileStore store = new TileStore(100, 100, 28, 28, 1);
        for (int column = 0; column < 100; column++) {
            store.put(column, 0, new PixelBlock(100, 28, 28, 1, bytes));
            store.setState(column, ColumnState.FINISHED);
        }
        return store;
    }

    private static double median(FxRobot robot, Runnable frame) {
        double[] milliseconds = new double[101];
        for (int i = 0; i < milliseconds.length; i++) {
            int at = i;
            robot.interactNoWait(() -> {
                long start = System.nanoTime();
                frame.run();
                milliseconds[at] = (System.nanoTime() - start) / 1e6;
            });
        }
        Arrays.sort(milliseconds);
        double median = milliseconds[milliseconds.length / 2];
        System.out.printf("%.3f ms a frame%n", median);
        return median;
    }
}
