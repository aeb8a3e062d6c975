/** A pickle reader that creates nothing but an allow-list of values. */
package org.dwastudio.weights.pickle;
