/** Recording of a run to its folder while it happens, and joining of parts. */
package org.dwastudio.run.record;
