/** The safetensors format. */
package org.dwastudio.weights.safetensors;
