/** Contracts of every stage: control, live tuning, estimates and errors. */
package org.dwastudio.stage;
