package org.dwastudio.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private final Notices notices = new Notices();

    private static Notice failed(String key) {
        return Notice.failed(key, "");
    }

    private List<String> shown() {
        return notices.shown().stream().map(Notice::key).toList();
    }

    @Test
    void theNewestSuccessReplacesTheOneBeforeUnlessThatOffersAStep() {
        Notice offering = Notice.done("a").with("next", new NextStep.Act(() -> {}));
        notices.add(offering);
        notices.add(Notice.done("b"));
        notices.add(Notice.failed("c", ""));
        notices.add(Notice.done("d"));

        assertThat(notices.shown()).extracting(Notice::key).containsExactly("a", "c", "d");
    }

    @Test
    void aFailureWithoutRoomReturnsWhenAnotherIsDismissed() {
        List.of("a", "b", "c", "d", "e").forEach(key -> notices.add(failed(key)));
        assertThat(shown()).containsExactly("c", "d", "e");
        assertThat(notices.hiddenCountProperty().get()).isEqualTo(2);

        notices.dismiss(notices.shown().get(1));
        assertThat(shown()).containsExactly("b", "c", "e");
        assertThat(notices.hiddenCountProperty().get()).isEqualTo(1);
        notices.dismissAll();
        assertThat(shown()).isEmpty();
        assertThat(notices.hiddenCountProperty().get()).isZero();
    }

    @Test
    void aPassingNoticeLeavesFirst() {
        notices.add(failed("a"));
        notices.add(Notice.done("b"));
        notices.add(Notice.busy("c"));
        notices.add(failed("d"));
        assertThat(shown()).containsExactly("a", "c", "d");

        notices.dismissBusy();
        assertThat(shown()).containsExactly("a", "d");
        assertThat(notices.hiddenCountProperty().get()).isZero();
    }

    @Test
    void failuresAndOffersStayWhileTheyAreKept() {
        notices.add(failed("a"));
        notices.add(Notice.offering("b", "take", () -> {}));
        notices.add(Notice.done("c"));
        notices.keepLasting(() -> {
            notices.dismissResults();
            notices.dismissAll();
        });
        assertThat(shown()).containsExactly("a", "b");

        notices.dismissOffering("take");
        assertThat(shown()).containsExactly("a");
        notices.dismissResults();
        assertThat(shown()).isEmpty();
    }
}
