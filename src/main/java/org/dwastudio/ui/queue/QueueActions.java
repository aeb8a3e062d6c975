package org.dwastudio.ui.queue;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dwastudio.queue.QueuedStage;

/**
 * Actions of the window on queued stages.
 *
 * @param load shows the settings of a stage in the window
 * @param change begins to change the settings of a stage
 * @param addFollowing queues the stages that use the images of a stage
 * @param canBeFollowed returns true if there are such stages
 * @param block returns the block of the experiment that holds the settings of a stage
 */
public record QueueActions(
        Consumer<QueuedStage> load,
        Consumer<QueuedStage> change,
        Consumer<QueuedStage> addFollowing,
        Predicate<QueuedStage> canBeFollowed,
        Function<QueuedStage, String> block) {}
