/** One invocation of the program: engine, confirmation, shutdown and exit codes. */
@NullMarked
package org.dwastudio.cli.session;

import org.jspecify.annotations.NullMarked;
