package org.dwastudio.ui.compute;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.ui.compute.CudaDownloadViewModel.State;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.fx.WorkProgress;
import org.dwastudio.ui.screen.Messages;

/** View of the CUDA build's download: its state, a query of the size, and a confirmation. */
final class CudaDownloadView {
    private final CudaDownloadViewModel model;
    private final Messages texts;
    private final Label words = new Label();
    private final Button lookUp;
    private final Button agree;
    private final Button refuse;
    private final ProgressBar bar = new ProgressBar();
    private final VBox node;

    CudaDownloadView(CudaDownloadViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        words.setId("cuda-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        lookUp = button("cuda-look-up", "compute.cuda.lookUp", StudioIcon.CHECK, model::lookUp);
        agree = button("cuda-agree", "compute.cuda.agree", StudioIcon.FETCH, model::agree);
        refuse = button("cuda-refuse", "compute.cuda.refuse", StudioIcon.STOP, model::refuse);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = new HBox(lookUp, agree, refuse, bar);
        row.getStyleClass().add("work-row");
        node = new VBox(words, row);
        node.getStyleClass().add("published-words");
        lifetime.follow(model.stateProperty(), this::show);
    }

    VBox node() {
        return node;
    }

    private void show(State state) {
        words.setText(messageOf(state));
        Visibility.show(lookUp, state instanceof State.Missing || state instanceof State.Failed);
        Visibility.show(agree, state instanceof State.Offered);
        Visibility.show(refuse, state instanceof State.Offered || state instanceof State.Fetching);
        Visibility.show(bar, state instanceof State.Fetching || state instanceof State.Asking);
        bar.setProgress(
                state instanceof State.Fetching fetching ? fetching.progress().fraction() : -1);
    }

    private String messageOf(State state) {
        if (state instanceof State.Offered offered) {
            return texts.format(
                    "compute.cuda.offer",
                    ByteSizes.describe(offered.offer().bytes()),
                    offered.offer().host(),
                    ByteSizes.describe(offered.offer().diskBytes()),
                    offered.offer().folder().toString());
        }
        if (state instanceof State.Fetching fetching) {
            WorkProgress now = fetching.progress();
            return now.total() > 0
                    ? texts.format(
                            "compute.cuda.progress", ByteSizes.describe(now.done()), ByteSizes.describe(now.total()))
                    : texts.get("compute.cuda.beginning");
        }
        if (state instanceof State.Failed failed) {
            return texts.format("compute.cuda.failed", failed.message());
        }
        if (state instanceof State.There there) {
            return texts.format("compute.cuda.there", there.folder().toString());
        }
        if (state instanceof State.Asking) {
            return texts.format("compute.cuda.asking", model.host());
        }
        return state instanceof State.Nowhere
                ? texts.get("compute.cuda.nowhere")
                : texts.format("compute.cuda.missing", model.host());
    }

    private Button button(String id, String key, StudioIcon icon, Runnable action) {
        return new ActionButton(id, texts.get(key), icon, action);
    }
}
