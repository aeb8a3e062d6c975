/** View models and cards of a stage that runs by epochs. */
package org.dwastudio.ui.stage;
