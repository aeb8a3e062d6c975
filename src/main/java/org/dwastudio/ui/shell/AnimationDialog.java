package org.dwastudio.ui.shell;

import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.export.AnimationView;
import org.dwastudio.ui.export.AnimationViewModel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Dialog with the size of an animation before it is written, opened and closed by its view model. */
record AnimationDialog(ToolDialog dialog) {
    private static final double WIDTH = 460;

    static AnimationDialog of(
            Window owner, AnimationViewModel animation, PathPicker picker, Messages texts, Disposables lifetime) {
        return new AnimationDialog(new ToolDialog(
                owner,
                animation.shownProperty(),
                "command.exportAnimation",
                whileOpen -> {
                    Region node = new AnimationView(
                                    animation,
                                    () -> picker.pick(
                                            PathRequest.saveFile(
                                                    "picker.animation", FileType.ANIMATIONS, animation.fileName()),
                                            texts),
                                    texts,
                                    whileOpen)
                            .node();
                    node.setPrefWidth(WIDTH);
                    return node;
                },
                texts,
                lifetime));
    }
}
