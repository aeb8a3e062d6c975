/** The history of runs, as their folders tell it. */
package org.dwastudio.experiment;
