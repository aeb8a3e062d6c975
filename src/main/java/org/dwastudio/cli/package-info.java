/** One command a stage, and the console's view of a run. */
package org.dwastudio.cli;
