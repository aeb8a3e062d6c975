package org.dwastudio.ui.notice;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.notice.Notice.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Removal of notices of success some seconds after they were seen. Whoever is away finds them on return: the time starts
 * with the first movement of the mouse or the first key. FX thread only.
 */
final class FadingNotices {
    private final Notices model;
    private final Duration seen;
    private final Map<Notice, PauseTransition> leaving = new HashMap<>();
    private final EventHandler<InputEvent> activity = event -> startAll();

    /**
     * Creates the removal; it ends with the lifetime.
     *
     * @param node the view of the notices
     * @param seen time that a notice stays after it was seen
     */
    FadingNotices(Notices model, Node node, Duration seen, Disposables lifetime) {
        this.model = model;
        this.seen = seen;
        lifetime.follow(this::follow, model.shown());
        node.sceneProperty().addListener((observable, old, now) -> {
            leave(old);
            enter(now);
        });
        lifetime.onEnd(() -> {
            leaving.values().forEach(PauseTransition::stop);
            leave(node.getScene());
        });
    }

    private void leave(@Nullable Scene scene) {
        if (scene != null) {
            scene.removeEventFilter(InputEvent.ANY, activity);
        }
    }

    private void enter(@Nullable Scene scene) {
        if (scene != null) {
            scene.addEventFilter(InputEvent.ANY, activity);
        }
    }

    private void follow() {
        Set<Notice> gone = new HashSet<>(leaving.keySet());
        model.shown().forEach(gone::remove);
        gone.forEach(notice -> Objects.requireNonNull(leaving.remove(notice)).stop());
        for (Notice notice : model.shown()) {
            if (notice.severity() == Severity.DONE) {
                leaving.computeIfAbsent(notice, this::timer);
            }
        }
    }

    private PauseTransition timer(Notice notice) {
        PauseTransition timer = new PauseTransition(seen);
        timer.setOnFinished(event -> model.dismiss(notice));
        return timer;
    }

    private void startAll() {
        leaving.values().forEach(PauseTransition::play);
    }
}
