/** Requests and formats of an export as plain values. */
@NullMarked
package org.dwastudio.stage.export.format;

import org.jspecify.annotations.NullMarked;
