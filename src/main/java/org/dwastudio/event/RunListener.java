package org.dwastudio.event;

import java.util.List;

/** Listener to the events of a run. Called on the engine thread: must return at once, never block and never throw. */
@FunctionalInterface
public interface RunListener {

    void onEvent(RunEvent event);

    /**
     * Returns true if images of a running column would be displayed now. Called before they are copied from the device;
     * images of waiting and finished columns are always sent.
     */
    default boolean wantsImages() {
        return true;
    }

    /** Returns a listener that notifies all of the given listeners, in order. */
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
