/** Recording of a run to its folder while it happens, and joining of parts. */
@NullMarked
package org.dwastudio.run.record;

import org.jspecify.annotations.NullMarked;
