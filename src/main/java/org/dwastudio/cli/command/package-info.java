/** The commands, one class each. */
@NullMarked
package org.dwastudio.cli.command;

import org.jspecify.annotations.NullMarked;
