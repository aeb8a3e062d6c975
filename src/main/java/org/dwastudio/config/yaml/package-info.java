/** Reads and writes experiments as YAML with strict errors. The only package that knows the YAML library. */
package org.dwastudio.config.yaml;
