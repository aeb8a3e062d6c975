package org.dwastudio.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Search for texts of a window that are not shown completely. */
final class CutTexts {
    private static final double TOLERANCE = 1;

    private CutTexts() {}

    /** Returns the visible texts of a part of a window that end with an ellipsis or reach out of the window. */
    static List<String> of(Node part) {
        List<String> cut = new ArrayList<>();
        collect(part, part.getScene(), cut);
        return cut;
    }

    private static void collect(Node node, Scene scene, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && hasText(labeled) && isCut(labeled, scene)) {
            cut.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, scene, cut));
        }
    }

    private static boolean hasText(Labeled labeled) {
        return labeled.getText() != null && !labeled.getText().isEmpty();
    }

    private static boolean isCut(Labeled labeled, Scene scene) {
        Bounds bounds = labeled.localToScene(labeled.getBoundsInLocal());
        boolean outside = bounds.getMaxX() > scene.getWidth() + TOLERANCE || bounds.getMinX() < -TOLERANCE;
        boolean shortened = labeled.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .filter(text -> text.getParent() == labeled)
                .map(text -> ((Text) text).getText())
                .anyMatch(shown -> shown.endsWith(labeled.getEllipsisString())
                        && !labeled.getText().endsWith(labeled.getEllipsisString()));
        return outside || shortened;
    }
}
