package org.dwastudio.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.config.yaml.WrittenSettings;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.stage.evaluation.RecordedEvaluation;
import org.dwastudio.stage.export.DistilledSet;
import org.dwastudio.teacher.TeacherMetadata;

/** Section about provenance and reproduction: teacher, versions, fingerprints, checksums, commands. */
record OriginSection(ReportModel run) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "origin");
        page.element("h2", texts.get("origin.title"));
        facts(page, texts);
        page.element("h3", texts.get("origin.checksums"));
        Table.write(page, "settings", List.of(texts.get("column.file"), "SHA-256"), this::checksums);
        page.element("p", texts.get("origin.checksums.detail"), "class", "small");
        repeat(page, texts);
        page.end();
    }

    private void facts(XhtmlWriter page, ReportMessages texts) throws IOException {
        RunMetadata metadata = run.set().metadata();
        TeacherMetadata teacher = run.set().teacher();
        NetworkConfig network = teacher.network();
        Table.write(page, "settings", List.of(texts.get("column.fact"), texts.get("column.value")), table -> {
            table.row(List.of(
                    texts.get("origin.teacher"),
                    texts.get(
                            "origin.teacher.value",
                            network.architecture(),
                            Integer.toString(network.width()),
                            Double.isNaN(teacher.testAccuracy())
                                    ? texts.get("notMeasured")
                                    : ReportMessages.percent(teacher.testAccuracy()))));
            table.row(List.of(
                    texts.get("origin.dataset"),
                    run.real()
                            .map(real -> texts.get(
                                    "origin.dataset.value",
                                    real.name(),
                                    ReportMessages.count(real.training()),
                                    ReportMessages.count(real.test())))
                            .orElseGet(() -> teacher.dataset() + " (" + texts.get("origin.dataset.missing") + ")")));
            table.row(List.of(texts.get("origin.normalization"), "mean " + teacher.mean() + ", std " + teacher.std()));
            table.row(List.of(texts.get("origin.program"), metadata.programVersion()));
            table.row(List.of(texts.get("origin.engine"), metadata.engineVersion()));
            table.row(List.of(texts.get("origin.device"), metadata.device()));
            table.row(List.of(texts.get("origin.started"), metadata.started().toString()));
            table.row(List.of(texts.get("origin.datasetFingerprint"), metadata.datasetFingerprint()));
            table.row(List.of(texts.get("origin.teacherFingerprint"), metadata.teacherFingerprint()));
            table.row(List.of(texts.get("origin.reportProgram"), run.set().programVersion()));
        });
    }

    private void checksums(Table table) throws IOException {
        MessageDigest images = DigestUtils.getSha256Digest();
        for (DistilledSet.ImageRef image : run.set().images()) {
            DigestUtils.updateDigest(images, image.file());
        }
        table.row(List.of("images/*/*.png", Hex.encodeHexString(images.digest())));
        for (Path file : List.of(run.directory().experiment(), run.directory().metrics())) {
            if (Files.isRegularFile(file)) {
                MessageDigest sum = DigestUtils.updateDigest(DigestUtils.getSha256Digest(), file);
                table.row(List.of(file.getFileName().toString(), Hex.encodeHexString(sum.digest())));
            }
        }
    }

    private void repeat(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.element("h3", texts.get("repeat.title"));
        page.element("p", texts.get("repeat.detail"));
        page.element("pre", String.join("\n", commands()), "id", "commands");
        page.start("details");
        page.element("summary", "experiment.yaml");
        page.element("pre", ExperimentWriter.toYaml(run.set().experiment()), "id", "experiment");
        page.end();
    }

    private List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        commands.add("dwa-studio synthesize --config experiment.yaml --out RUN");
        Experiment own = run.set().experiment();
        for (RecordedEvaluation evaluation : run.evaluations()) {
            if (evaluation.experiment().isPresent()) {
                commands.add("dwa-studio evaluate --run RUN"
                        + changes(
                                WrittenSettings.of(own),
                                WrittenSettings.of(evaluation.experiment().get())));
            }
        }
        commands.add("dwa-studio export --run RUN --format report --out report.html");
        return commands;
    }

    private static String changes(WrittenSettings own, WrittenSettings other) {
        StringBuilder changes = new StringBuilder();
        other.values().forEach((key, value) -> {
            if (key.startsWith("evaluation.") && other.differs(own, key)) {
                changes.append(String.format(Locale.ROOT, " --set %s=%s", key, value));
            }
        });
        return changes.toString();
    }
}
