package org.dwastudio.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.Source;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunStatus;
import org.dwastudio.run.history.InterruptedRun;
import org.dwastudio.text.Message;

/**
 * State of the disk that decides how a queued stage starts.
 *
 * @param missing reason why it cannot start: a file or folder that does not exist any more, or a run
 *     that did not finish
 * @param interrupted run that it has begun and can resume
 * @param finished true if the run that it has begun is complete
 */
public record StageInputs(Optional<Message> missing, Optional<InterruptedRun> interrupted, boolean finished) {

    /**
     * Inspects the disk.
     *
     * @param dataset source of the dataset that the stage reads, if it reads one
     * @param teacher weights of the teacher that the stage reads, if it reads one
     * @throws IOException if a folder cannot be read
     */
    public static StageInputs of(QueuedStage stage, Optional<String> dataset, Optional<String> teacher)
            throws IOException {
        Optional<Message> missing = stage.run()
                .input()
                .filter(folder -> !Files.isDirectory(folder))
                .map(folder -> Message.of("queue.missing.run", folder.toString()));
        if (missing.isEmpty() && stage.run().input().isPresent()) {
            missing = unfinished(stage.run().input().get());
        }
        missing = missing.or(() -> missing("queue.missing.dataset", dataset))
                .or(() -> missing("queue.missing.teacher", teacher));
        Optional<Path> made = stage.run().made().filter(Files::isDirectory);
        if (missing.isPresent() || made.isEmpty()) {
            return new StageInputs(missing, Optional.empty(), false);
        }
        RunStatus end = new RunDirectory(made.get()).end();
        return new StageInputs(
                Optional.empty(),
                InterruptedRun.resumableIn(made.get()).filter(run -> run.stage() == stage.stage()),
                end == RunStatus.FINISHED);
    }

    private static Optional<Message> unfinished(Path folder) throws IOException {
        return new RunDirectory(folder).end() == RunStatus.FINISHED
                ? Optional.empty()
                : Optional.of(Message.of("queue.missing.end", folder.toString()));
    }

    private static Optional<Message> missing(String key, Optional<String> source) {
        return source.filter(name -> !Source.isBundled(name))
                .filter(name -> !exists(name))
                .map(name -> Message.of(key, name));
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(Source.expanded(name)));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
