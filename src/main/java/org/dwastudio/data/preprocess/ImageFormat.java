package org.dwastudio.data.preprocess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.ImageFitting.Fit;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.dwastudio.image.resize.PilBilinearResize;
import org.dwastudio.image.resize.ResizeAndCenterCrop;
import org.dwastudio.image.resize.ResizeAndPad;
import org.dwastudio.text.Message;

/**
 * Size and color mode to which every image of a dataset is converted.
 *
 * @param size height and width in pixels
 * @param channels 1 (gray) or 3 (color)
 * @param fit conversion of images that are not square
 */
public record ImageFormat(int size, int channels, Fit fit) {
    /** Candidate sizes for datasets whose images differ in size: those that the networks are known to work with. */
    private static final List<Integer> COMMON_SIZES = List.of(28, 32, 64, 96, 128, 224);

    private static final int SAMPLE = 256;

    /**
     * Determines the format of a dataset in an experiment from the headers of up to 256 training images, evenly spread.
     * An image size of 0 keeps the size of images that are all equal, square and no larger than an experiment allows;
     * others are resized to the largest of 28, 32, 64, 96, 128 and 224 that is not above the median of their shorter
     * sides, and to 28 if that is smaller. Color as stored is gray if all those images are gray.
     *
     * @throws DatasetException if no image of the sample can be read
     */
    public static ImageFormat of(DatasetSource source, DatasetConfig config) throws DatasetException {
        List<ImageHeader> sample = sample(source.train());
        int size = config.imageSize() == 0 ? ownSize(sample) : config.imageSize();
        int channels =
                switch (config.color()) {
                    case GRAY -> 1;
                    case COLOR -> 3;
                    case AS_STORED ->
                        sample.stream().mapToInt(ImageHeader::channels).max().orElseThrow();
                };
        return new ImageFormat(size, channels, config.fitting().fit());
    }

    /** Returns up to {@code most} of the numbers from 0 to {@code count} exclusive, evenly spread, ascending. */
    public static int[] spread(int count, int most) {
        int taken = Math.min(count, most);
        return IntStream.range(0, taken)
                .map(i -> (int) ((long) i * count / taken))
                .toArray();
    }

    private static List<ImageHeader> sample(ImageSource images) throws DatasetException {
        List<ImageHeader> headers = new ArrayList<>();
        for (int index : spread(images.count(), SAMPLE)) {
            header(images, index).ifPresent(headers::add);
        }
        if (headers.isEmpty()) {
            images.readOrExplain(0);
            throw new DatasetException(Message.of("image.noSize", images.describe(0)));
        }
        return headers;
    }

    /** Reads a header; returns empty for a broken file, which is reported by name when it is decoded. */
    private static Optional<ImageHeader> header(ImageSource images, int index) {
        try {
            return Optional.of(images.header(index));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int ownSize(List<ImageHeader> sample) {
        ImageHeader first = sample.get(0);
        boolean alike = sample.stream()
                .allMatch(header -> header.width() == first.width() && header.height() == first.height());
        if (alike && first.isSquare() && first.width() <= DatasetConfig.IMAGE_SIZE.max()) {
            return first.width();
        }
        List<Integer> sides =
                sample.stream().map(ImageHeader::shorterSide).sorted().toList();
        int median = sides.get(sides.size() / 2);
        return COMMON_SIZES.stream()
                .filter(size -> size <= median)
                .max(Comparator.naturalOrder())
                .orElse(COMMON_SIZES.get(0));
    }

    /** Returns a dataset with a note about the corruption of its training images in this size, if there is one. */
    public DatasetSource noted(DatasetSource source) {
        return source.variant()
                .corruption()
                .map(corruption -> source.withNote(new ImageCorruption(corruption).note(size)))
                .orElse(source);
    }

    /** Returns true if the images already have this format. */
    public boolean matches(LabeledImages images) {
        ImageBatch pixels = images.pixels();
        return pixels.height() == size && pixels.width() == size && pixels.channels() == channels;
    }

    public long bytes(long images) {
        return images * size * size * channels;
    }

    /** Converts exactly one image to this size and color mode. */
    public ImageBatch apply(ImageBatch image) {
        return square(convertColor(image), size);
    }

    /**
     * Returns the source of random crops: the image in this color mode and its own size, made square unless its center
     * is taken anyway.
     */
    ImageBatch original(ImageBatch image) {
        ImageBatch colored = convertColor(image);
        return fit == Fit.CROP ? colored : square(colored, Math.max(image.width(), image.height()));
    }

    private ImageBatch square(ImageBatch image, int side) {
        if (image.width() == side && image.height() == side) {
            return image;
        }
        return switch (fit) {
            case CROP -> new ResizeAndCenterCrop(side).of(image);
            case PAD -> new ResizeAndPad(side).of(image);
            case STRETCH -> new PilBilinearResize(side).of(image);
        };
    }

    /**
     * Converts an image to this color mode, in its own size. Gray is (299 red + 587 green + 114 blue) / 1000, the luma
     * of ITU-R recommendation BT.601.
     */
    ImageBatch convertColor(ImageBatch image) {
        if (image.channels() == channels) {
            return image;
        }
        byte[] source = image.bytes();
        int places = image.height() * image.width();
        byte[] target = new byte[places * channels];
        for (int i = 0; i < places; i++) {
            if (channels == 1) {
                target[i] = luma(source[3 * i] & 0xFF, source[3 * i + 1] & 0xFF, source[3 * i + 2] & 0xFF);
            } else {
                target[3 * i] = source[i];
                target[3 * i + 1] = source[i];
                target[3 * i + 2] = source[i];
            }
        }
        return new ImageBatch(1, image.height(), image.width(), channels, target);
    }

    /** Returns the luma in integer multiples of 2⁻¹⁶, as PIL computes it. */
    private static byte luma(int red, int green, int blue) {
        return (byte) ((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16);
    }
}
