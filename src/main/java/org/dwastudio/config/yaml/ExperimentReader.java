package org.dwastudio.config.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.Experiment;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reader of YAML experiments. Unknown keys and out-of-range values are rejected; the message contains file, line, key
 * and the allowed values.
 */
public final class ExperimentReader {
    /** Start of the place of a value from the command line. */
    static final String OVERRIDE = "--set ";

    private static final long MOST_BYTES = 16_000_000;
    /** The classes of ImageNet and some thousand changes of parameters take a tenth of this. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private final String source;
    private final YAMLParser parser;

    private ExperimentReader(String source, YAMLParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException when the file is missing, is not YAML, or contains something that is not allowed
     */
    public static Experiment read(Path file) throws ConfigException {
        return read(file, Map.of());
    }

    /**
     * Reads a file and replaces some of its values.
     *
     * @param overrides values by full key, for example {@code synthesis.rho} to {@code 0.02}
     * @throws ConfigException when the file is missing, is not YAML, or it or an override is not allowed
     */
    public static Experiment read(Path file, Map<String, String> overrides) throws ConfigException {
        return read(file, overrides, ExperimentReader::withoutSweep);
    }

    /** Reads a file, replaces some of its values, and converts it. */
    static <T> T read(Path file, Map<String, String> overrides, Reading<T> reading) throws ConfigException {
        String name = file.toString();
        try {
            String text = BoundedFile.readText(file, MOST_BYTES);
            if (isWithoutSettings(text)) {
                throw new ConfigException(new ConfigProblem(name, "", Message.of("config.empty")));
            }
            return parse(text, name, overrides, reading);
        } catch (NoSuchFileException e) {
            throw new ConfigException(new ConfigProblem(name, "", Message.of("config.missing")));
        } catch (FileSystemException e) {
            throw new ConfigException(new ConfigProblem(name, "", FailureCause.reason(e)));
        } catch (IOException e) {
            throw new ConfigException(
                    new ConfigProblem(name, "", Message.of("config.unreadable", FailureCause.reason(e))));
        }
    }

    /**
     * Parses YAML text.
     *
     * @param text YAML text
     * @param source name of the text in messages
     * @throws ConfigException when the text is not YAML or contains something that is not allowed
     */
    public static Experiment parse(String text, String source) throws ConfigException {
        return parse(text, source, Map.of());
    }

    /**
     * Parses YAML text and replaces some of its values, as {@link #read(Path, Map)} does for a file.
     *
     * @throws ConfigException when the text is not YAML, or text or overrides contain something that is not allowed
     */
    public static Experiment parse(String text, String source, Map<String, String> overrides) throws ConfigException {
        return parse(text, source, overrides, ExperimentReader::withoutSweep);
    }

    /** Conversion of a written configuration. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ConfigNode.Block root) throws ConfigException;
    }

    /** Parses YAML text, replaces some of its values, and converts it. */
    static <T> T parse(String text, String source, Map<String, String> overrides, Reading<T> reading)
            throws ConfigException {
        if (text.length() > MOST_CHARACTERS) {
            throw new ConfigException(new ConfigProblem(
                    source,
                    "",
                    Message.of(
                            "config.tooLong",
                            String.format(Locale.ROOT, "%,d", text.length()),
                            String.format(Locale.ROOT, "%,d", MOST_CHARACTERS))));
        }
        try (YAMLParser parser = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .createParser(text)) {
            ConfigNode.Block root = new ExperimentReader(source, parser).root();
            overrides.forEach((key, value) -> put(root, OVERRIDE + key + "=" + value, key, value));
            return reading.of(root);
        } catch (JsonProcessingException e) {
            throw new ConfigException(notYaml(e, source));
        } catch (IOException e) {
            throw new ConfigException(
                    new ConfigProblem(source, "", Message.of("config.unreadable", FailureCause.reason(e))));
        }
    }

    private static ConfigProblem notYaml(JsonProcessingException e, String source) {
        // The mark is the position of the error; the location is only the position up to which tokens were read.
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            int line = marked.getProblemMark().getLine() + 1;
            return new ConfigProblem(source + ":" + line, "", Message.of("config.yaml", marked.getProblem()));
        }
        JsonLocation location = e.getLocation();
        String place = location == null ? source : source + ":" + location.getLineNr();
        return new ConfigProblem(place, "", Message.of("config.yaml", e.getOriginalMessage()));
    }

    /** Returns the experiment of a file; a sweep over it is a matter of its own. */
    private static Experiment withoutSweep(ConfigNode.Block root) throws ConfigException {
        root.entries().remove(SweepFields.BLOCK);
        return ExperimentFields.read(root);
    }

    /**
     * Replaces a value.
     *
     * @param place place of the value in messages
     * @param key key below the block
     */
    static void put(ConfigNode.Block block, String place, String key, String value) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            block.entries().put(key, new ConfigNode.Scalar(place, value));
            return;
        }
        ConfigNode inner = block.entries().get(key.substring(0, dot));
        ConfigNode.Block next = inner instanceof ConfigNode.Block found ? found : ConfigNode.Block.empty(place);
        block.entries().put(key.substring(0, dot), next);
        put(next, place, key.substring(dot + 1), value);
    }

    private static boolean isWithoutSettings(String text) {
        return text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    private ConfigNode.Block root() throws IOException, ConfigException {
        if (parser.nextToken() == null) {
            return ConfigNode.Block.empty(source);
        }
        ConfigNode node = node();
        if (parser.nextToken() != null) {
            throw new ConfigException(new ConfigProblem(place(), "", Message.of("config.second")));
        }
        if (node instanceof ConfigNode.Nothing) {
            return ConfigNode.Block.empty(source);
        }
        if (node instanceof ConfigNode.Block block) {
            return block;
        }
        throw new ConfigException(new ConfigProblem(node.place(), "", Message.of("config.noBlock")));
    }

    private String place() {
        return source + ":" + parser.currentTokenLocation().getLineNr();
    }

    /** Rejects anchors and aliases: the parser would return an alias as the text of its label. */
    private void requireNoAlias() throws IOException, ConfigException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw new ConfigException(new ConfigProblem(place(), "", Message.of("config.alias")));
        }
    }

    private ConfigNode node() throws IOException, ConfigException {
        requireNoAlias();
        String place = place();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, ConfigNode> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                requireNoAlias();
                String key = parser.currentName();
                parser.nextToken();
                entries.put(key, node());
            }
            return new ConfigNode.Block(place, entries);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<ConfigNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node());
            }
            return new ConfigNode.Sequence(place, items);
        }
        return isNothing() ? new ConfigNode.Nothing(place) : new ConfigNode.Scalar(place, parser.getText());
    }

    /** Returns whether the value is absent or {@code null}; an empty quoted string is a value. */
    private boolean isNothing() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return true;
        }
        long start = parser.currentTokenLocation().getCharOffset();
        return parser.getText().isEmpty() && start == parser.currentLocation().getCharOffset();
    }
}
