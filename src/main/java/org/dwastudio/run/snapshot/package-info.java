/** Snapshots of the images of a synthesis at fixed iterations: their schedule, the file of a run, and its reader. */
package org.dwastudio.run.snapshot;
