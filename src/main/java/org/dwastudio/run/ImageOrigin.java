package org.dwastudio.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.image.codec.JpegText;
import org.dwastudio.image.codec.PngText;

/**
 * Provenance of an image, stored in its PNG or JPEG file: the experiment that created it and its place in the grid. It
 * does not change from run to run, so that repeated runs stay identical byte for byte.
 *
 * @param experiment whole experiment, with the tuning changes up to the image's creation
 * @param place place in the grid; empty for a contact sheet
 */
public record ImageOrigin(Experiment experiment, Optional<Place> place) {
    private static final String EXPERIMENT = "dwa-experiment";
    private static final String IMAGE = "dwa-picture";
    private static final String LABEL = "label: ";
    private static final String COLUMN = "ipc: ";
    private static final String CLASS = "class: ";

    /**
     * Place in the grid.
     *
     * @param label class, from 0
     * @param className class name in the dataset
     * @param column ipc index, from 0
     */
    public record Place(int label, String className, int column) {}

    /**
     * Creates the provenance of an image in the grid. The experiment is that of the whole run, even if only some
     * columns are computed.
     */
    static ImageOrigin at(Experiment experiment, int label, String className, int column) {
        return new ImageOrigin(whole(experiment), Optional.of(new Place(label, className, column)));
    }

    /** Creates the provenance of an image that shows a whole run. */
    public static ImageOrigin of(Experiment experiment) {
        return new ImageOrigin(whole(experiment), Optional.empty());
    }

    private static Experiment whole(Experiment experiment) {
        return experiment.withSynthesis(experiment.synthesis().whole());
    }

    /**
     * Reads the provenance of a PNG or JPEG file.
     *
     * @return empty if the file has none
     * @throws IOException if the file cannot be read or is damaged, with a message for the user
     * @throws ConfigException if its experiment is invalid, for example one of a newer version, with a message for the
     *     user
     */
    public static Optional<ImageOrigin> read(Path image) throws IOException, ConfigException {
        Map<String, String> texts = JpegText.isJpeg(image) ? JpegText.read(image) : PngText.read(image);
        if (!texts.containsKey(EXPERIMENT)) {
            return Optional.empty();
        }
        Experiment experiment = ExperimentReader.parse(texts.get(EXPERIMENT), image.toString());
        return Optional.of(new ImageOrigin(experiment, place(texts.getOrDefault(IMAGE, ""))));
    }

    /** Returns a form that can be published, see {@link Experiment#withoutFolders()}. */
    public ImageOrigin withoutFolders() {
        return new ImageOrigin(experiment.withoutFolders(), place);
    }

    /** Returns the bytes of a complete PNG with this as its only text. */
    public byte[] inPng(byte[] png) throws IOException {
        return PngText.added(PngText.removed(png), texts());
    }

    /** Returns the bytes of a JPEG with this as its text. */
    public byte[] inJpeg(byte[] jpeg) throws IOException {
        return JpegText.added(jpeg, texts());
    }

    /** Returns the texts by keyword, as stored in the file. */
    public Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>(placeText());
        texts.putAll(experimentText());
        return texts;
    }

    /** Returns the part that differs between images. */
    Map<String, String> placeText() {
        return Map.of(
                IMAGE,
                "run: " + oneLine(experiment.name())
                        + place.map(ImageOrigin::text).orElse(""));
    }

    /** Returns the part that all images of a column share. */
    Map<String, String> experimentText() throws IOException {
        return Map.of(EXPERIMENT, ExperimentWriter.toYaml(experiment));
    }

    private static String text(Place place) {
        return "\n" + LABEL + place.label() + "\n" + CLASS + oneLine(place.className()) + "\n" + COLUMN
                + place.column();
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\R", " ");
    }

    private static Optional<Place> place(String text) {
        Optional<String> label = value(text, LABEL);
        Optional<String> column = value(text, COLUMN);
        Optional<String> className = value(text, CLASS);
        if (label.filter(ImageOrigin::isNumber).isEmpty()
                || column.filter(ImageOrigin::isNumber).isEmpty()
                || className.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Place(Integer.parseInt(label.get()), className.get(), Integer.parseInt(column.get())));
    }

    private static Optional<String> value(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst();
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}");
    }
}
