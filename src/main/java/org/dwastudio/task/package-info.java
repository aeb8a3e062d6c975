/** Threads and cancellation of asynchronous work. Any package may use it; it imports only the JDK. */
@NullMarked
package org.dwastudio.task;

import org.jspecify.annotations.NullMarked;
