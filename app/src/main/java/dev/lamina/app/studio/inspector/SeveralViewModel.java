package dev.lamina.app.studio.inspector;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What several selected components of one kind have in common, and how a value gets into all of them as one step.
final class SeveralViewModel {
    private static final Texts TEXTS = Texts.of(SeveralViewModel.class);

    private final DocumentSession session;
    private final Desk desk;
    private final Attempts attempts;
    private final Map<FormKind, FormModel> forms = new EnumMap<>(FormKind.class);
    private final ReadOnlyObjectWrapper<List<Place>> places = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<FormModel>> form = new ReadOnlyObjectWrapper<>(Optional.empty());

    SeveralViewModel(DocumentSession session, Desk desk, ReadOnlyObjectProperty<List<Place>> chosen) {
        this.session = session;
        this.desk = desk;
        this.attempts = new Attempts(session, desk);
        chosen.subscribe(this::choose);
        session.shown().subscribe((before, now) -> choose(chosen.get()));
        session.reviewed().subscribe((before, now) -> refresh());
    }

    /// Those that are selected, when they are several.
    ReadOnlyObjectProperty<List<Place>> places() {
        return places.getReadOnlyProperty();
    }

    /// What they have in common; empty when they are of different kinds.
    ReadOnlyObjectProperty<Optional<FormModel>> form() {
        return form.getReadOnlyProperty();
    }

    private void choose(List<Place> chosen) {
        List<Place> now = chosen.size() < 2
                ? List.of()
                : chosen.stream()
                        .filter(place -> place.exists(session.composition()))
                        .toList();
        if (!now.equals(places.get())) {
            form.get().ifPresent(FormModel::beforeOther);
            form.set(Optional.empty());
            places.set(now);
        }
        refresh();
    }

    private void refresh() {
        List<Place> now = places.get();
        Optional<FormKind> kind = Several.kind(now);
        if (kind.isEmpty()) {
            form.set(Optional.empty());
            return;
        }
        Document document = session.shown().get();
        desk.background()
                .compute(
                        () -> components(document, now),
                        components -> {
                            if (places.get().equals(now) && session.shown().get() == document) {
                                show(kind.get(), components);
                            }
                        },
                        problem -> session.say(String.valueOf(problem.getMessage())));
    }

    private static List<Object> components(Document document, List<Place> places) {
        return places.stream()
                .map(place -> Written.component(document, place).orElse(Map.of()))
                .toList();
    }

    private void show(FormKind kind, List<Object> components) {
        FormModel now =
                forms.computeIfAbsent(kind, wanted -> new FormModel(wanted, new AllWriter(), Several.fields(wanted)));
        List<Map<String, Effective>> effective = places.get().stream()
                .map(place -> EffectiveValues.of(session.reviewed().get(), place))
                .toList();
        now.fields().forEach(field -> Several.show(field, components, effective));
        if (form.get().isEmpty()) {
            form.set(Optional.of(now));
            now.afterOther();
        }
    }

    /// Writes into all of them.
    private final class AllWriter implements FieldModel.Writer {
        @Override
        public void write(FieldModel field, Optional<Object> value) {
            apply(
                    field,
                    value.isPresent() ? "step.set" : "step.reset",
                    (document, place, written) -> edits(document, place, field.spec(), value, written));
        }

        private Stream<Change> edits(
                Document document, Place place, FieldSpec spec, Optional<Object> value, Object written) {
            if (value.isPresent()) {
                return Stream.of(FieldEdits.set(document, place, spec, value.get(), written));
            }
            return Written.at(written, spec.path()).isPresent()
                    ? Stream.of(FieldEdits.reset(document, place, spec, written))
                    : Stream.of();
        }

        /// Each keeps the other capabilities that it has.
        @Override
        public void hold(FieldModel field, Capability capability, boolean held) {
            Optional<Reviewed> reviewed = session.reviewed().get();
            FieldSpec spec = field.spec();
            apply(field, "step.set", (document, place, written) -> {
                List<String> words = Several.words(written, EffectiveValues.of(reviewed, place), spec.path());
                return CapabilityChoice.holds(words, capability) == held
                        ? Stream.of()
                        : Stream.of(FieldEdits.set(
                                document, place, spec, CapabilityChoice.with(words, capability, held), written));
            });
        }

        private void apply(FieldModel field, String step, ForOne forOne) {
            List<Place> all = places.get();
            attempts.make(field, document -> {
                List<Object> components = components(document, all);
                List<Edit> edits = new ArrayList<>();
                for (int i = 0; i < all.size(); i++) {
                    forOne.changes(document, all.get(i), components.get(i))
                            .forEach(change -> edits.addAll(change.edits()));
                }
                return new Change(TEXTS.get(step, field.spec().path(), TEXTS.get("components", all.size())), edits);
            });
        }

        @Override
        public Optional<String> whyNotReset(FieldSpec spec) {
            return places.get().stream().findFirst().flatMap(place -> FieldEdits.whyNotReset(place, spec));
        }
    }

    private interface ForOne {
        /// What is to be done with one component.
        ///
        /// @param written the component as it is
        Stream<Change> changes(Document document, Place place, Object written);
    }
}
