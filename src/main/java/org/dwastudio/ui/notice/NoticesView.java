package org.dwastudio.ui.notice;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.notice.Notice.Severity;
import org.dwastudio.ui.screen.Messages;

/** View of the notices above the content, with next steps and with details on request. */
public final class NoticesView {
    /** Time that a notice of success stays after it was seen. */
    private static final Duration SEEN = Duration.seconds(12);

    /** Width from which the next steps stand in the line of the text, in pixels. */
    private static final double ONE_LINE = 560;

    private final Notices model;
    private final Consumer<NextStep> steps;
    private final Messages texts;
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private final VBox node = new VBox();

    /** @param steps takes the next steps that the user chooses */
    public NoticesView(Notices model, Consumer<NextStep> steps, Messages texts, Disposables lifetime) {
        this.model = model;
        this.steps = steps;
        this.texts = texts;
        node.getStyleClass().add("notices");
        node.setMaxHeight(VBox.USE_PREF_SIZE);
        // Content next to the notices still receives mouse events.
        node.setPickOnBounds(false);
        new FadingNotices(model, node, SEEN, lifetime);
        lifetime.follow(
                () -> {
                    node.getChildren()
                            .setAll(model.shown().stream().<Node>map(this::line).toList());
                    if (model.hiddenCountProperty().get() > 0) {
                        node.getChildren()
                                .add(0, hidden(model.hiddenCountProperty().get()));
                    }
                },
                model.shown(),
                model.hiddenCountProperty(),
                narrow);
        node.widthProperty().subscribe(width -> narrow.set(width.doubleValue() > 0 && width.doubleValue() < ONE_LINE));
    }

    public VBox node() {
        return node;
    }

    private VBox hidden(int count) {
        Label words = new Label(texts.format("notice.hidden", count));
        words.setWrapText(true);
        HBox header = new HBox(words);
        header.getStyleClass().add("notice-header");
        VBox box = new VBox(header);
        box.getStyleClass().addAll("notice", style(Severity.OFFERED));
        return box;
    }

    private VBox line(Notice notice) {
        Label words = new Label(texts.format(notice.key(), notice.values().toArray()));
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
        HBox offers = new HBox();
        offers.getStyleClass().add("notice-header");
        notice.offers().forEach(offer -> offers.getChildren().add(offerButton(notice, offer)));
        if (narrow.get() && !notice.offers().isEmpty()) {
            box.getChildren().add(offers);
        } else {
            header.getChildren().add(offers);
        }
        header.getChildren().add(closeButton(notice));
        return box;
    }

    private static StudioIcon icon(Severity severity) {
        return switch (severity) {
            case DONE -> StudioIcon.DONE;
            case OFFERED -> StudioIcon.RESUME;
            case BUSY, FAILED -> StudioIcon.FAILED;
        };
    }

    private static String style(Severity severity) {
        return switch (severity) {
            case DONE -> "notice-done";
            case OFFERED -> "notice-offered";
            case BUSY, FAILED -> "notice-failed";
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

    private Button offerButton(Notice notice, Notice.Offer offer) {
        Button button = new Button(texts.get(offer.key()));
        button.setId("notice-offer");
        button.getStyleClass().addAll("run-button", "small-button");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> {
            model.dismiss(notice);
            steps.accept(offer.step());
        });
        return button;
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
