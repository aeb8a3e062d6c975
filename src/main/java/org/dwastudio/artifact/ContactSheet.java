package org.dwastudio.artifact;

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
import org.dwastudio.event.PixelBlock;

/**
 * All pictures of a run on one: a row for every class, with its name, and a column for every ipc index. Small pictures are
 * enlarged by whole numbers, so that their pixels stay crisp. Needs no display.
 */
final class ContactSheet {
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x24, 0x29, 0x2F);
    private static final Color FAINT_INK = new Color(0x6E, 0x77, 0x81);
    private static final Color MISSING = new Color(0xEA, 0xEE, 0xF2);
    private static final int LABEL_GAP = 14;
    private static final int WIDEST_LABEL = 260;

    private final StoredImages images;
    private final List<String> classNames;
    private final Optional<Font> font;

    /**
     * @param images at least one picture
     * @param classNames in label order
     * @param font of the labels; without one there are none
     */
    ContactSheet(StoredImages images, List<String> classNames, Optional<Font> font) {
        this.images = images;
        this.classNames = List.copyOf(classNames);
        this.font = font;
    }

    /**
     * Reads the pictures and draws them.
     *
     * @return the sheet, RGB; when not all classes fit into memory, a sheet of the first ones
     * @throws IOException when a picture cannot be read
     */
    BufferedImage draw() throws IOException {
        PixelBlock example = PngFile.read(anyPicture());
        SheetLayout layout =
                SheetLayout.of(images.classes().size(), columns(), example.width(), example.height(), labelWidth());
        Dimension size = layout.size();
        BufferedImage sheet = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, size.width, size.height);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        font.ifPresent(present -> drawColumnNumbers(graphics, layout, present));
        for (int row = 0; row < layout.rows(); row++) {
            StoredImages.StoredClass stored = images.classes().get(row);
            if (font.isPresent()) {
                drawClassName(graphics, layout, row, font.get());
            }
            for (int column = 0; column < layout.columns(); column++) {
                Point at = layout.tile(row, column);
                Path picture = stored.pictures().get(column);
                if (picture == null) {
                    graphics.setColor(MISSING);
                    graphics.fillRect(at.x, at.y, layout.tileWidth(), layout.tileHeight());
                } else {
                    new SheetTile(PngFile.read(picture)).drawOn(sheet, at, layout.tileWidth(), layout.tileHeight());
                }
            }
        }
        graphics.dispose();
        return sheet;
    }

    private Path anyPicture() {
        return images.classes().stream()
                .flatMap(stored -> stored.pictures().values().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a contact sheet needs a picture"));
    }

    private int columns() {
        return 1
                + images.classes().stream()
                        .map(StoredImages.StoredClass::pictures)
                        .filter(pictures -> !pictures.isEmpty())
                        .mapToInt(pictures -> pictures.lastKey())
                        .max()
                        .orElse(0);
    }

    private String className(StoredImages.StoredClass stored) {
        return stored.label() < classNames.size() ? classNames.get(stored.label()) : stored.name();
    }

    private int labelWidth() {
        if (font.isEmpty()) {
            return 0;
        }
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        int widest = 0;
        for (StoredImages.StoredClass stored : images.classes()) {
            String name = className(stored);
            widest = Math.max(
                    widest,
                    graphics.getFontMetrics(SheetFont.covering(name, font.get()))
                            .stringWidth(name));
        }
        graphics.dispose();
        return Math.min(widest, WIDEST_LABEL) + LABEL_GAP;
    }

    private static void drawColumnNumbers(Graphics2D graphics, SheetLayout layout, Font font) {
        graphics.setFont(font);
        graphics.setColor(FAINT_INK);
        FontMetrics metrics = graphics.getFontMetrics();
        for (int column = 0; column < layout.columns(); column++) {
            String number = Integer.toString(column);
            int x = layout.tile(0, column).x + (layout.tileWidth() - metrics.stringWidth(number)) / 2;
            graphics.drawString(number, x, SheetLayout.MARGIN + metrics.getAscent() - metrics.getDescent());
        }
    }

    private void drawClassName(Graphics2D graphics, SheetLayout layout, int row, Font font) {
        String name = className(images.classes().get(row));
        graphics.setFont(SheetFont.covering(name, font));
        graphics.setColor(INK);
        FontMetrics metrics = graphics.getFontMetrics();
        int middle = layout.tile(row, 0).y + layout.rowHeight() / 2;
        int baseline = middle + (metrics.getAscent() - metrics.getDescent()) / 2;
        graphics.drawString(shortened(name, metrics), SheetLayout.MARGIN, baseline);
    }

    private static String shortened(String name, FontMetrics metrics) {
        int[] letters = name.codePoints().toArray();
        String fitting = name;
        for (int kept = letters.length - 1; metrics.stringWidth(fitting) > WIDEST_LABEL && kept > 0; kept--) {
            fitting = new String(letters, 0, kept) + "…";
        }
        return fitting;
    }
}
