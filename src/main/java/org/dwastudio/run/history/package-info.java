/** Reading of earlier runs: the run history, interrupted runs, and the events of a recorded run. */
@NullMarked
package org.dwastudio.run.history;

import org.jspecify.annotations.NullMarked;
