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
 * Where a picture comes from, as its PNG or JPEG file says: the experiment that made it and its place in the grid. Nothing in it
 * changes from run to run, so that repeated runs stay the same byte for byte.
 *
 * @param experiment whole, with the tuning changes that had happened when the picture was made
 * @param place in the grid; empty of a contact sheet
 */
public record ImageOrigin(Experiment experiment, Optional<Place> place) {
    private static final String EXPERIMENT = "dwa-experiment";
    private static final String PICTURE = "dwa-picture";
    private static final String LABEL = "label: ";
    private static final String COLUMN = "ipc: ";
    private static final String CLASS = "class: ";

    /**
     * A place in the grid.
     *
     * @param label of the class, from 0
     * @param className as the dataset has it
     * @param column ipc index, from 0
     */
    public record Place(int label, String className, int column) {}

    /** Of a picture of the grid. The experiment is that of the whole run, also where only some columns are computed. */
    static ImageOrigin at(Experiment experiment, int label, String className, int column) {
        return new ImageOrigin(whole(experiment), Optional.of(new Place(label, className, column)));
    }

    /** Of a picture that shows all of a run. */
    public static ImageOrigin of(Experiment experiment) {
        return new ImageOrigin(whole(experiment), Optional.empty());
    }

    private static Experiment whole(Experiment experiment) {
        return experiment.withSynthesis(experiment.synthesis().whole());
    }

    /**
     * What a PNG or JPEG file says of itself.
     *
     * @return empty when it says nothing
     * @throws IOException when the file cannot be read or is damaged, in words
     * @throws ConfigException when its experiment is not allowed, for example one of a newer version, in words
     */
    public static Optional<ImageOrigin> read(Path picture) throws IOException, ConfigException {
        Map<String, String> texts = JpegText.isJpeg(picture) ? JpegText.read(picture) : PngText.read(picture);
        if (!texts.containsKey(EXPERIMENT)) {
            return Optional.empty();
        }
        Experiment experiment = ExperimentReader.parse(texts.get(EXPERIMENT), picture.toString());
        return Optional.of(new ImageOrigin(experiment, place(texts.getOrDefault(PICTURE, ""))));
    }

    /** The same as it may be given away, see {@link Experiment#withoutFolders()}. */
    public ImageOrigin withoutFolders() {
        return new ImageOrigin(experiment.withoutFolders(), place);
    }

    /** The bytes of a whole PNG that says this of itself, and nothing else. */
    public byte[] inPng(byte[] png) throws IOException {
        return PngText.added(PngText.removed(png), texts());
    }

    /** The bytes of a JPEG that says this of itself. */
    public byte[] inJpeg(byte[] jpeg) throws IOException {
        return JpegText.added(jpeg, texts());
    }

    /** By keyword, as they are put into the file. */
    public Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>(placeText());
        texts.putAll(experimentText());
        return texts;
    }

    /** The part that is each picture's own. */
    Map<String, String> placeText() {
        return Map.of(
                PICTURE,
                "run: " + oneLine(experiment.name())
                        + place.map(ImageOrigin::text).orElse(""));
    }

    /** The part that all pictures of a column have in common. */
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
