package org.dwastudio.run.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.sheet.ContactSheetFont;
import org.dwastudio.image.sheet.ContactSheetLayout;
import org.dwastudio.image.sheet.ContactSheetTile;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.StoredImages;
import org.dwastudio.run.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
    private static final List<String> NAMES = List.of("T-shirt/top", "Trouser", "Ankle boot");

    @TempDir
    private Path temp;

    @Test
    void everyPixelOfASmallImageBecomesACrispSquareInItsPlace() throws IOException {
        RunDirectory directory = new RunDirectory(temp);
        ImageStore store = new ImageStore(directory.images(), NAMES, 2);
        ImageBatch first = TestImages.random(3, 28, 1, 1);
        ImageBatch second = TestImages.random(3, 28, 1, 2);
        store.write(0, 0, first, SynthesisPresets.demonstration());
        store.write(1, 0, second, SynthesisPresets.demonstration());

        BufferedImage sheet = new ContactSheet(StoredImages.in(directory), NAMES, ContactSheetFont.load()).draw();

        int left = sheet.getWidth() - ContactSheetLayout.MARGIN - 2 * 84 - ContactSheetLayout.GAP;
        ContactSheetLayout layout = new ContactSheetLayout(3, 2, 84, 84, left - ContactSheetLayout.MARGIN);
        assertThat(layout.size().width).isEqualTo(sheet.getWidth());
        assertThat(layout.size().height).isEqualTo(sheet.getHeight());
        for (int label = 0; label < 3; label++) {
            Point at = layout.tile(label, 1);
            for (int i = 0; i < 84 * 84; i++) {
                int gray = second.at(label, i / 84 / 3, i % 84 / 3, 0);
                assertThat(sheet.getRGB(at.x + i % 84, at.y + i / 84) & 0xFFFFFF)
                        .isEqualTo(gray * 0x010101);
            }
        }
    }

    @Test
    void rowsAreLabeledWithTheNamesOfTheirClasses() throws IOException {
        RunDirectory directory = new RunDirectory(temp);
        new ImageStore(directory.images(), NAMES, 1)
                .write(0, 0, TestImages.random(3, 28, 1, 1), SynthesisPresets.demonstration());

        BufferedImage sheet = new ContactSheet(StoredImages.in(directory), NAMES, ContactSheetFont.load()).draw();

        int labelWidth = sheet.getWidth() - 2 * ContactSheetLayout.MARGIN - 84;
        ContactSheetLayout layout = new ContactSheetLayout(3, 1, 84, 84, labelWidth);
        assertThat(labelWidth).isBetween(60, 110);
        for (int row = 0; row < 3; row++) {
            assertThat(darkPixels(sheet, ContactSheetLayout.MARGIN, layout.tile(row, 0).y, labelWidth, 84))
                    .isGreaterThan(50);
        }
        assertThat(darkPixels(sheet, ContactSheetLayout.MARGIN, layout.tile(0, 0).y, labelWidth, 84))
                .as("'T-shirt/top' has more ink than 'Trouser'")
                .isGreaterThan(darkPixels(sheet, ContactSheetLayout.MARGIN, layout.tile(1, 0).y, labelWidth, 84));
    }

    @Test
    void aLongNameIsCutShort() throws IOException {
        List<String> names = List.of("a name without an end ".repeat(20));
        RunDirectory directory = new RunDirectory(temp);
        new ImageStore(directory.images(), names, 1)
                .write(0, 0, TestImages.random(1, 28, 1, 1), SynthesisPresets.demonstration());

        BufferedImage sheet = new ContactSheet(StoredImages.in(directory), names, ContactSheetFont.load()).draw();

        int labelWidth = sheet.getWidth() - 2 * ContactSheetLayout.MARGIN - 84;
        int top = ContactSheetLayout.MARGIN + ContactSheetLayout.HEADER_HEIGHT;
        assertThat(labelWidth).isEqualTo(274);
        assertThat(darkPixels(sheet, ContactSheetLayout.MARGIN + 200, top, 60, 84))
                .isPositive();
        assertThat(darkPixels(sheet, ContactSheetLayout.MARGIN + 260, top, 14, 84))
                .isZero();
    }

    @Test
    void aMissingImageLeavesAnEmptyPlace() throws IOException {
        RunDirectory directory = new RunDirectory(temp);
        ImageStore store = new ImageStore(directory.images(), NAMES, 2);
        store.write(0, 0, TestImages.random(3, 28, 3, 1), SynthesisPresets.demonstration());
        store.write(1, 0, TestImages.random(1, 28, 3, 1), SynthesisPresets.demonstration());

        BufferedImage sheet = new ContactSheet(StoredImages.in(directory), NAMES, ContactSheetFont.load()).draw();

        int right = sheet.getWidth() - ContactSheetLayout.MARGIN - 1;
        int bottom = sheet.getHeight() - ContactSheetLayout.MARGIN - 1;
        assertThat(sheet.getRGB(right, bottom) & 0xFFFFFF).isEqualTo(0xEAEEF2);
        assertThat(sheet.getRGB(right - 83, bottom - 83) & 0xFFFFFF).isEqualTo(0xEAEEF2);
    }

    @Test
    void largeImagesAreReducedByTheMeanOfTheirPixels() {
        ImageBatch block = new ImageBatch(1, 2, 4, 1, new byte[] {10, 20, 0, 0, 30, 40, 0, 100});
        BufferedImage sheet = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);

        new ContactSheetTile(block).drawOn(sheet, new Point(0, 0), 2, 1);

        assertThat(sheet.getRGB(0, 0) & 0xFF).isEqualTo(25);
        assertThat(sheet.getRGB(1, 0) & 0xFF).isEqualTo(25);
    }

    @Test
    void aSheetThatWouldFillTheMemoryGetsSmallerTilesAndThenFewerRows() {
        ContactSheetLayout demonstration = ContactSheetLayout.of(10, 10, 28, 28, 80, 96);
        ContactSheetLayout cifar100 = ContactSheetLayout.of(100, 100, 32, 32, 80, 96);
        ContactSheetLayout imageNet = ContactSheetLayout.of(1000, 50, 224, 224, 80, 96);

        assertThat(demonstration.tileWidth()).isEqualTo(84);
        assertThat(cifar100.tileWidth()).isEqualTo(64);
        assertThat(cifar100.rows()).isEqualTo(100);
        assertThat(imageNet.tileWidth()).isEqualTo(112);
        assertThat(imageNet.rows()).isEqualTo(62);
    }

    private static int darkPixels(BufferedImage image, int left, int top, int width, int height) {
        int dark = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}
