/** Reads and writes experiments as YAML with strict errors. The only package that knows the YAML library. */
@NullMarked
package org.dwastudio.config.yaml;

import org.jspecify.annotations.NullMarked;
