/** Reading of earlier runs: the run history, interrupted runs, and the events of a recorded run. */
package org.dwastudio.run.history;
