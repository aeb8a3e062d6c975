package org.dwastudio.pipeline.assembly;

import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationSettings;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeSettings;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Alignment;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.config.synthesis.SynthesisSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.ExperimentReader;
import org.dwastudio.config.ExperimentWriter;
import org.dwastudio.event.RunEvent;
import org.dwastudio.pipeline.CheckpointPace;
import org.dwastudio.pipeline.Run;

/**
 * Steps of make.sh that the command line of version 0.1.0 cannot do: a dataset, live tuning, and copies of a run folder
 * after a given step, as a kill would leave it. In this package because the engine with another checkpoint interval is
 * package-private there.
 */
public final class MakeFixtures {
    private MakeFixtures() {}

    public static void main(String[] a) throws Exception {
        switch (a[0]) {
            case "dataset" -> dataset(Path.of(a[1]));
            case "complete" -> complete(Path.of(a[1]), Path.of(a[2]));
            case "variants" -> variants(Path.of(a[1]), Path.of(a[2]));
            case "tuned" -> tuned(Path.of(a[1]), Path.of(a[2]));
            case "mid-synthesis" -> midSynthesis(Path.of(a[1]), Path.of(a[2]), Path.of(a[3]), Long.parseLong(a[4]));
            case "mid-evaluation" -> midEvaluation(Path.of(a[1]), Path.of(a[2]), Long.parseLong(a[3]));
            default -> throw new IllegalArgumentException(a[0]);
        }
        System.exit(0);
    }

    // ---- data set: three classes of 16x16 colour images, a bright bar in a noisy field; 20 train and 10 val each

    private static void dataset(Path root) throws IOException {
        String[] names = {"bar", "cross", "round shape"};
        Random random = new Random(20240611);
        for (String split : new String[] {"train", "val"}) {
            for (int label = 0; label < 3; label++) {
                for (int i = 0; i < (split.equals("train") ? 20 : 10); i++) {
                    Path file = root.resolve(split).resolve(names[label]).resolve(String.format("%02d.png", i));
                    Files.createDirectories(file.getParent());
                    ImageIO.write(image(label, random), "png", file.toFile());
                }
            }
        }
    }

