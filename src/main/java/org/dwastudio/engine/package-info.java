/** The engine API that the window and the command line use: requests, outcomes and summaries. */
package org.dwastudio.engine;
