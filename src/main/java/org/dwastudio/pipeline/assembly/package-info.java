/** Puts the stages together: the only place that knows them all. */
package org.dwastudio.pipeline.assembly;
