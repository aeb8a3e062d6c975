package org.dwastudio.ui.notice;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.notice.Notice.Severity;
import org.dwastudio.ui.screen.Messages;

/** View of the notices, with details on request, until they are closed. */
public final class NoticesView {
    private final Notices model;
    private final Messages texts;
    private final VBox node = new VBox();

    public NoticesView(Notices model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        node.getStyleClass().add("notices");
        // In a narrow window the content below shrinks instead of the notices.
        node.setMinHeight(VBox.USE_PREF_SIZE);
        lifetime.follow(
                () -> node.getChildren()
                        .setAll(model.shown().stream().<Node>map(this::line).toList()),
                model.shown());
    }

    public VBox node() {
        return node;
    }

    private VBox line(Notice notice) {
        Label words = new Label(texts.format(notice.key(), notice.arguments().toArray()));
        words.setGraphic(icon(notice.severity()).node());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox header = new HBox(words);
        header.getStyleClass().add("notice-header");
        VBox box = new VBox(header);
        box.getStyleClass().addAll("notice", style(notice.severity()));
        if (!notice.details().isEmpty()) {
            header.getChildren().add(detailsLink(notice, box));
        }
        notice.offer().ifPresent(offer -> header.getChildren().add(offerLink(notice, offer)));
        header.getChildren().add(closeButton(notice));
        return box;
    }

    private static StudioIcon icon(Severity severity) {
        return switch (severity) {
            case DONE -> StudioIcon.DONE;
            case OFFERED -> StudioIcon.RESUME;
            case FAILED -> StudioIcon.FAILED;
        };
    }

    private static String style(Severity severity) {
        return switch (severity) {
            case DONE -> "notice-done";
            case OFFERED -> "notice-offered";
            case FAILED -> "notice-failed";
        };
    }

    private Hyperlink detailsLink(Notice notice, VBox box) {
        TextArea details = new TextArea(notice.details());
        details.setEditable(false);
        details.setPrefRowCount(8);
        Hyperlink link = link("notice.details");
        link.setOnAction(event -> {
            if (!box.getChildren().remove(details)) {
                box.getChildren().add(details);
            }
        });
        return link;
    }

    private Hyperlink offerLink(Notice notice, Notice.Offer offer) {
        Hyperlink link = link(offer.key());
        link.setId("notice-offer");
        link.setOnAction(event -> {
            model.dismiss(notice);
            offer.action().run();
        });
        return link;
    }

    /** Creates a link that is never truncated: the text next to it wraps instead. */
    private Hyperlink link(String key) {
        Hyperlink link = new Hyperlink(texts.get(key));
        link.setMinWidth(Hyperlink.USE_PREF_SIZE);
        return link;
    }

    private Button closeButton(Notice notice) {
        Button close = new Button();
        close.setGraphic(StudioIcon.CLOSE.node());
        close.getStyleClass().add("quiet-button");
        close.setTooltip(new Tooltip(texts.get("notice.close")));
        close.setAccessibleText(texts.get("notice.close"));
        close.setOnAction(event -> model.dismiss(notice));
        return close;
    }
}
