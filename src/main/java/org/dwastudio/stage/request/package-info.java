/** Requests for stages, one record per stage, and their outcomes: the values that an entry point exchanges with the engine. */
@NullMarked
package org.dwastudio.stage.request;

import org.jspecify.annotations.NullMarked;
