package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.LabelIndex;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.dwastudio.image.codec.ImageFile;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/**
 * Images in Parquet files, in the order of files and rows. A page of images is decompressed when one of its images is
 * read; the last ones are held.
 */
final class ParquetImages implements ImageSource {
    private static final long MOST_HELD = 64_000_000;

    private final List<ParquetFile> files;
    private final LabelIndex labels;
    private final int whiteLevel;
    private final List<Place> pages = new ArrayList<>();
    /** Number of the first image of each page, and of each file. */
    private final int[] firstOfPage;

    private final int[] firstOfFile;
    private final PageCache cache = new PageCache(MOST_HELD);

    /** Page with its file and its part of the column. */
    private record Place(int file, ColumnPages part, Page page) {}

    /**
     * Creates a source.
     *
     * @param labels label of each row of all files; handed over
     * @param whiteLevel stored value that becomes white in images of more than 8 bits; 0 for the largest
     */
    ParquetImages(List<ParquetFile> files, int[] labels, int whiteLevel) {
        this.files = List.copyOf(files);
        this.labels = new LabelIndex(labels);
        this.whiteLevel = whiteLevel;
        List<Integer> starts = new ArrayList<>();
        firstOfFile = new int[files.size()];
        int row = 0;
        for (int file = 0; file < files.size(); file++) {
            firstOfFile[file] = row;
            for (ColumnPages part : files.get(file).pages()) {
                for (Page page : part.data()) {
                    if (page.values() > 0) {
                        pages.add(new Place(file, part, page));
                        starts.add(row);
                        row += page.values();
                    }
                }
            }
        }
        firstOfPage = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int count() {
        return labels.count();
    }

    @Override
    public int label(int index) {
        return labels.label(index);
    }

    @Override
    public int[] indicesOf(int label) {
        return labels.imagesOf(label);
    }

    @Override
    public String describe(int index) {
        int file = fileOf(index);
        return files.get(file).path() + ", row " + (index - firstOfFile[file]);
    }

    @Override
    public String key(int index) {
        int file = fileOf(index);
        return files.get(file).path().getFileName() + "/" + (index - firstOfFile[file]);
    }

    private int fileOf(int index) {
        return pages.get(pageOf(index)).file();
    }

    private int pageOf(int index) {
        Objects.checkIndex(index, count());
        int found = Arrays.binarySearch(firstOfPage, index);
        return found < 0 ? -found - 2 : found;
    }

    @Override
    public ImageHeader header(int index) throws IOException {
        return ImageFile.header(bytes(index));
    }

    @Override
    public ImageBatch read(int index) throws IOException {
        return ImageFile.decoded(bytes(index), whiteLevel);
    }

    private byte[] bytes(int index) throws IOException {
        int page = pageOf(index);
        Optional<ByteArrays> held = cache.get(page);
        ByteArrays values = held.isPresent() ? held.get() : decoded(page);
        return values.value(index - firstOfPage[page])
                .orElseThrow(() -> new DescribedIOException(Message.of("parquet.noImage")));
    }

    private ByteArrays decoded(int number) throws IOException {
        Place place = pages.get(number);
        ParquetFile source = files.get(place.file());
        try (FileChannel file = BoundedFile.openChannel(source.path())) {
            PageDecoder decoder =
                    new PageDecoder(file, source.image(), place.part().codec());
            Optional<Page> first = place.part().dictionary();
            Optional<ByteArrays> dictionary = first.isPresent()
                    ? Optional.of(decoder.byteArrays(first.get(), Optional.empty()))
                    : Optional.empty();
            ByteArrays values = decoder.byteArrays(place.page(), dictionary);
            cache.put(number, values);
            return values;
        } catch (IOException e) {
            throw new DescribedIOException(ParquetFile.reason(e), e);
        }
    }

    @Override
    public boolean decodesFiles() {
        return true;
    }

    /** Updates a digest with the label, the metadata of the file and the row. */
    @Override
    public void digest(int index, int label, MessageDigest digest) {
        int file = fileOf(index);
        digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(label)
                .putInt(index - firstOfFile[file])
                .flip());
        digest.update(files.get(file).identity().getBytes(StandardCharsets.US_ASCII));
    }
}