    private static BufferedImage image(int label, Random random) {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        int cx = 5 + random.nextInt(6);
        int cy = 5 + random.nextInt(6);
        int[] tint = {random.nextInt(80), random.nextInt(80), random.nextInt(80)};
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                int dx = x - cx;
                int dy = y - cy;
                boolean in = switch (label) {
                    case 0 -> Math.abs(dx) <= 1;
                    case 1 -> Math.abs(dx) <= 1 && Math.abs(dy) < 6 || Math.abs(dy) <= 1 && Math.abs(dx) < 6;
                    default -> dx * dx + dy * dy <= 16;
                };
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    int v = (in ? 90 : 40) + tint[c] + 8 * random.nextInt(10);
                    rgb = rgb << 8 | Math.min(255, v);
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    // ---- experiment files, written by the first version's writer

    private static void complete(Path in, Path out) throws Exception {
        ExperimentWriter.write(ExperimentReader.read(in), out);
    }

    /** Every constant of every choice, and every parameter at both ends of its range. */
    private static void variants(Path in, Path folder) throws Exception {
        Map<String, List<String>> choices = new TreeMap<>();
        choices.put("dataset.colour", List.of("as-stored", "grey", "colour"));
        choices.put("teacher.network.stem", List.of("small", "imagenet"));
        choices.put("squeeze.stem", List.of("small", "imagenet"));
        choices.put("squeeze.schedule", List.of("cosine", "step", "constant"));
        choices.put("squeeze.crop", List.of("padded", "resized"));
        choices.put("squeeze.nesterov", List.of("false", "true"));
        choices.put("squeeze.horizontalFlip", List.of("false", "true"));
        choices.put("synthesis.direction", List.of("gradient", "random"));
        choices.put("synthesis.view", List.of("shift", "random-resized-crop"));
        choices.put("synthesis.start", List.of("real", "medoid", "noise", "tensor"));
        choices.put("synthesis.order", List.of("column-by-column", "all-at-once"));
        choices.put("synthesis.precision", List.of("float32", "float64", "mixed", "half"));
        choices.put("evaluation.stem", List.of("small", "imagenet"));
        choices.put("evaluation.optimizer", List.of("adam-w", "sgd"));
        choices.put("evaluation.schedule", List.of("cosine", "half-cosine", "constant"));
        choices.put("evaluation.crop", List.of("padded", "resized"));
        choices.put("evaluation.horizontalFlip", List.of("false", "true"));
        choices.put("evaluation.mix", List.of("none", "mixup", "cutmix"));
        choices.put("evaluation.loss", List.of("kl", "kl-scaled", "mse"));
        choices.put("evaluation.softLabels", List.of("online", "stored"));
        choices.put("evaluation.labels", List.of("both", "soft", "hard"));
        Files.createDirectories(folder);
        for (int i = 0; i < 4; i++) {
            Map<String, String> set = new TreeMap<>();
            for (Map.Entry<String, List<String>> choice : choices.entrySet()) {
                set.put(choice.getKey(), choice.getValue().get(i % choice.getValue().size()));
            }
            ExperimentWriter.write(ExperimentReader.read(in, set), folder.resolve("choices-" + i + ".yaml"));
        }
        for (boolean most : new boolean[] {false, true}) {
            Experiment e = ExperimentReader.read(in).withTuning(List.of());
            var synthesis = e.synthesis().whole();
            for (Parameter<SynthesisConfig> p : SynthesisSettings.parameters()) {
                synthesis = p.replacedIn(synthesis, most ? p.range().max() : p.range().min());
            }
            var squeeze = e.squeeze();
            for (org.dwastudio.config.Parameter<SqueezeConfig> p : org.dwastudio.config.SqueezeSettings.parameters()) {
                squeeze = p.replacedIn(squeeze, most ? p.range().max() : p.range().min());
            }
            squeeze = squeeze.withNesterov(most)
                    .withSchedule(org.dwastudio.config.squeeze.SqueezeConfig.Schedule.CONSTANT);
            var evaluation = e.evaluation();
            for (org.dwastudio.config.Parameter<EvaluationConfig> p : org.dwastudio.config.EvaluationSettings.parameters()) {
                evaluation = p.replacedIn(evaluation, most ? p.range().max() : p.range().min());
            }
            Path out = folder.resolve(most ? "greatest.yaml" : "least.yaml");
            ExperimentWriter.write(e.withSynthesis(synthesis).withSqueeze(squeeze).withEvaluation(evaluation), out);
            ExperimentReader.read(out);
        }
    }

    // ---- runs

    private static StandardEngine engine(boolean everyStep) {
        ComputePlan plan = new ComputePlan(Optional.empty(), Optional.empty(), 1, 1, Optional.empty());
        return everyStep
                ? new StandardEngine("0.1.0", () -> plan, () -> new CheckpointPace(Duration.ZERO, () -> 0))
                : new StandardEngine("0.1.0", () -> plan);
    }

    /** Sliders moved in mid-run: from the listener, so that each change is asked for after an exact step. */
    private static void tuned(Path config, Path out) throws Exception {
        try (StandardEngine engine = engine(false)) {
            Run[] run = new Run[1];
            java.util.concurrent.CountDownLatch there = new java.util.concurrent.CountDownLatch(1);
            run[0] = engine.startSynthesis(ExperimentReader.read(config), out, event -> {
                try {
                    there.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                if (event instanceof RunEvent.Progress p) {
                    Map<Parameter<SynthesisConfig>, Double> wanted = switch ((int) p.step()) {
                        case 3 -> Map.of(SynthesisOptimizer.LEARNING_RATE, 0.05);
                        case 6 -> Map.of(Adjustment.RHO, 0.1);
                        case 9 -> Map.of(Augmentation.JITTER, 1.0);
                        case 14 -> Map.of(SynthesisConfig.ITERATIONS, 10.0);
                        case 16 -> Map.of(SynthesisConfig.IMAGES_PER_CLASS, 4.0);
                        case 20 -> Map.of(Alignment.BATCH_NORM_WEIGHT, 0.5);
                        default -> Map.of();
                    };
                    wanted.forEach(run[0].tuning()::request);
                }
            });
            there.countDown();
            run[0].outcome().get();
        }
    }

    private static void midSynthesis(Path config, Path whole, Path copy, long step) throws Exception {
        try (StandardEngine engine = engine(true)) {
            engine.startSynthesis(ExperimentReader.read(config), whole, event -> {
                        if (event instanceof RunEvent.Progress p && p.step() == step) {
                            copy(whole, copy);
                        }
                    })
                    .outcome()
                    .get();
        }
    }

    private static void midEvaluation(Path run, Path copy, long step) throws Exception {
        try (StandardEngine engine = engine(true)) {
            long[] seen = new long[1];
            engine.startEvaluation(run, ExperimentReader.read(run.resolve("experiment.yaml")), event -> {
                        if (event instanceof RunEvent.Progress p) {
                            seen[0]++;
                            if (seen[0] == step) {
                                copy(run, copy);
                                System.out.println("copied at " + p);
                            } else if (p.step() == p.totalSteps()) {
                                System.out.println(seen[0] + ": " + p);
                            }
                        }
                    })
                    .outcome()
                    .get();
        }
    }

    private static void copy(Path run, Path target) {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.toList()) {
                Path to = target.resolve(run.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else if (!file.getFileName().toString().equals(".lock")) {
                    Files.copy(file, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
