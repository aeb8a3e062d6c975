package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.Described;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/**
 * One file of images with labels.
 *
 * @param path the file
 * @param identity SHA-256 of its metadata
 * @param image column of the encoded images
 * @param pages pages of the images, one part for each row group
 * @param labels label of each row as text; empty for null
 * @param classNames names of the classes in label order; empty if the file has none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ParquetFile(
        Path path,
        String identity,
        ParquetColumn image,
        List<ColumnPages> pages,
        String[] labels,
        List<String> classNames) {
    private static final List<String> IMAGES = List.of("image", "img", "images", "bytes");
    private static final List<String> LABELS =
            List.of("label", "labels", "fine_label", "class", "category", "target", "class_name");

    /**
     * Reads everything but the images.
     *
     * @throws DatasetException if the file is damaged, or has no images and labels; the message names it
     */
    static ParquetFile read(Path path) throws IOException {
        try (FileChannel file = BoundedFile.openChannel(path)) {
            ParquetFooter footer = ParquetFooter.read(file);
            HubFeatures features = HubFeatures.of(footer);
            ParquetColumn image = image(footer);
            ParquetColumn label = label(footer, features);
            List<ColumnPages> pages = new ArrayList<>();
            for (ParquetColumn.Chunk chunk : image.chunks()) {
                pages.add(ColumnPages.of(file, chunk));
            }
            return new ParquetFile(
                    path,
                    footer.identity(),
                    image,
                    pages,
                    LabelColumn.read(file, label, footer.rows()),
                    features.classes().getOrDefault(label.name(), List.of()));
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException(Message.of("parquet.file", path, reason(e)), e);
        }
    }

    /** Returns the reason of a failure; what the bytes of the file contradict is a detail of its damage. */
    static Message reason(IOException failure) {
        return failure instanceof Described described
                ? described.description()
                : Message.of("parquet.damaged", FailureCause.reason(failure));
    }

    private static ParquetColumn image(ParquetFooter footer) throws IOException {
        List<ParquetColumn> candidates = footer.columns().stream()
                .filter(column -> column.type() == ParquetColumn.Type.BYTE_ARRAY && !column.repeated())
                .filter(column -> (column.path().size() == 2 && column.leaf().equals("bytes"))
                        || (column.path().size() == 1 && IMAGES.contains(column.name())))
                .toList();
        return first(candidates, IMAGES)
                .orElseThrow(() -> new DescribedIOException(Message.of("parquet.noImages", names(footer))));
    }

    private static ParquetColumn label(ParquetFooter footer, HubFeatures features) throws IOException {
        List<ParquetColumn> candidates = footer.columns().stream()
                .filter(column -> column.path().size() == 1 && !column.repeated())
                .filter(column -> column.isWhole() || column.type() == ParquetColumn.Type.BYTE_ARRAY)
                .filter(column -> features.classes().containsKey(column.name()) || LABELS.contains(column.name()))
                .toList();
        return first(candidates, LABELS)
                .orElseThrow(() -> new DescribedIOException(Message.of("parquet.noLabels", names(footer))));
    }

    /** Returns the candidate whose name comes first in a list, or the first one. */
    private static Optional<ParquetColumn> first(List<ParquetColumn> candidates, List<String> names) {
        return names.stream()
                .flatMap(name ->
                        candidates.stream().filter(column -> column.name().equals(name)))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static String names(ParquetFooter footer) {
        return DatasetNote.examples(footer.columns().stream()
                .map(ParquetColumn::name)
                .distinct()
                .map(PrintableText::name)
                .toList());
    }
}
