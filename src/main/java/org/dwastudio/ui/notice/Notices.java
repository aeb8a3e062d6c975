package org.dwastudio.ui.notice;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.text.FailureCause;

/**
 * Notices currently shown in the window, the newest last. Failures and offers that have no room wait until others are
 * dismissed. FX thread only.
 */
public final class Notices {
    private static final int MOST = 3;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObservableList<Notice> unmodifiable = FXCollections.unmodifiableObservableList(shown);

    private final Deque<Notice> hidden = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper hiddenCount = new ReadOnlyIntegerWrapper(this, "hiddenCount", 0);
    private boolean keeping;

    public ObservableList<Notice> shown() {
        return unmodifiable;
    }

    /** Number of older failures and offers that have no room. */
    public ReadOnlyIntegerProperty hiddenCountProperty() {
        return hiddenCount.getReadOnlyProperty();
    }

    /** Shows a notice; removes the oldest passing one, or hides the oldest one, if there are too many. */
    public void add(Notice notice) {
        if (isPassing(notice)) {
            // One line at a time: the newest success replaces the one before.
            shown.removeIf(Notices::isPassing);
        }
        if (shown.size() == MOST) {
            Optional<Notice> passing =
                    shown.stream().filter(one -> !isLasting(one)).findFirst();
            passing.ifPresentOrElse(shown::remove, () -> hidden.addLast(shown.remove(0)));
        }
        hiddenCount.set(hidden.size());
        shown.add(notice);
    }

    private static boolean isPassing(Notice notice) {
        return notice.severity() == Notice.Severity.DONE && notice.offers().isEmpty();
    }

    private static boolean isLasting(Notice notice) {
        return notice.severity() == Notice.Severity.FAILED || notice.severity() == Notice.Severity.OFFERED;
    }

    private void removeIf(Predicate<Notice> which) {
        hidden.removeIf(which);
        shown.removeIf(which);
        fill();
    }

    private void fill() {
        while (shown.size() < MOST && !hidden.isEmpty()) {
            shown.add(0, hidden.removeLast());
        }
        hiddenCount.set(hidden.size());
    }

    /**
     * Shows a failure with its own message.
     *
     * @param key key of a text about the failed action; its first argument is the failure's message
     */
    public void addFailure(String key, Throwable failure) {
        Throwable cause = FailureCause.of(failure);
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        add(Notice.failed(key, trace.toString(), FailureCause.describe(failure)));
    }

    public void dismiss(Notice notice) {
        shown.remove(notice);
        fill();
    }

    /** Removes the notices that offer an action, because it is not needed any more. */
    public void dismissOffering(String offerKey) {
        removeIf(
                notice -> notice.offers().stream().anyMatch(offer -> offer.key().equals(offerKey)));
    }

    /** Removes everything but offers, which stay valid when the window shows other results. */
    public void dismissResults() {
        removeIf(notice -> notice.severity() != Notice.Severity.OFFERED && !isKept(notice));
    }

    /** Removes the notices about a busy engine, because it is idle now. */
    public void dismissBusy() {
        removeIf(notice -> notice.severity() == Notice.Severity.BUSY);
    }

    /** Removes all notices. */
    public void dismissAll() {
        removeIf(notice -> !isKept(notice));
    }

    /** Runs an action that dismisses no failures and offers, because the user may be away. */
    public void keepLasting(Runnable action) {
        keeping = true;
        try {
            action.run();
        } finally {
            keeping = false;
        }
    }

    private boolean isKept(Notice notice) {
        return keeping && isLasting(notice);
    }
}
