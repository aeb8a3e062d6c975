package org.dwastudio.queue;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.StageName;
import org.dwastudio.config.yaml.QueuedExperiment;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.Message;

/**
 * File of a queue: one YAML document per stage, an experiment with the block {@code queue}.
 *
 * @param path the file
 */
record QueueFile(Path path) {
    private static final long MOST_BYTES = 16L << 20;
    private static final String SEPARATOR = "---";

    /**
     * Content of the file.
     *
     * @param broken documents that are not valid
     */
    record Content(StageLine line, List<String> broken) {}

    /**
     * Reads the file. A stage that was running when the file was written waits to be resumed.
     *
     * @throws IOException if the file as a whole cannot be read
     */
    Content read() throws IOException {
        Map<QueuedStage, String> parsed = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String document : documents(BoundedFile.readText(path, MOST_BYTES))) {
            try {
                QueuedStage stage = parse(document, path.toString());
                if (known.add(stage.id())) {
                    parsed.put(stage, document);
                } else {
                    broken.add(document);
                }
            } catch (ConfigException e) {
                broken.add(document);
            }
        }
        List<QueuedStage> stages = inOrder(parsed.keySet());
        stages.forEach(parsed::remove);
        broken.addAll(parsed.values());
        return new Content(new StageLine(stages).interrupt(), List.copyOf(broken));
    }

    /** Returns the stages so that each is behind the one whose images it uses, without those whose images none makes. */
    private static List<QueuedStage> inOrder(Collection<QueuedStage> stages) {
        List<QueuedStage> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        Map<String, List<QueuedStage>> early = new HashMap<>();
        for (QueuedStage stage : stages) {
            Optional<String> missing = stage.run().after().filter(maker -> !placed.contains(maker));
            if (missing.isPresent()) {
                early.computeIfAbsent(missing.get(), maker -> new ArrayList<>()).add(stage);
                continue;
            }
            Deque<QueuedStage> next = new ArrayDeque<>(List.of(stage));
            while (!next.isEmpty()) {
                QueuedStage one = next.removeFirst();
                ordered.add(one);
                placed.add(one.id());
                next.addAll(early.getOrDefault(one.id(), List.of()));
            }
        }
        return ordered;
    }

    /** Writes the file. */
    void write(StageLine line) throws IOException {
        List<String> documents = new ArrayList<>();
        for (QueuedStage stage : line.stages()) {
            documents.add(toYaml(stage));
        }
        AtomicFile.write(path, join(documents));
    }

    /** Returns documents as one text. */
    static String join(List<String> documents) {
        StringBuilder text = new StringBuilder();
        documents.forEach(document ->
                text.append(SEPARATOR).append('\n').append(document.strip()).append('\n'));
        return text.toString();
    }

    private static List<String> documents(String text) {
        List<String> documents = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        Stream.concat(text.lines(), Stream.of(SEPARATOR)).forEach(line -> {
            if (!line.equals(SEPARATOR)) {
                current.append(line).append('\n');
            } else if (!current.toString().isBlank()) {
                documents.add(current.toString());
                current.setLength(0);
            }
        });
        return documents;
    }

    private static String toYaml(QueuedStage stage) throws IOException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("id", stage.id());
        entry.put("stage", stage.stage().key());
        entry.put("state", stage.state().key());
        entry.put("added", stage.added().toString());
        stage.run().input().ifPresent(folder -> entry.put("input", folder.toString()));
        stage.run().after().ifPresent(maker -> entry.put("after", maker));
        stage.run().made().ifPresent(folder -> entry.put("made", folder.toString()));
        stage.reason().ifPresent(new StoredReason(entry)::write);
        return new QueuedExperiment(stage.experiment(), entry).toYaml();
    }

    private static QueuedStage parse(String document, String source) throws ConfigException {
        QueuedExperiment written = QueuedExperiment.parse(document, source);
        Map<String, String> entry = written.entry();
        try {
            StageName stage = Stream.of(StageName.values())
                    .filter(one -> one.key().equals(entry.get("stage")))
                    .findFirst()
                    .orElseThrow();
            QueuedRun run = new QueuedRun(
                    folder(entry, "input"), Optional.ofNullable(entry.get("after")), folder(entry, "made"));
            if (!stage.canBeQueued(run.input().isPresent() || run.after().isPresent())) {
                throw new NoSuchElementException();
            }
            return new QueuedStage(
                    required(entry, "id"),
                    stage,
                    written.experiment(),
                    run,
                    Instant.parse(required(entry, "added")),
                    QueueState.of(required(entry, "state")).orElseThrow(),
                    new StoredReason(entry).read());
        } catch (DateTimeException | InvalidPathException | NoSuchElementException e) {
            throw new ConfigException(new ConfigProblem(source, "queue", Message.of("queue.noBlock")));
        }
    }

    private static String required(Map<String, String> entry, String key) {
        return Optional.ofNullable(entry.get(key)).orElseThrow();
    }

    private static Optional<Path> folder(Map<String, String> entry, String key) {
        return Optional.ofNullable(entry.get(key)).map(Path::of);
    }
}
