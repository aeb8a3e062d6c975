package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.cli.progress.ProgressLines;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.cli.text.ChanceLevelWarning;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.stage.RunControl;
import org.dwastudio.teacher.ImportConsents;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.text.CountText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A teacher from weights that were trained elsewhere. */
@Command(
        name = "import-weights",
        mixinStandardHelpOptions = true,
        description = {
            "Imports weights that were trained elsewhere as a teacher.",
            "",
            "Formats: PyTorch's .pth/.pt/.bin/.ckpt, TorchScript archives, safetensors or npz. Only tensors are read;"
                    + " other Python objects of a checkpoint are listed and never created. The teacher is measured on the"
                    + " dataset's test split before it is written.",
            "",
            "Without --architecture the network is found by the names and shapes of the tensors, or under other names by"
                    + " their order and shapes. Where more than one network or order is possible, and for the normalization"
                    + " unless --mean and --std give it, the candidates are measured on a sample of the test images and"
                    + " the best is taken.",
            ""
        })
public final class ImportWeightsCommand implements Callable<Integer> {
    private final EngineFactory engines;
    private final TeacherLibrary teachers;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The weights.")
    private Path weights;

    @Mixin
    private ImportedImages images;

    @Mixin
    private ImportedNetwork network;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write the teacher, a .safetensors file. Default: in the teacher library.")
    private Path out;

    @Option(
            names = "--ignore-extra",
            description = "Leave out tensors that the network does not use, such as those of a loss or a metric.")
    private boolean ignoreExtra;

    @Option(
            names = "--other-classes",
            description = "Accept a teacher whose class names differ from those of the dataset.")
    private boolean otherClasses;

    @Option(names = "--name", paramLabel = "NAME", description = "Its name in the library. Default: that of FILE.")
    private String name;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Another library than dwa-studio/teachers in the home folder.")
    private Path folder;

    public ImportWeightsCommand(EngineFactory engines, TeacherLibrary teachers) {
        this.engines = engines;
        this.teachers = teachers;
    }

    @Override
    public Integer call() throws Exception {
        DatasetConfig dataset = images.dataset(spec);
        Optional<NetworkConfig> wanted = network.config(spec);
        TeacherImport request = new TeacherImport(weights, wanted, dataset, target())
                .with(new ImportConsents(ignoreExtra, otherClasses));
        RunControl control = new RunControl();
        ProgressListener progress = ProgressLines.counting(spec.commandLine().getErr(), "test images");
        try (Engine engine = engines.open()) {
            CompletableFuture<ImportedTeacher> future =
                    engine.teachers().importWeights(request, progress, control.token());
            try (ShutdownHandler interruption = new ShutdownHandler(control)) {
                ImportedTeacher teacher = interruption.await(future);
                report(teacher, spec.commandLine().getOut(), spec.commandLine().getErr());
            }
            return ExitCode.DONE;
        }
    }

    private Path target() {
        if (out != null) {
            return out;
        }
        String stem = weights.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        TeacherLibrary library = folder == null ? teachers : teachers.at(folder);
        return library.placeFor(name == null ? stem : name);
    }

    private static void report(ImportedTeacher teacher, PrintWriter out, PrintWriter err) {
        NetworkConfig network = teacher.summary().network();
        double accuracy = teacher.summary().testAccuracy().orElse(0);
        out.printf(
                Locale.ROOT,
                "Network:       %s, width %d, stem %s, %s, %d classes, %d×%d%n",
                network.architecture(),
                network.width(),
                network.stem().name().toLowerCase(Locale.ROOT),
                CountText.of(network.channels(), "channel"),
                network.classes(),
                network.imageSize(),
                network.imageSize());
        out.printf(Locale.ROOT, "Test accuracy: %.1f %% (guessing: %.1f %%)%n", 100 * accuracy, 100 * teacher.chance());
        out.println("Teacher:       " + teacher.file().toAbsolutePath());
        ImportedNames.lines(teacher).forEach(out::println);
        out.flush();
        if (teacher.isNearChance()) {
            err.println(ChanceLevelWarning.warning());
            err.flush();
        }
    }
}
