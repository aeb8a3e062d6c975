/** The engine on PyTorch. The only package that knows every stage. */
@NullMarked
package org.dwastudio.engine.standard;

import org.jspecify.annotations.NullMarked;
