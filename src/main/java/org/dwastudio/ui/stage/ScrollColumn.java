package org.dwastudio.ui.stage;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** A column of cards that scrolls vertically. */
public final class ScrollColumn extends ScrollPane {
    /** Width of the scroll bar in the style sheet; the content leaves it free, so that it does not shift when the bar appears. */
    private static final double BAR = 8;

    /** Space above a part that is scrolled to. */
    private static final double GAP_ABOVE = 8;

    private Optional<Node> appeared = Optional.empty();

    private ScrollColumn(VBox content) {
        super(content);
        content.setMinWidth(0);
        content.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(
                                0,
                                getWidth() - getInsets().getLeft() - getInsets().getRight() - BAR),
                        widthProperty(),
                        insetsProperty()));
        content.maxWidthProperty().bind(content.prefWidthProperty());
        setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getStyleClass().add("experiment-scroll");
    }

    /** Creates the column of settings at the left of a page. */
    public static ScrollColumn ofSettings(Node... parts) {
        VBox content = new VBox(parts);
        content.getStyleClass().add("experiment");
        return new ScrollColumn(content);
    }

    /** Scrolls to a part whenever it appears and is not entirely in view. */
    public ScrollColumn revealing(Node part) {
        part.visibleProperty().addListener((observable, was, visible) -> {
            // Its place is known after the next layout: other parts may change together with it.
            appeared = visible ? Optional.of(part) : Optional.empty();
            requestLayout();
        });
        return this;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Optional<Node> target = appeared;
        appeared = Optional.empty();
        target.ifPresent(part -> {
            getChildrenUnmodifiable().stream().filter(Parent.class::isInstance).forEach(child -> ((Parent) child)
                    .layout());
            scrollTo(part);
        });
    }

    private void scrollTo(Node part) {
        double view = getViewportBounds().getHeight();
        double hidden = getContent().getBoundsInLocal().getHeight() - view;
        Bounds place = getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal()));
        double top = Math.max(0, hidden) * getVvalue();
        boolean inView = place.getMinY() >= top && place.getMaxY() <= top + view;
        if (hidden > 0 && !inView) {
            setVvalue(Math.max(0, Math.min(1, (place.getMinY() - GAP_ABOVE) / hidden)));
        }
    }

    /**
     * Creates the column at the right of a page.
     *
     * @param styleClasses further style classes
     */
    public static ScrollColumn ofSide(VBox content, String... styleClasses) {
        ScrollColumn column = new ScrollColumn(content);
        column.getStyleClass().add("side-scroll");
        column.getStyleClass().addAll(styleClasses);
        return column;
    }
}
