/** State of a synthesis that its parts share and that checkpoints hold. */
@NullMarked
package org.dwastudio.stage.synthesis.state;

import org.jspecify.annotations.NullMarked;
