package dev.lamina.app.studio.inspector;

import dev.lamina.model.check.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The fields of one kind of component; shows one component after the other.
final class FormModel {
    private final FormKind kind;
    private final List<FieldModel> fields;
    private final StringProperty filter = new SimpleStringProperty("");

    FormModel(FormKind kind, FieldModel.Writer writer) {
        this(kind, writer, FieldSpecs.of(kind));
    }

    FormModel(FormKind kind, FieldModel.Writer writer, List<FieldSpec> specs) {
        this.kind = kind;
        this.fields = specs.stream().map(spec -> new FieldModel(spec, writer)).toList();
    }

    FormKind kind() {
        return kind;
    }

    List<FieldModel> fields() {
        return fields;
    }

    /// The sections that have fields.
    List<Group> groups() {
        return fields.stream().map(field -> field.spec().group()).distinct().toList();
    }

    List<FieldModel> fields(Group group) {
        return fields.stream().filter(field -> field.spec().group() == group).toList();
    }

    /// What the names of fields that are shown have in common; empty for all.
    StringProperty filter() {
        return filter;
    }

    Optional<FieldModel> field(String path) {
        return fields.stream().filter(field -> field.spec().path().equals(path)).findFirst();
    }

    /// The field that a path within the component lies in; of several the one that says most.
    Optional<FieldModel> holding(String inner) {
        return fields.stream()
                .filter(field -> field.spec().holds(inner))
                .max(Comparator.comparingInt(field -> field.spec().path().length()));
    }

    /// How many fields of a section the document gives.
    IntegerBinding set(Group group) {
        List<FieldModel> own = fields(group);
        return Bindings.createIntegerBinding(
                () -> (int) own.stream().filter(FieldModel::isSet).count(),
                own.stream().map(FieldModel::set).toArray(Observable[]::new));
    }

    void beforeOther() {
        fields.forEach(FieldModel::beforeOther);
    }

    void afterOther() {
        fields.forEach(FieldModel::afterOther);
    }

    /// @param component as it is written
    /// @param effective by the paths of fields
    /// @param findings of the component, by their paths within it
    void show(Object component, Map<String, Effective> effective, Map<String, List<Finding>> findings) {
        Map<FieldModel, List<Finding>> byField = new HashMap<>();
        findings.forEach((inner, found) -> holding(inner)
                .ifPresent(field ->
                        byField.computeIfAbsent(field, key -> new ArrayList<>()).addAll(found)));
        for (FieldModel field : fields) {
            field.show(
                    Written.at(component, field.spec().path()),
                    effective.getOrDefault(field.spec().path(), Effective.UNKNOWN),
                    byField.getOrDefault(field, List.of()));
        }
    }
}
