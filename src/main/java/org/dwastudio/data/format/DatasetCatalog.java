package org.dwastudio.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.config.Source;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.DistillationProvenance;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.array.CifarArchive;
import org.dwastudio.data.array.CifarPythonReader;
import org.dwastudio.data.array.CifarReader;
import org.dwastudio.data.array.DatasetFolder;
import org.dwastudio.data.array.IdxDatasetReader;
import org.dwastudio.data.array.NpzDatasetReader;
import org.dwastudio.data.download.ExtractedArchive;
import org.dwastudio.data.folder.FolderManifest;
import org.dwastudio.data.folder.FolderSplits;
import org.dwastudio.data.folder.ImageFolderReader;
import org.dwastudio.data.parquet.ParquetReader;
import org.dwastudio.data.preprocess.DepthProbe;
import org.dwastudio.data.preprocess.ImageFormat;
import org.dwastudio.data.preprocess.PixelBudget;
import org.dwastudio.data.preprocess.PreprocessedDataset;
import org.dwastudio.data.select.DatasetSelection;
import org.dwastudio.data.select.HeldOutImages;
import org.dwastudio.data.select.SeededSplit;
import org.dwastudio.data.select.StressedTraining;
import org.dwastudio.data.table.TableReader;
import org.dwastudio.file.AppDirectories;
import org.dwastudio.image.Normalization;
import org.dwastudio.text.Message;

/**
 * Catalog that finds datasets and detects their format from file names: the bundled one; MNIST-style IDX files;
 * CIFAR-10 and CIFAR-100, binary or Python, packed or unpacked; NumPy archives; Parquet files; Tiny-ImageNet; image folders, such as
 * ImageNet's, and archives of them.
 */
public final class DatasetCatalog {
    private static final String BUNDLED_NAME = "Fashion-MNIST";
    private static final String BUNDLED_FOLDER = "/assets/fashion-mnist";
    private static final long GIBIBYTE = 1L << 30;

    private final long memory;
    private final Supplier<PixelBudget> budget;
    private final Supplier<Path> cache;

    /**
     * Creates a catalog that reads datasets into memory up to 1 GiB or a quarter of the heap, whichever is less. The
     * images of larger ones are kept once they were decoded, up to a third of the heap that is not in use.
     */
    public DatasetCatalog() {
        this(
                Math.min(GIBIBYTE, Runtime.getRuntime().maxMemory() / 4),
                PixelBudget::ofThisProcess,
                DatasetCatalog::archives);
    }

    /**
     * Creates a catalog.
     *
     * @param memory bytes of pixels up to which a dataset is held in memory; nothing is kept of a larger one
     */
    public DatasetCatalog(long memory) {
        this(memory, DatasetCatalog::archives);
    }

    /**
     * Creates a catalog.
     *
     * @param memory bytes of pixels up to which a dataset is held in memory; nothing is kept of a larger one
     * @param cache folder that archives are extracted to, requested when it is needed
     */
    public DatasetCatalog(long memory, Supplier<Path> cache) {
        this(memory, () -> new PixelBudget(0), cache);
    }

    private DatasetCatalog(long memory, Supplier<PixelBudget> budget, Supplier<Path> cache) {
        this.memory = memory;
        this.budget = budget;
        this.cache = cache;
    }

    private static Path archives() {
        return AppDirectories.cache(System.getProperties(), System.getenv()).resolve("datasets");
    }

    /**
     * Opens a dataset. A small one is decoded into memory; of a large one with many files only the names are read, and
     * images are decoded on demand and kept as long as there is memory for them.
     *
     * @param config dataset with the target size and color mode of its images; a relative path is resolved against the
     *     working folder
     * @throws DatasetException if there is no such dataset or one of its files is missing or invalid
     * @throws IOException if a file cannot be read
     */
    public ImageDataset load(DatasetConfig config) throws IOException {
        DatasetSource opened = DepthProbe.noted(open(config), config);
        ImageFormat format = ImageFormat.of(opened, config);
        DatasetSource source = format.noted(opened);
        Optional<Normalization> given = givenNormalization(config, format)
                .or(() -> source.normalization().filter(own -> own.channels() == format.channels()));
        if (source.validation().isEmpty()
                && !source.splitBySeed()
                && source.variant().isNone()
                && source.train() instanceof LabeledImages train
                && source.test() instanceof LabeledImages test
                && format.matches(train)) {
            return new InMemoryDataset(source.name(), source.classNames(), train, test, given, source.notes());
        }
        PreprocessedDataset dataset = new PreprocessedDataset(source, format, given, budget.get());
        long bytes = format.bytes((long) source.train().count() + source.test().count());
        return bytes <= memory ? dataset.held() : dataset;
    }

    /**
     * Opens the part of a dataset that a configuration selects, with the requested held-out images and stress. No image
     * is decoded, unless unreadable ones are to be left out.
     */
    public DatasetSource open(DatasetConfig config) throws IOException {
        DatasetSource selected = new DatasetSelection(config.selection()).of(openAll(config));
        DatasetSource divided = new HeldOutImages(config.heldOut(), config.splitSeed()).of(selected);
        return new StressedTraining(config.stress(), config.splitSeed()).of(divided);
    }

    /**
     * Opens a dataset as stored, with its unreadable images and empty classes.
     *
     * @throws DatasetException if it is missing, invalid, or has no images to test on
     */
    public DatasetSource openAll(DatasetConfig config) throws IOException {
        DatasetSource stored = stored(config);
        if (stored.test().count() == 0) {
            throw new DatasetException(Message.of("folder.noTest", config.source()));
        }
        return stored;
    }

