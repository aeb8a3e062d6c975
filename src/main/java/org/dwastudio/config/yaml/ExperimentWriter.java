package org.dwastudio.config.yaml;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.EvaluationParameter;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.ParameterRange;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.config.SqueezeParameter;
import org.dwastudio.config.SynthesisConfig;
import org.dwastudio.config.SynthesisParameter;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.TuningChange;
import org.dwastudio.file.AtomicFile;

/** Writes experiments as YAML, complete: every value is there, so that later defaults change nothing. */
public final class ExperimentWriter {
    private final JsonGenerator yaml;

    private ExperimentWriter(JsonGenerator yaml) {
        this.yaml = yaml;
    }

    /**
     * Writes a file, beside first and then moved into place.
     *
     * @throws IOException when the folder cannot be written; the old file is then still there
     */
    public static void write(Experiment experiment, Path file) throws IOException {
        AtomicFile.write(file, toYaml(experiment));
    }

    /** The text that {@link ExperimentReader} reads back as an equal experiment. */
    public static String toYaml(Experiment experiment) throws IOException {
        StringWriter text = new StringWriter();
        YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        try (JsonGenerator yaml = factory.createGenerator(text)) {
            new ExperimentWriter(yaml).experiment(experiment);
        }
        return text.toString();
    }

    private void experiment(Experiment experiment) throws IOException {
        yaml.writeStartObject();
        yaml.writeNumberField("format", ExperimentFields.FORMAT);
        yaml.writeStringField("name", experiment.name());
        yaml.writeNumberField("seed", experiment.seed());
        dataset(experiment.dataset());
        teacher(experiment.teacher());
        squeeze(experiment.squeeze());
        synthesis(experiment.synthesis());
        evaluation(experiment.evaluation());
        yaml.writeArrayFieldStart("tuning");
        for (TuningChange change : experiment.tuning()) {
            tuning(change);
        }
        yaml.writeEndArray();
        yaml.writeEndObject();
    }

    private void dataset(DatasetConfig config) throws IOException {
        yaml.writeObjectFieldStart("dataset");
        yaml.writeStringField("source", config.source());
        yaml.writeNumberField("imageSize", config.imageSize());
        choice("colour", config.colour());
        yaml.writeNumberField("testShare", config.testShare());
        yaml.writeNumberField("splitSeed", config.splitSeed());
        if (config.normalization().isPresent()) {
            yaml.writeObjectFieldStart("normalization");
            numbers("mean", config.normalization().get().mean());
            numbers("std", config.normalization().get().std());
            yaml.writeEndObject();
        }
        yaml.writeEndObject();
    }

    private void numbers(String key, List<Double> values) throws IOException {
        yaml.writeArrayFieldStart(key);
        for (double value : values) {
            yaml.writeNumber(value);
        }
        yaml.writeEndArray();
    }

    private void teacher(TeacherConfig config) throws IOException {
        yaml.writeObjectFieldStart("teacher");
        yaml.writeStringField("weights", config.weights());
        if (config.network().isPresent()) {
            NetworkConfig network = config.network().get();
            yaml.writeObjectFieldStart("network");
            yaml.writeStringField("architecture", network.architecture());
            yaml.writeNumberField("width", network.width());
            choice("stem", network.stem());
            yaml.writeNumberField("channels", network.channels());
            yaml.writeNumberField("classes", network.classes());
            yaml.writeNumberField("imageSize", network.imageSize());
            yaml.writeEndObject();
        }
        yaml.writeEndObject();
    }

    private void squeeze(SqueezeConfig config) throws IOException {
        yaml.writeObjectFieldStart("squeeze");
        yaml.writeStringField("architecture", config.architecture());
        choice("stem", config.stem());
        for (SqueezeParameter parameter : SqueezeParameter.values()) {
            value(parameter.key(), parameter.range(), parameter.in(config));
        }
        yaml.writeBooleanField("nesterov", config.nesterov());
        choice("schedule", config.schedule());
        choice("crop", config.crop());
        yaml.writeBooleanField("horizontalFlip", config.horizontalFlip());
        yaml.writeEndObject();
    }

    private void synthesis(SynthesisConfig config) throws IOException {
        yaml.writeObjectFieldStart("synthesis");
        for (SynthesisParameter parameter : SynthesisParameter.values()) {
            value(parameter.key(), parameter.range(), parameter.in(config));
        }
        choice("direction", config.direction());
        choice("view", config.view());
        choice("start", config.start());
        if (config.startFile().isPresent()) {
            yaml.writeStringField("startFile", config.startFile().get().toString());
        }
        choice("order", config.order());
        choice("precision", config.precision());
        yaml.writeNumberField("ipcStart", config.ipcStart());
        yaml.writeNumberField("ipcEnd", config.ipcEnd());
        yaml.writeEndObject();
    }

    private void evaluation(EvaluationConfig config) throws IOException {
        yaml.writeObjectFieldStart("evaluation");
        yaml.writeStringField("architecture", config.architecture());
        choice("stem", config.stem());
        for (EvaluationParameter parameter : EvaluationParameter.values()) {
            value(parameter.key(), parameter.range(), parameter.in(config));
        }
        choice("optimizer", config.optimizer());
        choice("schedule", config.schedule());
        choice("crop", config.crop());
        yaml.writeBooleanField("horizontalFlip", config.horizontalFlip());
        choice("mix", config.mix());
        choice("loss", config.loss());
        choice("softLabels", config.softLabels());
        if (config.labels() != EvaluationConfig.LabelKinds.BOTH) {
            // Absent means both: files, and folders that are named after their content, stay what they were.
            choice("labels", config.labels());
        }
        yaml.writeEndObject();
    }

    private void tuning(TuningChange change) throws IOException {
        yaml.writeStartObject();
        yaml.writeNumberField("column", change.column());
        yaml.writeNumberField("iteration", change.iteration());
        yaml.writeStringField("parameter", change.parameter().key());
        value("from", change.parameter().range(), change.from());
        value("to", change.parameter().range(), change.to());
        yaml.writeEndObject();
    }

    private void value(String key, ParameterRange range, double value) throws IOException {
        if (range.integer()) {
            yaml.writeNumberField(key, (long) value);
        } else {
            yaml.writeNumberField(key, value);
        }
    }

    private void choice(String key, Enum<?> constant) throws IOException {
        yaml.writeStringField(key, BlockReader.keyOf(constant));
    }
}
