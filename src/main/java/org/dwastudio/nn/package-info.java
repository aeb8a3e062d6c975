/** Networks with weights, and the catalog that creates and matches them. */
package org.dwastudio.nn;
