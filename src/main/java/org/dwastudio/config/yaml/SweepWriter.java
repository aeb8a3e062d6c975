package org.dwastudio.config.yaml;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.file.AtomicFile;

/** Writer of experiments with the block {@code sweep}. */
public final class SweepWriter {
    private final JsonGenerator yaml;

    private SweepWriter(JsonGenerator yaml) {
        this.yaml = yaml;
    }

    /**
     * Writes a file next to its target and moves it into place.
     *
     * @throws IOException if the folder cannot be written; an existing file is then unchanged
     */
    public static void write(SweepFile content, Path file) throws IOException {
        AtomicFile.write(file, toYaml(content));
    }

    /** Returns the text that {@link SweepReader} reads back as equal content. */
    public static String toYaml(SweepFile content) throws IOException {
        StringWriter text = new StringWriter();
        YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        try (JsonGenerator yaml = factory.createGenerator(text)) {
            new SweepWriter(yaml).sweep(content.sweep());
        }
        return ExperimentWriter.toYaml(content.experiment()) + text;
    }

    private void sweep(SweepConfig sweep) throws IOException {
        yaml.writeStartObject();
        yaml.writeObjectFieldStart(SweepFields.BLOCK);
        for (Setting<SweepConfig> setting : SweepConfig.SETTINGS.settings()) {
            Optional<Object> value = setting.written(sweep);
            if (value.isPresent()) {
                yaml.writeFieldName(setting.key());
                scalar(value.get());
            }
        }
        yaml.writeArrayFieldStart("parameters");
        for (SweptParameter parameter : sweep.parameters()) {
            parameter(parameter);
        }
        yaml.writeEndArray();
        yaml.writeEndObject();
        yaml.writeEndObject();
    }

    private void parameter(SweptParameter parameter) throws IOException {
        yaml.writeStartObject();
        yaml.writeStringField("key", parameter.key());
        if (parameter.range().isPresent()) {
            SweptRange range = parameter.range().get();
            yaml.writeNumberField("from", range.from());
            yaml.writeNumberField("to", range.to());
            yaml.writeNumberField("steps", range.steps());
            yaml.writeStringField("scale", range.scale() == Scale.LOGARITHMIC ? "log" : "linear");
        } else {
            yaml.writeArrayFieldStart("values");
            for (String value : parameter.values()) {
                yaml.writeString(value);
            }
            yaml.writeEndArray();
        }
        yaml.writeEndObject();
    }

    private void scalar(Object value) throws IOException {
        if (value instanceof Long whole) {
            yaml.writeNumber(whole);
        } else if (value instanceof Double number) {
            yaml.writeNumber(number);
        } else {
            yaml.writeString(value.toString());
        }
    }
}
