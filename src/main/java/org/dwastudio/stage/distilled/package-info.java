/** Distilled sets of run folders and exports as training data, with their stored soft labels. Shared by relabel and evaluation. */
@NullMarked
package org.dwastudio.stage.distilled;

import org.jspecify.annotations.NullMarked;
