package org.dwastudio.compute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dwastudio.compute.ComputeProblem.Kind;
import org.dwastudio.file.BoundedFile;

/**
 * PyTorch build on the disk that is compatible with this program: of the version and one of the variants that DJL's JNI
 * bridge supports.
 *
 * @param folder folder of the libraries
 * @param flavour {@code cpu} or {@code cu128}
 */
public record LibtorchFolder(Path folder, String flavour) {
    /** Version that the bridge was built for; another one loads, and then fails in the first tensor or later. */
    public static final String VERSION = "2.7.1";

    /** Variant with CUDA. */
    public static final String CUDA_FLAVOUR = "cu128";

    static final String CPU_FLAVOUR = "cpu";

    private static final long MOST_BYTES = 1 << 20;
    /** The time of a search grows with the square of a line. */
    private static final int LONGEST_LINE = 200;

    /** Library that identifies a folder. */
    static final String LIBTORCH = System.mapLibraryName("torch");

    private static final String WITH_CUDA = System.mapLibraryName("torch_cuda");
    /** Version in the archives of libtorch: {@code 2.7.1+cu128}. */
    private static final Pattern BUILD_VERSION = Pattern.compile("(\\d+(?:\\.\\d+)+\\S*?)(?:\\+(\\w+))?");
    /** Version in the Python packages: {@code __version__ = '2.7.1+cpu'}. */
    private static final Pattern PYTHON_VERSION =
            Pattern.compile("__version__\\s*=\\s*['\"](\\d+(?:\\.\\d+)+\\S*?)(?:\\+(\\w+))?['\"]");
    /** Folders created by DJL: {@code 2.7.1-cu128-linux-x86_64}, with or without a date. */
    private static final Pattern FOLDER_NAME = Pattern.compile("(\\d+(?:\\.\\d+)+)(?:-\\d{8})?-(cpu|cu\\d{3})-.+");

    /** Version and variant that a build states. */
    private record Build(String version, Optional<String> flavour) {}

    /**
     * Checks a folder, or its subfolder {@code lib}.
     *
     * @throws ComputeException if it is not a compatible build
     */
    public static LibtorchFolder check(Path chosen) throws ComputeException {
        if (!Files.isDirectory(chosen)) {
            throw new ComputeException(Kind.NO_FOLDER, chosen);
        }
        Path folder = Stream.of(chosen, chosen.resolve("lib"))
                .filter(place -> Files.isRegularFile(place.resolve(LIBTORCH)))
                .findFirst()
                .orElseThrow(() -> new ComputeException(Kind.NO_LIBTORCH, chosen, LIBTORCH));
        Build build = build(folder).orElseThrow(() -> new ComputeException(Kind.UNKNOWN_VERSION, chosen, VERSION));
        if (!build.version().equals(VERSION)) {
            throw new ComputeException(Kind.WRONG_VERSION, chosen, build.version(), VERSION);
        }
        String flavour = build.flavour()
                .orElseGet(() -> Files.exists(folder.resolve(WITH_CUDA)) ? "an unknown CUDA" : CPU_FLAVOUR);
        if (!flavour.equals(CPU_FLAVOUR) && !flavour.equals(CUDA_FLAVOUR)) {
            throw new ComputeException(Kind.OTHER_BUILD, chosen, flavour, CPU_FLAVOUR + ", " + CUDA_FLAVOUR);
        }
        return new LibtorchFolder(folder, flavour);
    }

    public boolean hasCuda() {
        return flavour.equals(CUDA_FLAVOUR);
    }

    /** Returns a fingerprint that changes when any library of the build does. */
    String fingerprint() throws IOException {
        TreeSet<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.add(file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return folder + " " + Integer.toHexString(files.hashCode());
    }

    private static Optional<Build> build(Path folder) {
        List<Path> places = new ArrayList<>(List.of(folder));
        Optional.ofNullable(folder.getParent()).ifPresent(places::add);
        for (Path place : places) {
            Optional<Build> found = read(place.resolve("build-version"), BUILD_VERSION)
                    .or(() -> read(place.resolve("version.py"), PYTHON_VERSION));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.ofNullable(folder.getFileName())
                .map(name -> FOLDER_NAME.matcher(name.toString()))
                .filter(Matcher::matches)
                .map(LibtorchFolder::build);
    }

    private static Optional<Build> read(Path file, Pattern pattern) {
        try {
            return BoundedFile.readLines(file, MOST_BYTES).stream()
                    .filter(line -> line.length() <= LONGEST_LINE)
                    .map(line -> pattern.matcher(line.strip()))
                    .filter(Matcher::matches)
                    .findFirst()
                    .map(LibtorchFolder::build);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Build build(Matcher found) {
        return new Build(found.group(1), Optional.ofNullable(found.group(2)));
    }
}
