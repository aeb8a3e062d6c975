/** Named starting points of every stage, as the window and the documentation offer them. */
package org.dwastudio.config.preset;
