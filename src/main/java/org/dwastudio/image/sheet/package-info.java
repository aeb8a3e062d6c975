/** Layout and drawing of labeled image sheets. */
package org.dwastudio.image.sheet;
