/** What this computer can compute on, what was chosen of it, and what can be used in the end. Knows no tensors. */
package org.dwastudio.compute;
