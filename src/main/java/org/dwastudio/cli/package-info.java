/** The command line: parsing of arguments and translation of failures. */
@NullMarked
package org.dwastudio.cli;

import org.jspecify.annotations.NullMarked;
