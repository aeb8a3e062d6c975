/** Start, record, resumption and end of a stage in its run folder, the same for all stages. */
@NullMarked
package org.dwastudio.stage.lifecycle;

import org.jspecify.annotations.NullMarked;
