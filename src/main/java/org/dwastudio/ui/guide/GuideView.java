package org.dwastudio.ui.guide;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.text.FailureCause;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;

/** View of the user guide: its pages at the left, the open one at the right. */
public final class GuideView {
    private final GuideViewModel model;
    private final Messages texts;
    private final BorderPane node = new BorderPane();
    private final ScrollPane scroll = new ScrollPane();
    private final ToggleGroup pages = new ToggleGroup();
    private final Label english = new Label();

    public GuideView(GuideViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("guide-scroll");
        node.getStyleClass().add("guide");
        node.setLeft(contents(lifetime));
        node.setCenter(scroll);
        lifetime.follow(model.pageProperty(), this::show);
    }

    public Region node() {
        return node;
    }

    private VBox contents(Disposables lifetime) {
        VBox list = new VBox();
        list.getStyleClass().add("guide-contents");
        for (String name : GuideViewModel.PAGES) {
            ToggleButton button = new ToggleButton(texts.get("guide.page." + name));
            button.setUserData(GuideViewModel.named(name));
            button.setToggleGroup(pages);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("guide-contents-button");
            button.setOnAction(event -> {
                // The open page stays selected when it is clicked again.
                model.open(GuideViewModel.named(name));
                choose(model.pageProperty().get());
            });
            list.getChildren().add(button);
        }
        Button back = new Button(texts.get("guide.back"));
        back.setOnAction(event -> model.goBack());
        lifetime.follow(model.canGoBackProperty(), can -> back.setDisable(!can));
        list.getChildren().add(back);
        english.setId("guide-in-english");
        english.setText(texts.get("guide.inEnglish"));
        english.getStyleClass().add("muted");
        english.setWrapText(true);
        english.setMinHeight(Region.USE_PREF_SIZE);
        list.getChildren().add(english);
        return list;
    }

    private void show(GuidePage page) {
        choose(page);
        Optional<GuidePage> translation = page.in(texts.language().locale());
        Visibility.show(english, texts.language() != Language.ENGLISH && translation.isEmpty());
        String markdown;
        try {
            markdown = translation.orElse(page).text();
        } catch (IOException failure) {
            markdown = FailureCause.messageOf(failure);
        }
        scroll.setContent(MarkdownBlocks.of(page, markdown, link -> follow(page, link)));
        scroll.setVvalue(0);
    }

    private void follow(GuidePage from, String link) {
        from.linked(link).ifPresent(target -> {
            model.open(target);
            try {
                target.section(link).ifPresent(this::scrollTo);
            } catch (IOException unreadable) {
                // The opened page shows the reason.
                scroll.setVvalue(0);
            }
        });
    }

    /** Scrolls to a heading of the shown page, counted from 0. */
    private void scrollTo(int section) {
        VBox blocks = (VBox) scroll.getContent();
        // Heights follow from the width, which images take over in the first of two passes.
        for (int pass = 0; pass < 2; pass++) {
            scroll.applyCss();
            scroll.layout();
        }
        List<Node> headings = MarkdownBlocks.headings(blocks);
        double hidden = blocks.getHeight() - scroll.getViewportBounds().getHeight();
        if (section < headings.size() && hidden > 0) {
            scroll.setVvalue(
                    Math.min(1, headings.get(section).getBoundsInParent().getMinY() / hidden));
        }
    }

    private void choose(GuidePage page) {
        pages.getToggles().forEach(toggle -> toggle.setSelected(page.equals(toggle.getUserData())));
    }
}
