package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.ExperimentInputs;
import org.dwastudio.cli.option.StartOptions;
import org.dwastudio.cli.option.TrainedNetworks;
import org.dwastudio.cli.progress.ConsoleProgress;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.cli.text.EstimateText;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.text.CountText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Command that trains a teacher. */
@Command(
        name = "squeeze",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a teacher on the dataset of an experiment, with its block 'squeeze'.",
            "",
            "The run folder contains teacher.safetensors (the last epoch), teacher-best.safetensors (the epoch with the"
                    + " best test accuracy, if different), experiment.yaml, metrics.csv and run.log.",
            "Ctrl-C stops before the next step and keeps both. A checkpoint is written after every epoch, so an"
                    + " interrupted training can be resumed.",
            "Disable flips if a mirrored image has another meaning (digits, letters, signs):"
                    + " --set squeeze.horizontalFlip=false.",
            ""
        })
public final class SqueezeCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StartOptions start;

    public SqueezeCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!start.check(err, "squeeze")) {
            return ExitCode.WRONG_INPUT;
        }
        Optional<Experiment> experiment =
                start.resumed().isPresent() ? Optional.empty() : Optional.of(start.experiment());
        experiment.ifPresent(asked -> {
            start.requireForSqueeze(spec);
            ExperimentInputs.requireDataset(spec, asked);
            TrainedNetworks.require(spec, "squeeze", asked.squeeze().network());
        });
        try (Engine engine = engines.open()) {
            if (experiment.isPresent()) {
                EstimateText text = new EstimateText(
                        FutureResults.of(engine.estimate(SqueezeRequest.planned(experiment.get()))),
                        "squeeze.batchSize");
                text.print(start.estimateOnly(), out, err);
            }
            if (!start.estimateOnly()) {
                report(run(engine, experiment, err), out);
            }
            out.flush();
            return ExitCode.DONE;
        }
    }

    private SqueezeOutcome run(Engine engine, Optional<Experiment> experiment, PrintWriter err) throws Exception {
        ConsoleProgress progress = ConsoleProgress.to(err);
        StageRun<SqueezeOutcome> run = experiment.isPresent()
                ? engine.start(SqueezeRequest.fresh(experiment.get(), start.folder(experiment.get())), progress)
                : engine.start(SqueezeRequest.resumed(start.resumed().orElseThrow()), progress);
        try (ShutdownHandler interruption = new ShutdownHandler(run.control())) {
            return interruption.await(run.outcome(), progress);
        }
    }

    private static void report(SqueezeOutcome outcome, PrintWriter out) {
        if (outcome.cancelled()) {
            out.println("Stopped after " + CountText.of(outcome.epochs(), "epoch")
                    + ". The teacher so far is kept. Resume with: dwa-studio squeeze --resume "
                    + outcome.folder());
        }
        if (outcome.newHead()) {
            out.println("Last layer:    drawn at random, because the weights to start from have other classes");
        }
        out.printf(Locale.ROOT, "Test accuracy: %.1f %%%n", 100 * outcome.testAccuracy());
        out.println("Teacher:       " + outcome.teacher().toAbsolutePath());
        if (!outcome.bestTeacher().equals(outcome.teacher())) {
            out.printf(Locale.ROOT, "Best epoch:    %.1f %%%n", 100 * outcome.bestTestAccuracy());
            out.println("Its teacher:   " + outcome.bestTeacher().toAbsolutePath());
        }
    }
}
