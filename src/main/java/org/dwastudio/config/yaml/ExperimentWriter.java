package org.dwastudio.config.yaml;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingTable;
import org.dwastudio.file.AtomicFile;

/** Writer of experiments as YAML. All values are written, so that later changes of a default have no effect. */
public final class ExperimentWriter {
    private final JsonGenerator yaml;
    private final Spelling spelling;

    private enum Spelling {
        CURRENT,
        FIRST
    }

    private ExperimentWriter(JsonGenerator yaml, Spelling spelling) {
        this.yaml = yaml;
        this.spelling = spelling;
    }

    /**
     * Writes a file next to its target and moves it into place.
     *
     * @throws IOException if the folder cannot be written; an existing file is then unchanged
     */
    public static void write(Experiment experiment, Path file) throws IOException {
        AtomicFile.write(file, toYaml(experiment));
    }

    /** Returns the text that {@link ExperimentReader} reads back as an equal experiment. */
    public static String toYaml(Experiment experiment) throws IOException {
        return toYaml(experiment, Spelling.CURRENT);
    }

    /** Returns the text in the spelling of version 0.1, for names of folders that are derived from it. */
    public static String toFirstYaml(Experiment experiment) throws IOException {
        return toYaml(experiment, Spelling.FIRST);
    }

    private static String toYaml(Experiment experiment, Spelling spelling) throws IOException {
        StringWriter text = new StringWriter();
        YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        try (JsonGenerator yaml = factory.createGenerator(text)) {
            new ExperimentWriter(yaml, spelling).experiment(experiment);
        }
        return text.toString();
    }

    private void experiment(Experiment experiment) throws IOException {
        yaml.writeStartObject();
        yaml.writeNumberField("format", ExperimentFields.FORMAT);
        settings(Experiment.SETTINGS, experiment);
        blocks(ExperimentBlock.ALL, experiment);
        yaml.writeArrayFieldStart("tuning");
        for (TuningChange change : experiment.tuning()) {
            tuning(change);
        }
        yaml.writeEndArray();
        yaml.writeEndObject();
    }

    private <O> void blocks(List<ExperimentBlock<O, ?>> blocks, O outer) throws IOException {
        for (ExperimentBlock<O, ?> block : blocks) {
            block(block, outer);
        }
    }

    private <O, C> void block(ExperimentBlock<O, C> block, O outer) throws IOException {
        Optional<C> values = block.getter().apply(outer);
        if (values.isPresent()) {
            yaml.writeObjectFieldStart(block.key());
            settings(block.settings(), values.get());
            blocks(block.inner(), values.get());
            yaml.writeEndObject();
        }
    }

    private <C> void settings(SettingTable<C> table, C config) throws IOException {
        for (Setting<C> setting : table.settings()) {
            boolean first = spelling == Spelling.FIRST;
            Optional<Object> value = first ? setting.firstWritten(config) : setting.written(config);
            if (value.isPresent()) {
                yaml.writeFieldName(first ? setting.firstKey() : setting.key());
                value(value.get());
            }
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof Long whole) {
            yaml.writeNumber(whole);
        } else if (value instanceof Double number) {
            yaml.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            yaml.writeBoolean(flag);
        } else if (value instanceof List<?> values) {
            yaml.writeStartArray();
            for (Object one : values) {
                value(one);
            }
            yaml.writeEndArray();
        } else {
            yaml.writeString(value.toString());
        }
    }

    private void tuning(TuningChange change) throws IOException {
        yaml.writeStartObject();
        yaml.writeNumberField("column", change.column());
        yaml.writeNumberField("iteration", change.iteration());
        yaml.writeStringField("parameter", change.parameter().key());
        yaml.writeFieldName("from");
        value(change.parameter().range().written(change.from()));
        yaml.writeFieldName("to");
        value(change.parameter().range().written(change.to()));
        yaml.writeEndObject();
    }
}
