package org.dwastudio.ui.stage;

import java.util.function.Consumer;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.screen.Messages;

/**
 * Services of the window for the views of a page.
 *
 * @param texts messages in the language of the window
 * @param lifetime of the views
 * @param steps opens files and folders
 */
public record PageContext(
        Messages texts, Disposables lifetime, PathPicker picker, StageNavigator navigator, Consumer<NextStep> steps) {}
