/** The evaluation page: student recipe, progress and results. */
@NullMarked
package org.dwastudio.ui.evaluation;

import org.jspecify.annotations.NullMarked;
