/** How a student sees the images, step by step, and what a teacher said of those views. Relabel and evaluation share it. */
package org.dwastudio.pipeline.view;
