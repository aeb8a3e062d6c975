/** State of the engine thread between runs: device, loaded dataset and teacher. */
@NullMarked
package org.dwastudio.engine.session;

import org.jspecify.annotations.NullMarked;
