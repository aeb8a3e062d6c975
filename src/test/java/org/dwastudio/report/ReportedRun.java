package org.dwastudio.report;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.stage.export.DistilledSet;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.train.LabelType;

/** A finished run of two columns, its evaluations and its report. */
final class ReportedRun {
    /** Markup if it were not escaped, and a character that XML cannot contain. */
    static final String NAME = "<script>alert(1)</script> & \"friends\" \u0001";

    static final List<String> CLASSES = List.of("T-shirt/top", "<b>boot</b>", "コート");
    static final Experiment EXPERIMENT = SynthesisPresets.demonstration()
            .withName(NAME)
            .withSynthesis(SynthesisPresets.demonstration()
                    .synthesis()
                    .withImagesPerClass(2)
                    .withAdjustment(adjustment -> adjustment.withRho(0.03)))
            .withTuning(List.of(new TuningChange(1, 20, Augmentation.JITTER, 4, 2)));

    private final Path temp;
    private final RunDirectory run;

    ReportedRun(Path temp) throws IOException {
        this.temp = temp;
        run = RunDirectory.create(temp.resolve("run"));
        ExperimentWriter.write(EXPERIMENT, run.experiment());
        Files.writeString(run.metadata(), """
                programVersion: "1.2.3"
                engineVersion: "PyTorch 2.7.1"
                device: "CPU · 2 threads"
                datasetFingerprint: "00112233"
                teacherFingerprint: "44556677"
                started: "2026-11-24T10:15:30Z"
                """);
        Files.writeString(run.log(), "2026-11-24T10:16:30Z  synthesis finished\n");
        Files.writeString(run.metrics(), """
                stage,metric,column,iteration,step,value
                synthesis,total_loss,0,0,0,10
                synthesis,cross_entropy,0,0,0,8
                synthesis,batch_norm_mean,0,0,0,100
                synthesis,batch_norm_variance,0,0,0,100
                synthesis,total_loss,0,1,1,4
                synthesis,cross_entropy,0,1,1,2
                synthesis,batch_norm_mean,0,1,1,100
                synthesis,batch_norm_variance,0,1,1,100
                synthesis,real_vendi_score,0,1,1,1.5
                synthesis,vendi_score,0,1,1,1.75
                synthesis,total_loss,1,0,2,20
                synthesis,cross_entropy,1,0,2,18
                synthesis,batch_norm_mean,1,0,2,100
                synthesis,batch_norm_variance,1,0,2,100
                synthesis,total_loss,1,1,3,6
                synthesis,cross_entropy,1,1,3,4
                synthesis,batch_norm_mean,1,1,3,100
                synthesis,batch_norm_variance,1,1,3,100
                synthesis,vendi_score,1,1,3,1.25
                """);
        ImageStore store = new ImageStore(run.images(), CLASSES, 2);
        store.write(0, 0, TestImages.random(3, 8, 3, 1), EXPERIMENT);
        store.write(1, 0, TestImages.random(3, 8, 3, 2), EXPERIMENT);
    }

    RunDirectory run() {
        return run;
    }

    void evaluate(String name, double distilled, double random, double full) throws IOException {
        for (int student = 0; student < 2; student++) {
            for (LabelType labels : LabelType.values()) {
                keep(name, result(TrainingSet.DISTILLED, labels, student, distilled, 6));
                keep(name, result(TrainingSet.RANDOM_REAL, labels, student, random, 6));
                keep(name, result(TrainingSet.FULL_REAL, labels, student, full, 600));
            }
        }
        ExperimentWriter.write(
                EXPERIMENT.withEvaluation(EvaluationConfig.STUDENTS.replacedIn(EXPERIMENT.evaluation(), 2)),
                run.folder().resolve("evaluation/" + name + "/experiment.yaml"));
    }

    /** Creates a result; the second student is two points better. */
    static StudentResult result(TrainingSet set, LabelType labels, int student, double accuracy, int images) {
        double last = accuracy + 0.02 * student;
        return new StudentResult(
                new StudentTask(set, labels, student),
                images,
                400,
                last,
                last + 0.1,
                380,
                0.95 + 0.02 * student,
                12,
                new long[][] {{6, 4, 0}, {5, 15, 0}, {0, 0, 30}});
    }

    void keep(String name, StudentResult result) throws IOException {
        Path students = Files.createDirectories(run.folder().resolve("evaluation/" + name + "/students"));
        Files.writeString(students.resolve(result.task().key() + ".json"), new Gson().toJson(result));
    }

    ReportPage write(Locale language) throws Exception {
        return parsed(Optional.of(new RealImageCounts("Clothes", 600, 60, List.of(500, 1, 99))), language);
    }

    ReportPage parsed(List<String> names) throws Exception {
        Report.write(open(names, Optional.empty()), Locale.ENGLISH, file());
        return new ReportPage(file());
    }

    ReportPage parsed(Optional<RealImageCounts> real, Locale language) throws Exception {
        Report.write(open(CLASSES, real), language, file());
        return new ReportPage(file());
    }

    ReportModel open(List<String> names, Optional<RealImageCounts> real) throws IOException {
        NetworkConfig network = new NetworkConfig("convnet", 32, NetworkConfig.Stem.SMALL, 3, names.size(), 8);
        TeacherMetadata teacher = new TeacherMetadata(
                network, "Clothes", names, List.of(0.5, 0.25, 0.125), List.of(0.25, 0.5, 0.3), 0.875, Map.of());
        return ReportModel.open(run, DistilledSet.open(run, teacher, EXPERIMENT, "9.9"), real);
    }

    Path file() {
        return temp.resolve("report.html");
    }
}
