package dev.lamina.app.studio.inspector;

import dev.lamina.model.check.Finding;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One field of the component that is shown: what the document gives, what counts where it gives nothing,
/// and what is wrong with what somebody wants to write. What is being typed is the control's alone until it
/// is [#set].
final class FieldModel {
    private final FieldSpec spec;
    private final Writer writer;
    private final ReadOnlyObjectWrapper<Optional<Object>> given = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Effective> effective = new ReadOnlyObjectWrapper<>(Effective.UNKNOWN);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper set = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<String>> some = new ReadOnlyObjectWrapper<>(List.of());
    private final List<Runnable> beforeOther = new ArrayList<>();
    private final List<Runnable> afterOther = new ArrayList<>();
    private boolean differs;

    /// Writes values of the component that is shown.
    interface Writer {
        /// @param value empty to take the value out
        void write(FieldModel field, Optional<Object> value);

        /// Adds a capability to those that there are, or takes it away.
        default void hold(FieldModel field, Capability capability, boolean held) {
            write(field, Optional.of(CapabilityChoice.with(field.words(), capability, held)));
        }

        /// Why the value cannot be taken out; empty when it can.
        Optional<String> whyNotReset(FieldSpec spec);
    }

    FieldModel(FieldSpec spec, Writer writer) {
        this.spec = spec;
        this.writer = writer;
    }

    FieldSpec spec() {
        return spec;
    }

    /// As the document gives it; empty when it gives none.
    ReadOnlyObjectProperty<Optional<Object>> given() {
        return given.getReadOnlyProperty();
    }

    /// What counts, as far as that is known.
    ReadOnlyObjectProperty<Effective> effective() {
        return effective.getReadOnlyProperty();
    }

    /// The words of a list of texts that count: those of the document, else those of label or default.
    List<String> words() {
        return effective.get().words(given.get());
    }

    /// Why the last value was not written; empty when it was.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// What the rules say of this field.
    ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /// Whether the document gives a value; of several components, to some of them.
    boolean isSet() {
        return set.get();
    }

    ReadOnlyBooleanProperty set() {
        return set.getReadOnlyProperty();
    }

    /// Of several components that differ: the capabilities that some of them have.
    ReadOnlyObjectProperty<List<String>> some() {
        return some.getReadOnlyProperty();
    }

    /// Whether several components have different values, and which words some of them have.
    void differ(boolean now, List<String> words) {
        differs = now;
        some.set(List.copyOf(words));
        set.set(now || given.get().isPresent());
    }

    /// Adds a capability, or takes it away.
    void hold(Capability capability, boolean held) {
        writer.hold(this, capability, held);
    }

    /// Writes a value into the document, unless it has it already.
    void set(Object value) {
        if (given.get().equals(Optional.of(value))) {
            problem.set("");
        } else {
            writer.write(this, Optional.of(value));
        }
    }

    /// Takes the value out of the document, so that label, image or default count.
    void reset() {
        if (isSet() && whyNotReset().isEmpty()) {
            writer.write(this, Optional.empty());
        }
    }

    Optional<String> whyNotReset() {
        return writer.whyNotReset(spec);
    }

    /// The value was refused.
    void refuse(String why) {
        problem.set(why);
    }

    /// What controls do when another component is about to be shown, and after it is: give what was typed
    /// to the one, and take the value of the other.
    void onOther(Runnable before, Runnable after) {
        beforeOther.add(before);
        afterOther.add(after);
    }

    void beforeOther() {
        List.copyOf(beforeOther).forEach(Runnable::run);
    }

    void afterOther() {
        problem.set("");
        List.copyOf(afterOther).forEach(Runnable::run);
    }

    void show(Optional<Object> value, Effective counts, List<Finding> found) {
        if (!given.get().equals(value)) {
            given.set(value);
            problem.set("");
        }
        set.set(differs || value.isPresent());
        Effective now = value.isPresent() ? counts.from(Effective.Source.HERE) : counts;
        if (!effective.get().equals(now)) {
            effective.set(now);
        }
        if (!findings.get().equals(found)) {
            findings.set(List.copyOf(found));
        }
    }
}
