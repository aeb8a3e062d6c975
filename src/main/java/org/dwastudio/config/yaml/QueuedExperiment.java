package org.dwastudio.config.yaml;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.Experiment;
import org.dwastudio.text.Message;

/**
 * Experiment with the block {@code queue}, which holds texts only.
 *
 * @param experiment all settings
 * @param entry texts of the block by key, in the order of the file
 */
public record QueuedExperiment(Experiment experiment, Map<String, String> entry) {
    private static final String BLOCK = "queue";

    /**
     * Parses YAML text.
     *
     * @param source name of the text in messages
     * @throws ConfigException if the text is not YAML, has no such block, or something is not allowed
     */
    public static QueuedExperiment parse(String text, String source) throws ConfigException {
        return ExperimentReader.parse(text, source, Map.of(), root -> convert(root, source));
    }

    private static QueuedExperiment convert(ConfigNode.Block root, String source) throws ConfigException {
        ConfigNode written = root.entries().remove(BLOCK);
        Map<String, String> entry = new LinkedHashMap<>();
        if (written instanceof ConfigNode.Block block) {
            block.entries().forEach((key, node) -> {
                if (node instanceof ConfigNode.Scalar scalar) {
                    entry.put(key, scalar.text());
                }
            });
        }
        if (entry.isEmpty()) {
            throw new ConfigException(new ConfigProblem(source, BLOCK, Message.of("queue.noBlock")));
        }
        return new QueuedExperiment(ExperimentFields.read(root), entry);
    }

    /** Returns the text that {@link #parse} reads back as equal content. */
    public String toYaml() throws IOException {
        StringWriter text = new StringWriter();
        YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
        try (JsonGenerator yaml = factory.createGenerator(text)) {
            yaml.writeStartObject();
            yaml.writeObjectFieldStart(BLOCK);
            for (Map.Entry<String, String> one : entry.entrySet()) {
                yaml.writeStringField(one.getKey(), one.getValue());
            }
            yaml.writeEndObject();
            yaml.writeEndObject();
        }
        return ExperimentWriter.toYaml(experiment) + text;
    }
}
