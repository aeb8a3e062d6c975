package org.dwastudio.ui.sweep.parallel;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import org.dwastudio.ui.theme.ThemeColors;

/** Legend of the colors of scores: a bar between the lowest and the highest score. */
final class ScoreScale {
    private static final double WIDTH = 70;
    private static final double HEIGHT = 6;
    private static final double ROUND = 4;

    private final Label low = new Label();
    private final Label high = new Label();
    private final Rectangle bar = new Rectangle(WIDTH, HEIGHT);
    private final HBox node;

    ScoreScale() {
        for (Label end : new Label[] {low, high}) {
            end.getStyleClass().add("muted");
            end.setMinWidth(Region.USE_PREF_SIZE);
        }
        bar.setArcWidth(ROUND);
        bar.setArcHeight(ROUND);
        node = new HBox(low, bar, high);
        node.getStyleClass().add("score-scale");
    }

    HBox node() {
        return node;
    }

    void show(String lowest, String highest) {
        low.setText(lowest);
        high.setText(highest);
    }

    /** Takes the colors of a theme. */
    void paint(ThemeColors palette) {
        ScoreColors colors = new ScoreColors(palette);
        bar.setFill(new LinearGradient(
                0, 0, 1, 0, true, CycleMethod.NO_CYCLE, new Stop(0, colors.of(0)), new Stop(1, colors.of(1))));
    }
}
