/** Progress output on a terminal and in logs. */
@NullMarked
package org.dwastudio.cli.progress;

import org.jspecify.annotations.NullMarked;
