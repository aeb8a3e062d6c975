/** Start, record, resumption and end of a stage in its run folder, the same for all stages. */
package org.dwastudio.stage.lifecycle;
