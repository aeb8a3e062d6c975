/**
 * The kinds of settings: numbers with ranges, choices, flags, texts and paths, each with its key and the way to read and
 * replace it. Knows no block of an experiment; every block builds its table of these.
 */
@NullMarked
package org.dwastudio.config.setting;

import org.jspecify.annotations.NullMarked;
