/** The queue of stages: its view model, its list, and the change of the settings of a queued stage. */
@NullMarked
package org.dwastudio.ui.queue;

import org.jspecify.annotations.NullMarked;