    private DatasetSource stored(DatasetConfig config) throws IOException {
        String source = config.source();
        if (source.equals(DatasetConfig.BUNDLED)) {
            return new IdxDatasetReader(new DatasetFolder.OnClassPath(BUNDLED_FOLDER)).read(BUNDLED_NAME);
        }
        if (Source.isBundled(source)) {
            throw new DatasetException(Message.of("dataset.unknown", source, DatasetConfig.BUNDLED));
        }
        DatasetLocator place = DatasetLocator.find(source);
        Path path = place.path();
        String name = nameOf(path);
        return switch (place.layout()) {
            case IDX -> new IdxDatasetReader(new DatasetFolder.OnDisk(path)).read(name);
            case CIFAR_10 -> cifar(path, CifarReader.Version.CIFAR_10).read(name);
            case CIFAR_100 -> cifar(path, CifarReader.Version.CIFAR_100).read(name);
            case TINY_IMAGENET -> new TinyImageNetReader(path).read(name);
            case SPLIT_FOLDERS -> folder(path, name, FolderSplits.of(path), config);
            case CLASS_FOLDERS -> folder(path, name, FolderSplits.none(), config);
            case CIFAR_10_PYTHON ->
                python(path, CifarPythonReader.Version.CIFAR_10).read(name);
            case CIFAR_100_PYTHON ->
                python(path, CifarPythonReader.Version.CIFAR_100).read(name);
            case TABLE ->
                TableReader.in(path, config.fitting().whiteLevel())
                        .orElseThrow(() -> new DatasetException(Message.of("dataset.tableGone", path)))
                        .read(name, split(config));
            case NPZ -> new NpzDatasetReader(path).read(name, split(config));
            case PARQUET ->
                new ParquetReader(path, config.fitting().whiteLevel()).read(hubName(path, name), split(config));
            case ARCHIVE -> archive(path, name, config);
            case UNKNOWN -> throw new IllegalStateException("a place is known");
        };
    }

    /** Opens an archive of CIFAR, or the folder that another archive is extracted to. */
    private DatasetSource archive(Path file, String name, DatasetConfig config) throws IOException {
        if (new CifarArchive(file).isCifar()) {
            return new CifarArchive(file).read(name);
        }
        Path folder = new ExtractedArchive(file, cache.get()).folder();
        DatasetSource source = openAll(config.withSource(folder.toString()));
        return source.withName(name);
    }

    private static CifarPythonReader python(Path folder, CifarPythonReader.Version version) {
        return new CifarPythonReader(new DatasetFolder.OnDisk(folder), version);
    }

    private static CifarReader cifar(Path folder, CifarReader.Version version) {
        return new CifarReader(new DatasetFolder.OnDisk(folder), version);
    }

    /**
     * Opens an image folder. An export of this program is tested on the images that it was distilled from, if these
     * exist and are unchanged; of any other folder without a test split a share is held out.
     */
    private DatasetSource folder(Path folder, String name, FolderSplits splits, DatasetConfig config)
            throws IOException {
        ImageFolderReader reader =
                new ImageFolderReader(folder, config.fitting().whiteLevel());
        if (splits.test().isEmpty()) {
            Optional<FolderManifest> manifest = FolderManifest.in(folder);
            Optional<DatasetSource> real = manifest.flatMap(exported -> real(exported, folder));
            if (real.isPresent()) {
                return reader.readDistilled(name, splits.train(), real.get());
            }
        }
        return reader.read(name, splits, split(config));
    }

    private Optional<DatasetSource> real(FolderManifest manifest, Path folder) {
        Optional<DistillationProvenance> origin =
                manifest.origin().filter(from -> !isAt(from.experiment().dataset(), folder));
        try {
            return origin.isEmpty()
                    ? Optional.empty()
                    : Optional.of(open(origin.get().experiment().dataset().scoredOn(ScoredOn.TEST)))
                            .filter(found -> found.classNames().equals(manifest.classNames())
                                    || found.classes().folders().equals(manifest.classNames()))
                            .filter(found ->
                                    found.fingerprint().equals(origin.get().datasetFingerprint()));
        } catch (IOException e) {
            // The original is elsewhere or on another machine: the export is a dataset without it, too.
            return Optional.empty();
        }
    }

    private static boolean isAt(DatasetConfig dataset, Path folder) {
        return !Source.isBundled(dataset.source())
                && folder.toAbsolutePath()
                        .normalize()
                        .equals(Path.of(dataset.source()).toAbsolutePath().normalize());
    }

    private static SeededSplit split(DatasetConfig config) {
        return new SeededSplit(config.testShare(), config.splitSeed());
    }

    private static Optional<Normalization> givenNormalization(DatasetConfig config, ImageFormat format)
            throws DatasetException {
        if (config.normalization().isEmpty()) {
            return Optional.empty();
        }
        Normalization given = new Normalization(
                config.normalization().get().mean(),
                config.normalization().get().std());
        if (given.channels() != format.channels()) {
            throw new DatasetException(
                    Message.of("dataset.normalization", given.channels(), config.source(), format.channels()));
        }
        return Optional.of(given);
    }

    /** Returns the name of the folder above {@code data}, in which a repository of the hub has its files. */
    private static String hubName(Path path, String name) throws IOException {
        Path above = path.toRealPath().getParent();
        return name.equals("data") && above != null && above.getFileName() != null
                ? above.getFileName().toString()
                : name;
    }

    private static String nameOf(Path path) throws IOException {
        Path name = path.toRealPath().getFileName();
        return name == null
                ? path.toString()
                : name.toString().replaceFirst("(?i)\\.(tar\\.gz|tgz|tar|zip|npz|parquet)$", "");
    }
}
