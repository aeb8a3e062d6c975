package org.dwastudio.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.StoredImages;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import picocli.CommandLine.Option;

/** Options of an animation: a single image, and the scale. */
public final class AnimationArguments {
    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "Of an animation, with --column: the class of a single image, its name or its number from 0.")
    private Optional<String> className = Optional.empty();

    @Option(
            names = "--column",
            paramLabel = "COLUMN",
            description = "Of an animation, with --class: the column of a single image, from 0.")
    private Optional<Integer> column = Optional.empty();

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Of an animation: enlarges every image N times, 1 to 16 (default: by its size).")
    private Optional<Integer> scale = Optional.empty();

    /**
     * Returns the options, with the number of the named class.
     *
     * @param run folder of the run, which names the classes
     * @throws IllegalArgumentException if they contradict each other, with a message for the user
     * @throws IOException if the run has no such class, with a message for the user
     */
    public AnimationOptions options(Path run) throws IOException {
        if (className.isPresent() != column.isPresent()) {
            throw new DescribedArgumentException(Message.of("animation.halfPlace"));
        }
        Optional<AnimationOptions.Place> image = className.isPresent()
                ? Optional.of(new AnimationOptions.Place(label(run, className.get()), column.orElse(0)))
                : Optional.empty();
        return new AnimationOptions(image, scale.isPresent() ? OptionalInt.of(scale.get()) : OptionalInt.empty());
    }

    /** Returns the number of a class; a name counts before a number. */
    private static int label(Path run, String wanted) throws IOException {
        List<String> names = StoredImages.in(RunDirectory.open(run)).classNames();
        int named = names.indexOf(wanted);
        if (named >= 0) {
            return named;
        }
        if (wanted.matches("\\d{1,6}")) {
            return Integer.parseInt(wanted);
        }
        throw new RunFolderException(
                run,
                names.isEmpty()
                        ? Message.of("animation.unnamed", wanted)
                        : Message.of("animation.noClassName", wanted, String.join(", ", names)));
    }
}
