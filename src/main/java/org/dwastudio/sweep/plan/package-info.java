/** Plan of a sweep: its numbered trials, those left out, and trials that are added later. */
@NullMarked
package org.dwastudio.sweep.plan;

import org.jspecify.annotations.NullMarked;
