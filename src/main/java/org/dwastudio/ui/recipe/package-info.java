/** Recipes of trainings: presets, rows and the view model that squeeze and evaluation share. */
@NullMarked
package org.dwastudio.ui.recipe;

import org.jspecify.annotations.NullMarked;
