package org.dwastudio.stage.export.format;

/** Encoding of exported images. */
public enum ImageEncoding {
    /** Lossless: the files of the run, without folders in their provenance texts. */
    PNG(".png", "PNG"),
    /** Quality 95 of 100 without chroma subsampling; pixels change slightly. */
    JPEG(".jpg", "JPEG, quality 95");

    private final String ending;
    private final String description;

    ImageEncoding(String ending, String description) {
        this.ending = ending;
        this.description = description;
    }

    /** Returns the file extension with its dot. */
    public String ending() {
        return ending;
    }

    /** Returns the description in a manifest. */
    public String description() {
        return description;
    }
}
