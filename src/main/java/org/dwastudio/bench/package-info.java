/** Benchmarks of the pixel step and of student training. The product never depends on them. */
package org.dwastudio.bench;
