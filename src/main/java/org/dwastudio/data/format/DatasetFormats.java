package org.dwastudio.data.format;

import org.dwastudio.text.Message;

/** Formats of datasets that can be read, as error messages and the command line list them. */
public final class DatasetFormats {
    /** Published datasets, which the names of their files identify. */
    public static final String PUBLISHED = "MNIST, Fashion-MNIST, CIFAR-10, CIFAR-100, Tiny-ImageNet";

    /** Extensions of tables with the classes of images. */
    public static final String TABLES = ".csv, .tsv, .jsonl";

    /** Extensions of files with images and labels. */
    public static final String FILES = ".npz, .parquet";

    /** Extensions of archives. */
    public static final String ARCHIVES = ".zip, .tar, .tar.gz, .tgz";

    private DatasetFormats() {}

    /** Returns all formats as the object of a sentence. */
    static Message all() {
        return Message.of("dataset.formats", TABLES, PUBLISHED, FILES, ARCHIVES);
    }
}
