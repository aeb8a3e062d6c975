/** The engine on PyTorch. The only package that knows every stage. */
package org.dwastudio.engine.standard;
