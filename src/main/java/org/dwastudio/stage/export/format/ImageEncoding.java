package org.dwastudio.stage.export.format;

/** How exported pictures are stored. */
public enum ImageEncoding {
    /** Nothing is lost: the files of the run, byte for byte. */
    PNG(".png", "PNG"),
    /** At quality 95 of 100, colour as finely sampled as brightness; pixels change a little. */
    JPEG(".jpg", "JPEG, quality 95");

    private final String ending;
    private final String description;

    ImageEncoding(String ending, String description) {
        this.ending = ending;
        this.description = description;
    }

    /** Of files, with its dot. */
    public String ending() {
        return ending;
    }

    /** In words, as a manifest says it. */
    public String description() {
        return description;
    }
}
