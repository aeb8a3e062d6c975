/**
 * The contract between the window's frame and the page of a stage, and what all pages share: the engine's work, progress,
 * estimate. Does not depend on a particular stage; used by pages and frame.
 */
@NullMarked
package org.dwastudio.ui.stage;

import org.jspecify.annotations.NullMarked;
