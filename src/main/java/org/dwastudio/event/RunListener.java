package org.dwastudio.event;

import java.util.List;

/** Watches a run. Called on the engine thread: return at once, never block, never throw. */
@FunctionalInterface
public interface RunListener {

    void onEvent(RunEvent event);

    /**
     * Whether pictures of a running column would be looked at now. Asked before they are copied off the device; pictures
     * of waiting and finished columns come in any case.
     */
    default boolean wantsImages() {
        return true;
    }

    /** One listener that tells all of these, in order. */
    static RunListener all(List<? extends RunListener> listeners) {
        List<RunListener> copy = List.copyOf(listeners);
        return new RunListener() {
            @Override
            public void onEvent(RunEvent event) {
                copy.forEach(listener -> listener.onEvent(event));
            }

            @Override
            public boolean wantsImages() {
                return copy.stream().anyMatch(RunListener::wantsImages);
            }
        };
    }
}
