/** Requests for stages, one record per stage, and their outcomes: the values that an entry point exchanges with the engine. */
package org.dwastudio.stage.request;
