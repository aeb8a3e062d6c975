/** Recipes of trainings: presets, rows and the view model that squeeze and evaluation share. */
package org.dwastudio.ui.recipe;
