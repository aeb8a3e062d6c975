/** Experiments and their parameters: one record per stage, with the range of every number. Depends on the JDK only, so that every entry point and a cluster job can share it. */
@NullMarked
package org.dwastudio.config;

import org.jspecify.annotations.NullMarked;
