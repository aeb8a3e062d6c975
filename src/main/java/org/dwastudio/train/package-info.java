/** Training components that squeeze, regression and students share. */
package org.dwastudio.train;
