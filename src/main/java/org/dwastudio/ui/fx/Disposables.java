package org.dwastudio.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * Listeners of a view to its view model. View models outlive views: when the language changes, the views are rebuilt
 * and the old ones end their lifetime, so that nothing references them. FX thread only.
 */
public final class Disposables {
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Passes the value to the consumer now and after every change. */
    public <T> void follow(ObservableValue<T> value, Consumer<? super T> consumer) {
        subscriptions.add(value.subscribe(consumer));
    }

    /** Runs an action now and after every change of a source. */
    public void follow(Runnable action, Observable... sources) {
        InvalidationListener listener = observable -> action.run();
        for (Observable source : sources) {
            source.addListener(listener);
            subscriptions.add(() -> source.removeListener(listener));
        }
        action.run();
    }

    /** Registers an action that runs at the end. */
    public void onEnd(Runnable action) {
        subscriptions.add(action::run);
    }

    /** Removes all listeners and runs the registered actions. */
    public void end() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }
}
