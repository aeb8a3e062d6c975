/**
 * The contract between the window's frame and the page of a stage, and what all pages share: the engine's work, progress,
 * estimate. Knows no stage by name; pages and frame may come in.
 */
@NullMarked
package org.dwastudio.ui.stage;

import org.jspecify.annotations.NullMarked;
