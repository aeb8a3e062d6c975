package org.dwastudio.ui.diversity;

import javafx.scene.layout.Region;
import org.dwastudio.ui.theme.ChartColor;

/** Bar of a metric of distilled images, with a tick at the value of random real images. */
final class MetricBar extends Region {
    private static final double WIDTH = 40;
    private static final double HEIGHT = 5;
    private static final double TICK = 2;
    private static final double OVERHANG = 3;

    private final Region track = new Region();
    private final Region bar = new Region();
    private final Region tick = new Region();
    private final double share;
    private final double reference;

    /**
     * Creates a bar.
     *
     * @param share length of the bar, 0 to 1
     * @param reference place of the tick, 0 to 1; NaN for none
     */
    MetricBar(double share, double reference, ChartColor color) {
        this.share = Math.max(0, Math.min(1, share));
        this.reference = Math.max(0, Math.min(1, reference));
        track.getStyleClass().add("metric-track");
        bar.getStyleClass().addAll("metric-bar", color.styleClass());
        tick.getStyleClass().add("metric-tick");
        tick.setVisible(!Double.isNaN(reference));
        getChildren().addAll(track, bar, tick);
        setMinSize(WIDTH, HEIGHT + 2 * OVERHANG);
        setPrefSize(WIDTH, HEIGHT + 2 * OVERHANG);
        setMaxHeight(HEIGHT + 2 * OVERHANG);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        track.resizeRelocate(0, OVERHANG, width, HEIGHT);
        bar.resizeRelocate(0, OVERHANG, width * share, HEIGHT);
        tick.resizeRelocate(Math.min(width - TICK, width * reference - TICK / 2), 0, TICK, HEIGHT + 2 * OVERHANG);
    }
}
