/** Threads and failures of asynchronous work. Any package may come in; this one imports only the JDK. */
package org.dwastudio.task;
