/** Progress output on a terminal and in logs. */
package org.dwastudio.cli.progress;
