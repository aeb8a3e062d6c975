/** Learning rate schedules. */
package org.dwastudio.train.schedule;
