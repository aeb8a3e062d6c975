/** State of the engine thread between runs: device, loaded dataset and teacher. */
package org.dwastudio.engine.session;
