package org.dwastudio.image.sheet;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;

/**
 * Sheet of images in named rows and columns. Small images are enlarged by integer factors, so that their pixels stay
 * sharp. Needs no display.
 */
public final class ImageSheet {
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x24, 0x29, 0x2F);
    private static final Color FAINT_INK = new Color(0x6E, 0x77, 0x81);
    private static final Color MISSING = new Color(0xEA, 0xEE, 0xF2);
    private static final int LABEL_GAP = 14;
    private static final int WIDEST_LABEL = 260;

    private final List<Row> rows;
    private final List<String> columns;
    private final int largestTile;
    private final Optional<Font> font;

    /**
     * Row of a sheet.
     *
     * @param name name shown on its left
     * @param files files by column; a column without a file stays empty
     */
    public record Row(String name, SortedMap<Integer, Path> files) {}

    /**
     * Creates a sheet.
     *
     * @param rows rows with at least one image in total
     * @param columns column names, above the first row
     * @param largestTile height and width up to which small images are enlarged, in pixels
     * @param font font of the names; empty to omit them
     */
    public ImageSheet(List<Row> rows, List<String> columns, int largestTile, Optional<Font> font) {
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        this.largestTile = largestTile;
        this.font = font;
    }

    /**
     * Reads the images and draws them.
     *
     * @return the sheet, RGB; if not all rows fit into memory, a sheet of the first ones
     * @throws IOException if an image cannot be read
     */
    public BufferedImage draw() throws IOException {
        ImageBatch example = PngFile.read(anyImage());
        ContactSheetLayout layout = ContactSheetLayout.of(
                rows.size(), columns.size(), example.width(), example.height(), labelWidth(), largestTile);
        Dimension size = layout.size();
        BufferedImage sheet = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, size.width, size.height);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        font.ifPresent(present -> drawColumnNames(graphics, layout, present));
        for (int row = 0; row < layout.rows(); row++) {
            if (font.isPresent()) {
                drawRowName(graphics, layout, row, font.get());
            }
            for (int column = 0; column < layout.columns(); column++) {
                Point at = layout.tile(row, column);
                Path image = rows.get(row).files().get(column);
                if (image == null) {
                    graphics.setColor(MISSING);
                    graphics.fillRect(at.x, at.y, layout.tileWidth(), layout.tileHeight());
                } else {
                    new ContactSheetTile(PngFile.read(image))
                            .drawOn(sheet, at, layout.tileWidth(), layout.tileHeight());
                }
            }
        }
        graphics.dispose();
        return sheet;
    }

    private Path anyImage() {
        return rows.stream()
                .flatMap(row -> row.files().values().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a sheet needs an image"));
    }

    private int labelWidth() {
        if (font.isEmpty()) {
            return 0;
        }
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        int widest = 0;
        for (Row row : rows) {
            widest = Math.max(
                    widest,
                    graphics.getFontMetrics(ContactSheetFont.covering(row.name(), font.get()))
                            .stringWidth(row.name()));
        }
        graphics.dispose();
        return Math.min(widest, WIDEST_LABEL) + LABEL_GAP;
    }

    private void drawColumnNames(Graphics2D graphics, ContactSheetLayout layout, Font font) {
        graphics.setColor(FAINT_INK);
        for (int column = 0; column < layout.columns(); column++) {
            graphics.setFont(ContactSheetFont.covering(columns.get(column), font));
            FontMetrics metrics = graphics.getFontMetrics();
            String name = shortened(columns.get(column), metrics, layout.tileWidth());
            int x = layout.tile(0, column).x + (layout.tileWidth() - metrics.stringWidth(name)) / 2;
            graphics.drawString(name, x, ContactSheetLayout.MARGIN + metrics.getAscent() - metrics.getDescent());
        }
    }

    private void drawRowName(Graphics2D graphics, ContactSheetLayout layout, int row, Font font) {
        String name = rows.get(row).name();
        graphics.setFont(ContactSheetFont.covering(name, font));
        graphics.setColor(INK);
        FontMetrics metrics = graphics.getFontMetrics();
        int middle = layout.tile(row, 0).y + layout.rowHeight() / 2;
        int baseline = middle + (metrics.getAscent() - metrics.getDescent()) / 2;
        graphics.drawString(shortened(name, metrics, WIDEST_LABEL), ContactSheetLayout.MARGIN, baseline);
    }

    private static String shortened(String name, FontMetrics metrics, int widest) {
        int[] letters = name.codePoints().toArray();
        String fitting = name;
        for (int kept = letters.length - 1; metrics.stringWidth(fitting) > widest && kept > 0; kept--) {
            fitting = new String(letters, 0, kept) + "…";
        }
        return fitting;
    }
}
