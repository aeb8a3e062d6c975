package org.dwastudio.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * How long a view listens to its view model. View models outlive views: when the language changes, the views are built
 * anew and the old ones end their lifetime, so that nothing holds them. FX thread only.
 */
public final class Disposables {
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Tells the value now and after every change. */
    public <T> void follow(ObservableValue<T> value, Consumer<? super T> consumer) {
        subscriptions.add(value.subscribe(consumer));
    }

    /** Runs now and whenever one of these changes. */
    public void follow(Runnable action, Observable... sources) {
        InvalidationListener listener = observable -> action.run();
        for (Observable source : sources) {
            source.addListener(listener);
            subscriptions.add(() -> source.removeListener(listener));
        }
        action.run();
    }

    /** Runs at the end. */
    public void whenOver(Runnable action) {
        subscriptions.add(action::run);
    }

    /** Stops listening. */
    public void end() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }
}
