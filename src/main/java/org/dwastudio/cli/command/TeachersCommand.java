package org.dwastudio.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.text.PrintableText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The library of teachers from the command line. */
@Command(
        name = "teachers",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the teacher library.",
            "",
            "Each line contains name, network, dataset, test accuracy, date and file. The commands below add, rename or delete a teacher.",
            ""
        })
public final class TeachersCommand implements Callable<Integer> {
    private final TeacherLibrary teachers;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "Another library than dwa-studio/teachers in the home folder.")
    private Path folder;

    public TeachersCommand(TeacherLibrary teachers) {
        this.teachers = teachers;
    }

    @Override
    public Integer call() throws IOException {
        TeacherLibrary.Content content = library().read();
        PrintWriter out = spec.commandLine().getOut();
        if (content.teachers().isEmpty()) {
            out.println("There are no teachers in " + library().folder() + " yet.");
        }
        content.teachers().forEach(entry -> out.println(line(entry)));
        content.broken().forEach(broken -> out.println("Broken: " + broken.problem()));
        out.flush();
        return ExitCode.DONE;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Copies a teacher to the library, for example that of a run folder.")
    int add(
            @Parameters(paramLabel = "FILE", description = "A teacher; weights need import-weights.") Path file,
            @Option(names = "--name", paramLabel = "NAME", description = "Default: network and dataset.") String name)
            throws IOException {
        TeacherMetadata metadata = TeacherMetadata.read(file);
        String usual =
                metadata.network().architecture() + "-w" + metadata.network().width() + "-" + metadata.dataset();
        return say("Added ", library().add(file, name == null ? usual : name));
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, description = "Renames a teacher.")
    int rename(
            @Parameters(paramLabel = "TEACHER", description = "Its name or file.") String teacher,
            @Parameters(paramLabel = "NAME", description = "The new name.") String name)
            throws IOException {
        return say("Renamed to ", library().rename(named(teacher), name));
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Moves a teacher into the trash.")
    int delete(@Parameters(paramLabel = "TEACHER", description = "Its name or file.") String teacher)
            throws IOException {
        Path file = named(teacher);
        library().delete(file);
        return say("Moved into the trash: ", file);
    }

    private TeacherLibrary library() {
        return folder == null ? teachers : teachers.at(folder);
    }

    private Path named(String teacher) throws IOException {
        return library().list().stream()
                .filter(entry -> entry.name().equals(teacher))
                .findFirst()
                .map(TeacherLibrary.Entry::file)
                .orElseGet(() -> Path.of(teacher).getNameCount() > 1 || teacher.endsWith(".safetensors")
                        ? Path.of(teacher)
                        : library().folder().resolve(teacher + ".safetensors"));
    }

    private int say(String what, Path place) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(what + place);
        out.flush();
        return ExitCode.DONE;
    }

    private static String line(TeacherLibrary.Entry entry) {
        TeacherMetadata metadata = entry.metadata();
        return String.format(
                Locale.ROOT,
                "%-28s  %-18s  %-20s  %6s  %s  %s",
                PrintableText.name(entry.name()),
                metadata.network().architecture() + "-w" + metadata.network().width(),
                PrintableText.name(metadata.dataset()),
                Double.isNaN(metadata.testAccuracy())
                        ? "–"
                        : String.format(Locale.ROOT, "%.1f %%", 100 * metadata.testAccuracy()),
                LocalDate.ofInstant(entry.modified(), ZoneId.systemDefault()),
                entry.file());
    }
}
