package org.dwastudio.ui.notice;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.text.FailureCause;

/** Notices currently shown in the window, the newest last. FX thread only. */
public final class Notices {
    private static final int MOST = 3;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObservableList<Notice> unmodifiable = FXCollections.unmodifiableObservableList(shown);

    public ObservableList<Notice> shown() {
        return unmodifiable;
    }

    /** Shows a notice; removes the oldest one if there are too many. */
    public void add(Notice notice) {
        if (shown.size() == MOST) {
            shown.remove(0);
        }
        shown.add(notice);
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
    }

    /** Removes everything but offers, which stay valid when the window shows other results. */
    public void dismissResults() {
        shown.removeIf(notice -> notice.severity() != Notice.Severity.OFFERED);
    }

    /** Removes the notices about a busy engine, because it is idle now. */
    public void dismissBusy() {
        shown.removeIf(notice -> notice.severity() == Notice.Severity.BUSY);
    }

    public void dismissAll() {
        shown.clear();
    }
}
