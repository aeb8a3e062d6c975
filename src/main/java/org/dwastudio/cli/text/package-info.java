/** Text output of estimates, devices and dataset reports. */
@NullMarked
package org.dwastudio.cli.text;

import org.jspecify.annotations.NullMarked;
