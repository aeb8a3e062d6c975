package org.dwastudio.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.resize.PilBilinearResize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizedCropTest {

    /** Compares with the CRC-32 of PIL's {@code crop(box).resize((size, size), BILINEAR)} of the same image. */
    @ParameterizedTest
    @CsvSource({
        "2, 3, 9, 11, 4, 2707081290",
        "0, 0, 13, 17, 8, 3776185073",
        "5, 6, 3, 4, 8, 2128893661",
        "1, 2, 12, 5, 6, 3415302889"
    })
    void aCropIsScaledAsPilDoes(int top, int left, int height, int width, int size, long expected) {
        ImageBatch scaled = new PilBilinearResize(size).of(image(), new CropBox(top, left, height, width, false));

        CRC32 sum = new CRC32();
        sum.update(scaled.bytes());
        assertThat(sum.getValue()).isEqualTo(expected);
    }

    @Test
    void aMirroredPartIsThePartMirrored() {
        CropBox box = new CropBox(2, 3, 9, 11, false);
        ImageBatch plain = new PilBilinearResize(5).of(image(), box);
        ImageBatch mirrored = new PilBilinearResize(5).of(image(), new CropBox(2, 3, 9, 11, true));

        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 5; x++) {
                for (int c = 0; c < 3; c++) {
                    assertThat(mirrored.at(0, y, x, c)).isEqualTo(plain.at(0, y, 4 - x, c));
                }
            }
        }
    }

    @Test
    void boxesKeepToAreaAndShapeAndLieInTheImage() {
        ResizedCrop crop = new ResizedCrop(0.08, true);
        RandomGenerator random = new Random(1);
        double smallest = 1;
        double largest = 0;
        for (int i = 0; i < 2000; i++) {
            CropBox box = crop.box(375, 500, random);
            double area = box.height() * box.width() / (375.0 * 500);
            smallest = Math.min(smallest, area);
            largest = Math.max(largest, area);
            assertThat((double) box.width() / box.height()).isBetween(0.74, 1.35);
            assertThat(box.top()).isBetween(0, 375 - box.height());
            assertThat(box.left()).isBetween(0, 500 - box.width());
        }
        assertThat(smallest).isCloseTo(0.08, within(0.01));
        assertThat(largest).isGreaterThan(0.9);
    }

    @Test
    void anImageThatNoShapeFitsGivesItsMiddle() {
        ResizedCrop crop = new ResizedCrop(1, false);

        assertThat(crop.box(10, 100, new Random(1))).isEqualTo(new CropBox(0, 43, 10, 13, false));
        assertThat(crop.box(100, 9, new Random(1))).isEqualTo(new CropBox(44, 0, 12, 9, false));
    }

    @Test
    void theSameDrawGivesTheSameImageOfTheDatasetsSize() {
        ImageBatch pixels = new ImageBatch(1, 8, 8, 3, Arrays.copyOf(image().bytes(), 192));
        LabeledImages images = new LabeledImages(pixels, new byte[1]);
        ImageDataset dataset = new InMemoryDataset("one", List.of("a"), images, images);
        ResizedCrop crop = new ResizedCrop(0.08, true);

        byte[] first = crop.augment(dataset, 0, new SplittableRandom(1)).bytes();

        assertThat(first).hasSize(192);
        assertThat(crop.augment(dataset, 0, new SplittableRandom(1)).bytes()).isEqualTo(first);
        assertThat(crop.augment(dataset, 0, new SplittableRandom(2)).bytes()).isNotEqualTo(first);
    }

    @Test
    void anAreaOfNothingIsRejected() {
        assertThatThrownBy(() -> new ResizedCrop(0, true)).hasMessageContaining("above 0 and at most 1");
    }

    private static ImageBatch image() {
        byte[] bytes = new byte[13 * 17 * 3];
        for (int i = 0; i < bytes.length; i++) {
            int c = i % 3;
            int x = i / 3 % 17;
            int y = i / 3 / 17;
            bytes[i] = (byte) (y * 37 + x * 91 + c * 53 + y * x * 7);
        }
        return new ImageBatch(1, 13, 17, 3, bytes);
    }
}
