/** What turns the gradients of a student's weights into a step. Synthesis and evaluation share it. */
package org.dwastudio.pipeline.optimizer;
