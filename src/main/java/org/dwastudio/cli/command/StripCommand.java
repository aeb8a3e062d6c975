package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.ExperimentInputs;
import org.dwastudio.cli.option.ExperimentOptions;
import org.dwastudio.cli.progress.ConsoleProgress;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.cli.text.PrecisionWarning;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.setting.ClosestName;
import org.dwastudio.config.yaml.ListedSetting;
import org.dwastudio.engine.Engine;
import org.dwastudio.file.SafeName;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.record.ImageStrip;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.text.CountText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command that synthesizes an experiment once per value of a setting and renders one row of images per value. */
@Command(
        name = "strip",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the effect of a parameter on the images.",
            "",
            "An experiment is synthesized once for each value, and the images are rendered in one PNG, with one row per"
                    + " value. Everything else stays the same, including the seed. The folder also contains a run folder for each value. Few images"
                    + " are enough: --set synthesis.imagesPerClass=1 is quick. Of more than "
                    + ImageStrip.MOST_CLASSES
                    + " classes, the first are shown.",
            "Ctrl-C stops before the next iteration; finished values are kept.",
            ""
        })
public final class StripCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options;

    @Option(
            names = "--parameter",
            required = true,
            paramLabel = "KEY",
            description = "The parameter, named as for --set: synthesis.rho")
    private String key;

    @Option(
            names = "--values",
            required = true,
            split = ",",
            paramLabel = "VALUE",
            description = "Its values, separated by commas: 0,0.015,0.1")
    private List<String> values = List.of();

    public StripCommand(EngineFactory engines) {
        this.engines = engines;
    }

    /** A value of the parameter and the experiment with that value. */
    private record Variant(String value, Experiment experiment) {}

    @Override
    public Integer call() throws Exception {
        Experiment common = options.experiment();
        ExperimentInputs.requireDataset(spec, common);
        ExperimentInputs.requireTeacher(spec, common);
        // Validates all values first: an invalid last value must not be rejected after the others were computed.
        List<Variant> variants = new ArrayList<>();
        for (String value : values) {
            variants.add(new Variant(value, with(value)));
        }
        String setting = key.substring(key.lastIndexOf('.') + 1);
        String name = "strip-" + SafeName.of(setting, "setting");
        Path folder = options.folder(common.withName(name));
        RunDirectory.requireVacant(folder);

        List<ImageStrip.Row> done = rows(variants, setting, folder);
        PrintWriter out = spec.commandLine().getOut();
        if (done.size() < variants.size()) {
            out.println("Stopped with " + done.size() + " of " + CountText.of(variants.size(), "value")
                    + " done. They are in " + folder.toAbsolutePath());
        } else {
            Path strip = folder.resolve(name + ".png");
            new ImageStrip(done).write(strip, common);
            out.println("Strip: " + strip.toAbsolutePath());
        }
        out.flush();
        return ExitCode.DONE;
    }

    private Experiment with(String value) throws ConfigException {
        try {
            return options.experimentWith(key, value);
        } catch (ConfigException e) {
            List<String> known =
                    ListedSetting.all().stream().map(ListedSetting::key).toList();
            if (known.contains(key)) {
                throw e;
            }
            String hint = known.stream()
                    .filter(whole -> whole.endsWith("." + key))
                    .findFirst()
                    .or(() -> ClosestName.of(key, known))
                    .map(meant -> "; did you mean " + meant + "?")
                    .orElse("; 'dwa-studio settings' lists all keys");
            throw new ParameterException(spec.commandLine(), "--parameter " + key + ": unknown key" + hint, e);
        }
    }

    private List<ImageStrip.Row> rows(List<Variant> variants, String setting, Path folder) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        List<ImageStrip.Row> done = new ArrayList<>();
        try (Engine engine = engines.open()) {
            for (Variant variant : variants) {
                err.println(
                        setting + " = " + variant.value() + " (" + (done.size() + 1) + " of " + variants.size() + ")");
                err.flush();
                String name =
                        SafeName.padded(done.size(), variants.size()) + "-" + SafeName.of(variant.value(), "value");
                SynthesisOutcome outcome = synthesize(engine, variant.experiment(), folder.resolve(name));
                if (outcome.cancelled()) {
                    break;
                }
                done.add(new ImageStrip.Row(variant.value(), new RunDirectory(outcome.folder())));
            }
        }
        return done;
    }

    private SynthesisOutcome synthesize(Engine engine, Experiment experiment, Path folder) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        PrecisionWarning.print(engine, experiment, err);
        ConsoleProgress progress = ConsoleProgress.to(err);
        StageRun<SynthesisOutcome> run = engine.start(SynthesisRequest.fresh(experiment, folder), progress);
        try (ShutdownHandler interruption = new ShutdownHandler(run.control())) {
            return interruption.await(run.outcome(), progress);
        }
    }
}
