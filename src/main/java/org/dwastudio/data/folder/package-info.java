/** Image folders: listing, class names, links, and the manifests of this program's exports. The readers of formats may come in. */
@NullMarked
package org.dwastudio.data.folder;

import org.jspecify.annotations.NullMarked;
