package org.dwastudio.ui.setting;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dwastudio.text.Message;

/** Setting that is edited as text. FX thread only. */
public final class SettingField {
    private final String key;
    private final String original;
    private final StringProperty text;
    private final ReadOnlyObjectWrapper<Optional<Message>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());

    /**
     * Creates a field.
     *
     * @param key key as in {@code --set}
     * @param original value before any edit
     */
    public SettingField(String key, String original) {
        this.key = key;
        this.original = original;
        text = new SimpleStringProperty(this, "text", original);
    }

    /** Returns the key as in {@code --set}. */
    public String key() {
        return key;
    }

    /** Returns the text of the value. */
    public StringProperty textProperty() {
        return text;
    }

    /** Returns the reason why the text is not allowed; empty if it is. */
    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Sets the reason why the text is not allowed; empty if it is. */
    public void setProblem(Optional<Message> message) {
        problem.set(message);
    }

    /** Returns true if the text differs from the value before any edit. */
    public boolean isEdited() {
        return !text.get().strip().equals(original);
    }
}
