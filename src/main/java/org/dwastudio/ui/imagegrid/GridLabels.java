package org.dwastudio.ui.imagegrid;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.dwastudio.event.ColumnState;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.theme.ThemeColors;

/** Names at the left of a grid and column numbers above it; both stay in view while the tiles move. */
final class GridLabels extends Pane {
    static final double HEADER_HEIGHT = 20;
    private static final double WIDEST_NAME = 130;
    private static final double NAME_DISTANCE = 6;
    private static final double SIGN_SPACE = 13;
    private static final double NAME_SPACE = 13;

    /** Width by which the names of small tiles overlap the header. */
    private static final double NAME_OVERLAP = 6;

    private final ThemeColors palette;
    private final Canvas header = new Canvas();
    private final Canvas names = new Canvas();
    private final Font font = Font.font(Theme.FONT_FAMILY, 11.5);
    private final Font bold = Font.font(Theme.FONT_FAMILY, FontWeight.BOLD, 11.5);
    private List<String> classNames = List.of();
    private double nameWidth;
    private double reserved;

    GridLabels(ThemeColors palette) {
        this.palette = palette;
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(header, names);
    }

    /** Reserves a least width for the next names. */
    void reserve(double width) {
        reserved = width;
    }

    void setNames(List<String> newNames) {
        double widest = newNames.stream().mapToDouble(this::widthOf).max().orElse(0);
        nameWidth = newNames.isEmpty() ? 0 : Math.ceil(Math.min(WIDEST_NAME, widest) + 2 * NAME_DISTANCE);
        nameWidth = Math.max(nameWidth, reserved);
        double available = nameWidth - 2 * NAME_DISTANCE;
        classNames = newNames.stream().map(name -> shortened(name, available)).toList();
    }

    /** Returns the width that the names need. */
    double nameWidth() {
        return nameWidth;
    }

    /**
     * Redraws everything.
     *
     * @param density screen pixels per scene unit
     */
    void draw(PaintedGrid grid, double density) {
        drawHeader(grid, density);
        drawNames(grid, density);
    }

    private void drawHeader(PaintedGrid grid, double density) {
        GridGeometry geometry = grid.geometry();
        header.setWidth(nameWidth + geometry.viewWidth() / density);
        header.setHeight(HEADER_HEIGHT);
        GraphicsContext g = cleared(header);
        g.setTextAlign(TextAlignment.CENTER);
        double pitch = geometry.pitchX() / density;
        double numberWidth = widthOf(Integer.toString(geometry.columns()));
        boolean signs = pitch >= numberWidth + SIGN_SPACE + 6;
        int every = labelStep(numberWidth + 8, pitch);
        for (int block = 0; block < geometry.blocks().count(); block++) {
            int row = block * geometry.lines();
            for (int column = geometry.firstVisibleColumn(); column <= geometry.lastVisibleColumn(); column++) {
                double center = nameWidth + (geometry.tileX(row, column) + geometry.drawnWidth() / 2.0) / density;
                boolean isSelected =
                        grid.selected().isPresent() && grid.selected().get().column() == column;
                ColumnState state = grid.store().state(column);
                if (center >= nameWidth
                        && ((column + 1) % every == 0 || (state == ColumnState.RUNNING && every <= 2))) {
                    drawColumnHead(g, column, state, isSelected, signs, center);
                }
            }
        }
    }

    private void drawColumnHead(
            GraphicsContext g, int column, ColumnState state, boolean isSelected, boolean signs, double center) {
        boolean isRunning = state == ColumnState.RUNNING;
        Color resting = palette.of(isSelected ? ChartColor.TEXT : ChartColor.MUTED_TEXT);
        String number = Integer.toString(column + 1);
        double middle = HEADER_HEIGHT / 2;
        boolean signed = signs && (isRunning || state == ColumnState.FINISHED);
        g.setFont(isRunning ? bold : font);
        g.setFill(isRunning ? palette.of(ChartColor.ACCENT) : resting);
        g.fillText(number, center - (signed ? SIGN_SPACE / 2 : 0), middle);
        double signX = center + widthOf(number) / 2 - SIGN_SPACE / 2 + 5;
        if (signed && isRunning) {
            g.fillOval(signX, middle - 3.5, 7, 7);
        } else if (signed) {
            g.setStroke(palette.of(ChartColor.DONE));
            g.setLineWidth(1.4);
            g.strokePolyline(
                    new double[] {signX, signX + 2.5, signX + 7.5},
                    new double[] {middle + 0.5, middle + 3, middle - 3},
                    3);
        }
    }

    private void drawNames(PaintedGrid grid, double density) {
        GridGeometry geometry = grid.geometry();
        double left = Math.max(0, geometry.originX() / density);
        boolean flows = geometry.blocks().count() > 1;
        names.setLayoutY(HEADER_HEIGHT - NAME_OVERLAP);
        names.setLayoutX(left);
        names.setWidth(nameWidth + (flows ? geometry.viewWidth() / density : 0));
        names.setHeight(geometry.viewHeight() / density + NAME_OVERLAP);
        GraphicsContext g = cleared(names);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(font);
        int every = labelStep(NAME_SPACE, geometry.pitchY() / density);
        for (int row : geometry.visibleRows()) {
            int line = row % geometry.lines();
            int label = grid.rows().labelAt(row);
            // Names of the first block stay in view, those of the others move with their images.
            double moved = row == line ? 0 : (geometry.tileX(row, 0) - geometry.gap()) / density - left;
            if (line % every == 0 && label < classNames.size() && moved >= 0) {
                boolean isSelected =
                        grid.selected().isPresent() && grid.selected().get().row() == row;
                double middle = (geometry.tileY(row) + geometry.drawnHeight() / 2.0) / density;
                g.setFill(palette.of(isSelected ? ChartColor.TEXT : ChartColor.MUTED_TEXT));
                g.fillText(classNames.get(label), nameWidth + moved - NAME_DISTANCE, middle + NAME_OVERLAP);
            }
        }
    }

    private GraphicsContext cleared(Canvas canvas) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setTextBaseline(VPos.CENTER);
        return g;
    }

    /** Returns the step between labels that fit, from the series 1, 2, 5, 10, 20, … */
    private static int labelStep(double needed, double pitch) {
        for (int decade = 1; ; decade *= 10) {
            for (int digit : new int[] {1, 2, 5}) {
                if (decade * digit * pitch >= needed) {
                    return decade * digit;
                }
            }
        }
    }

    private String shortened(String name, double available) {
        String text = name;
        for (int length = name.length(); widthOf(text) > available && length > 1; length--) {
            text = name.substring(0, length - 1) + "…";
        }
        return text;
    }

    private double widthOf(String text) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
