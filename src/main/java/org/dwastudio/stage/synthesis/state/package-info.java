/** State of a synthesis that its parts share and that checkpoints hold. */
package org.dwastudio.stage.synthesis.state;
