/** Threads and cancellation of asynchronous work. Any package may come in; this one imports only the JDK. */
@NullMarked
package org.dwastudio.task;

import org.jspecify.annotations.NullMarked;
