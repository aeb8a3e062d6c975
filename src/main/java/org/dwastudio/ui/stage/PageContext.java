package org.dwastudio.ui.stage;

import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/**
 * Services of the window for the views of a page.
 *
 * @param texts messages in the language of the window
 * @param lifetime of the views
 */
public record PageContext(Messages texts, Disposables lifetime, PathPicker picker, StageNavigator navigator) {}
