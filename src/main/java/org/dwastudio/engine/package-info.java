/** The engine API that the window and the command line use: requests, outcomes and summaries. */
@NullMarked
package org.dwastudio.engine;

import org.jspecify.annotations.NullMarked;
