/** Option groups and converters that commands share. */
@NullMarked
package org.dwastudio.cli.option;

import org.jspecify.annotations.NullMarked;
