/** One invocation of the program: engine, confirmation, shutdown and exit codes. */
package org.dwastudio.cli.session;
