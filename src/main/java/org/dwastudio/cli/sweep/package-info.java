/** Command line of sweeps. */
@NullMarked
package org.dwastudio.cli.sweep;

import org.jspecify.annotations.NullMarked;
