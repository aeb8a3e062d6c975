/** Stress tables: the same pipeline on training data that is degraded level by level. Uses the engine, knows no entry point. */
@NullMarked
package org.dwastudio.stress;

import org.jspecify.annotations.NullMarked;
