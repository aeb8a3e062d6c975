package org.dwastudio.ui.chart;

import java.util.Arrays;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dwastudio.ui.theme.ChartColor;

/**
 * Growing curve: points with ascending x, kept as primitives. FX thread only.
 *
 * <p>A series is listed in the legend by its name; a faint one (an earlier column, another run) is drawn pale, behind
 * the others, and is not listed.
 */
public final class ChartSeries {
    private static final int FIRST_CAPACITY = 256;

    private final StringProperty name;
    private final BooleanProperty visible = new SimpleBooleanProperty(this, "visible", true);
    private final ChartColor ink;
    private final ChartAxis axis;
    private final boolean faint;
    private double[] xs = new double[FIRST_CAPACITY];
    private double[] ys = new double[FIRST_CAPACITY];
    private int size;
    private Runnable whenChanged = () -> {};

    public ChartSeries(String name, ChartColor ink, ChartAxis axis) {
        this(name, ink, axis, false);
    }

    private ChartSeries(String name, ChartColor ink, ChartAxis axis, boolean faint) {
        this.name = new SimpleStringProperty(this, "name", name);
        this.ink = ink;
        this.axis = axis;
        this.faint = faint;
        visible.addListener((observable, old, now) -> whenChanged.run());
        this.name.addListener((observable, old, now) -> whenChanged.run());
    }

    /** Returns a pale copy of the current points that stays in the chart while this series starts again. */
    public ChartSeries faintCopy() {
        ChartSeries copy = new ChartSeries(name.get(), ink, axis, true);
        copy.xs = Arrays.copyOf(xs, Math.max(size, 1));
        copy.ys = Arrays.copyOf(ys, Math.max(size, 1));
        copy.size = size;
        copy.visible.bind(visible);
        return copy;
    }

    /** Returns an empty curve that looks like this one, and is hidden and shown together with it. */
    public ChartSeries emptyCopy() {
        ChartSeries copy = new ChartSeries("", ink, axis);
        copy.name.bind(name);
        copy.visible.bindBidirectional(visible);
        return copy;
    }

    /**
     * Adds a point at the right end.
     *
     * @throws IllegalArgumentException if x is smaller than the last one
     */
    public void append(double x, double y) {
        if (size > 0 && x < xs[size - 1]) {
            throw new IllegalArgumentException(
                    name.get() + ": x must not fall, got " + x + " after " + xs[size - 1] + "; clear the series first");
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size] = y;
        size++;
        whenChanged.run();
    }

    /**
     * Replaces the point at the right end.
     *
     * @param x not smaller than that of the point before it
     */
    public void replaceLast(double x, double y) {
        size--;
        append(x, y);
    }

    /** Replaces every two points by one: the second x, and the mean of y. A last single point stays. */
    public void halve() {
        for (int i = 0; i < size / 2; i++) {
            xs[i] = xs[2 * i + 1];
            ys[i] = (ys[2 * i] + ys[2 * i + 1]) / 2;
        }
        if (size % 2 == 1) {
            xs[size / 2] = xs[size - 1];
            ys[size / 2] = ys[size - 1];
        }
        size = size / 2 + size % 2;
        whenChanged.run();
    }

    /** Removes all points. */
    public void clear() {
        size = 0;
        whenChanged.run();
    }

    public int size() {
        return size;
    }

    public double x(int index) {
        return xs[index];
    }

    public double y(int index) {
        return ys[index];
    }

    /** Returns the index of the point nearest to x, or −1 if there is none. */
    public int nearestTo(double x) {
        int found = Arrays.binarySearch(xs, 0, size, x);
        if (found >= 0 || size == 0) {
            return found >= 0 ? found : -1;
        }
        int after = Math.min(-found - 1, size - 1);
        int before = Math.max(after - 1, 0);
        return x - xs[before] < xs[after] - x ? before : after;
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** Returns the visibility of the curve; a click on its name in the legend toggles it. */
    public BooleanProperty visibleProperty() {
        return visible;
    }

    public ChartColor ink() {
        return ink;
    }

    public ChartAxis axis() {
        return axis;
    }

    public boolean isFaint() {
        return faint;
    }

    void setWhenChanged(Runnable whenChanged) {
        this.whenChanged = whenChanged;
    }
}
