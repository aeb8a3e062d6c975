/** Contracts of every stage: control, live tuning, estimates and errors. */
@NullMarked
package org.dwastudio.stage;

import org.jspecify.annotations.NullMarked;
