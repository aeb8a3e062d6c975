/** Stage 5, export: writes the distilled set in a format that other programs read. */
@NullMarked
package org.dwastudio.stage.export;

import org.jspecify.annotations.NullMarked;
