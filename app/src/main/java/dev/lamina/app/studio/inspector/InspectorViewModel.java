package dev.lamina.app.studio.inspector;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Fixing;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Finding;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.Notes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.SetChangeListener;

/// What the inspector shows of the selected component, and how its values get into the document.
final class InspectorViewModel {
    private final DocumentSession session;
    private final Desk desk;
    private final Attempts attempts;
    private final Map<FormKind, FormModel> forms = new EnumMap<>(FormKind.class);
    private final ReadOnlyObjectWrapper<List<Place>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<FormModel>> form = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Header> header = new ReadOnlyObjectWrapper<>(Header.NONE);
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final List<Runnable> beforeOther = new ArrayList<>();
    private Optional<Place> place = Optional.empty();
    private Object component = Map.of();
    private boolean filled = true;
    private Read last = new Read(Optional.empty(), Place.KERNEL, Optional.empty(), "");

    InspectorViewModel(DocumentSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
        this.attempts = new Attempts(session, desk);
        session.selection().places().addListener((SetChangeListener<Place>) change -> choose());
        session.selection().single().addListener(changed -> choose());
        session.shown().addListener(changed -> refresh());
        session.reviewed().addListener(changed -> refresh());
        choose();
    }

    /// All that is selected, in the order of the lanes.
    ReadOnlyObjectProperty<List<Place>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// The form of the selected component; empty unless it is one.
    ReadOnlyObjectProperty<Optional<FormModel>> form() {
        return form.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Header> header() {
        return header.getReadOnlyProperty();
    }

    /// What the rules say of the selected component.
    ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /// What is done when another component is about to be shown: what was typed is of the one before.
    void beforeOther(Runnable task) {
        beforeOther.add(task);
    }

    private void choose() {
        List<Place> now = List.copyOf(session.selection().places());
        Optional<Place> single = session.selection().single().get();
        chosen.set(now);
        if (single.equals(place)) {
            return;
        }
        beforeOther.forEach(Runnable::run);
        form.get().ifPresent(FormModel::beforeOther);
        place = single;
        filled = false;
        component = Map.of();
        header.set(single.map(at -> Header.of(session.composition(), at)).orElse(Header.NONE));
        refresh();
    }

    private FormModel form(Place at) {
        return forms.computeIfAbsent(FormKind.of(at), kind -> new FormModel(kind, new FieldWriter()));
    }

    /// Reads anew what is shown.
    private void refresh() {
        Optional<Place> at = place;
        Optional<Reviewed> reviewed = session.reviewed().get();
        Document document = session.shown().get();
        if (at.isEmpty()) {
            form.set(Optional.empty());
            findings.set(List.of());
            return;
        }
        Place shown = at.get();
        if (last.of(document, shown)) {
            last.component().ifPresent(value -> show(shown, value, reviewed));
            return;
        }
        desk.background()
                .compute(
                        () -> new Read(
                                Optional.of(document),
                                shown,
                                Written.component(document, shown),
                                Notes.of(document).getOrDefault(shown.path(), "")),
                        read -> {
                            if (place.equals(at) && session.shown().get() == document) {
                                last = read;
                                note.set(read.note());
                                read.component()
                                        .ifPresent(value -> show(
                                                shown, value, session.reviewed().get()));
                            }
                        },
                        problem -> session.say(String.valueOf(problem.getMessage())));
    }

    /// What a document says of one component.
    private record Read(Optional<Document> document, Place place, Optional<Object> component, String note) {
        boolean of(Document other, Place at) {
            return document.filter(known -> known == other).isPresent() && place.equals(at);
        }
    }

    private void show(Place at, Object written, Optional<Reviewed> reviewed) {
        component = written;
        header.set(Header.of(session.composition(), at));
        Map<String, List<Finding>> found = ComponentFindings.of(at, reviewed);
        findings.set(found.values().stream().flatMap(List::stream).toList());
        FormModel now = form(at);
        now.show(written, EffectiveValues.of(reviewed, at), found);
        boolean other = !filled;
        filled = true;
        form.set(Optional.of(now));
        if (other) {
            now.afterOther();
        }
    }

    /// The container at a place; empty for what is none.
    static Optional<ContainerView> container(Reviewed reviewed, Place at) {
        return reviewed.system().containers().stream()
                .filter(container -> container.path().equals(at.path()))
                .findFirst();
    }

    /// Gives the component another name.
    void rename(String name) {
        place.filter(at -> !name.isBlank() && !name.equals(header.get().name()))
                .ifPresent(at -> apply(document -> Gestures.rename(document, at, name.strip())));
    }

    /// What its author says of the component; empty when nothing.
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /// Says something of the component.
    void note(String text) {
        place.filter(at -> !text.strip().equals(note.get()))
                .ifPresent(at -> apply(document -> Gestures.note(document, at, text.strip())));
    }

    /// What is selected by then stays so.
    private void apply(Function<Document, Made> gesture) {
        session.apply(document -> new Made(gesture.apply(document).change(), List.of()));
    }

    /// Shows everywhere what a finding is about.
    void reveal(Finding finding) {
        session.selection().reveal(finding.path());
    }

    /// Does what mends a finding.
    void fix(Finding finding) {
        Fixing.make(session, finding);
    }

    /// The field that the user was sent to, when it is in this form.
    Optional<FieldModel> revealed(String path) {
        return place.filter(at -> Place.of(path).filter(at::equals).isPresent())
                .flatMap(at -> form.get().flatMap(now -> now.holding(ComponentFindings.inner(at, path))));
    }

    /// Writes into the selected component.
    private final class FieldWriter implements FieldModel.Writer {
        @Override
        public void write(FieldModel field, Optional<Object> value) {
            if (place.isEmpty()) {
                return;
            }
            Place at = place.get();
            Object written = component;
            attempts.make(
                    field,
                    document -> value.map(now -> FieldEdits.set(document, at, field.spec(), now, written))
                            .orElseGet(() -> FieldEdits.reset(document, at, field.spec(), written)));
        }

        @Override
        public Optional<String> whyNotReset(FieldSpec spec) {
            return place.flatMap(at -> FieldEdits.whyNotReset(at, spec));
        }
    }
}
