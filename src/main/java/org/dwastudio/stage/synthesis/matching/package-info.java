/** Distribution matching: the alternative method of the synthesis, in which all columns of a class advance together. */
@NullMarked
package org.dwastudio.stage.synthesis.matching;

import org.jspecify.annotations.NullMarked;
