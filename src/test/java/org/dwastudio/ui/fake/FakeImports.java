package org.dwastudio.ui.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.ImportReport;

/** Teacher imports of the {@link FakeEngine}, with results preset by a test. */
public final class FakeImports {
    private final List<TeacherImport> requests = new CopyOnWriteArrayList<>();
    private volatile List<NetworkConfig> fitting = List.of(
            new NetworkConfig("resnet18", 64, Stem.SMALL, 1, 10, 28),
            new NetworkConfig("resnet18", 64, Stem.IMAGENET, 1, 10, 28));
    private volatile CompletableFuture<ImportedTeacher> answer = new CompletableFuture<>();
    private volatile CancellationToken token = CancellationToken.NONE;

    /** Returns all requested imports, the newest last. */
    public List<TeacherImport> requests() {
        return requests;
    }

    /** Sets the networks that every further weights file matches. */
    public void fitWith(List<NetworkConfig> networks) {
        fitting = networks;
    }

    List<NetworkConfig> fitting() {
        return fitting;
    }

    CompletableFuture<ImportedTeacher> begin(
            TeacherImport request, ProgressListener progress, CancellationToken cancelling) {
        requests.add(request);
        answer = new CompletableFuture<>();
        token = cancelling;
        progress.progressed(800, 2000);
        return answer;
    }

    public boolean isCancelled() {
        return token.isCancelled();
    }

    /** Completes the import that was started last as canceled. */
    public void endCancelled() {
        answer.completeExceptionally(new CancellationException("canceled"));
    }

    /** Completes the import that was started last with a failure. */
    public void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Completes the import that was started last: writes a teacher file with the given accuracy. */
    public void finish(double accuracy) {
        finish(accuracy, new ImportReport("", Map.of(), List.of(), List.of(), List.of(), List.of()));
    }

    /** Completes the import that was started last with a report. */
    public void finish(double accuracy, ImportReport report) {
        TeacherImport request = requests.get(requests.size() - 1);
        try {
            TeacherFiles.write(request.target(), request.network().orElseThrow(), accuracy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TeacherSummary summary =
                new TeacherSummary(request.network().orElseThrow(), 11_172_810, 20, OptionalDouble.of(accuracy));
        answer.complete(new ImportedTeacher(request.target(), summary, 0.1, report));
    }
}
