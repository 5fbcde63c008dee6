package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Section;
import dev.lamina.model.StartCondition;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What services wait for before they start.
final class StartRelations {
    private static final Texts TEXTS = Texts.of(StartRelations.class);

    private final List<ContainerView> services;

    StartRelations(SystemView system) {
        this.services = system.containers(Section.SERVICES);
    }

    List<Relation> all() {
        return services.stream()
                .flatMap(service -> conditions(service).flatMap(condition -> relation(service, condition).stream()))
                .toList();
    }

    private static Stream<StartCondition> conditions(ContainerView service) {
        String text = service.spec().annotations().value().getOrDefault(StartCondition.ANNOTATION, "");
        return StartCondition.words(text).stream().flatMap(word -> StartCondition.parse(word).stream());
    }

    private Optional<Relation> relation(ContainerView service, StartCondition condition) {
        Place place = Relations.place(service);
        String name = service.name();
        return switch (condition) {
            case StartCondition.Service(String other) ->
                services.stream()
                        .filter(each -> each.name().equals(other))
                        .findFirst()
                        .map(each -> Relation.between(
                                RelationKind.AFTER,
                                place,
                                Relations.place(each),
                                TEXTS.get("after.service", name, other)));
            case StartCondition.Network() ->
                Optional.of(Relation.toSystem(RelationKind.AFTER, place, TEXTS.get("after.network", name)));
            case StartCondition.Port(int number) ->
                Optional.of(Relation.toSystem(
                        RelationKind.AFTER, place, TEXTS.get("after.port", name, String.valueOf(number))));
            case StartCondition.Connection(String host, int port) ->
                Optional.of(Relation.toSystem(
                        RelationKind.AFTER, place, TEXTS.get("after.connection", name, host, String.valueOf(port))));
            case StartCondition.Existing(String path) ->
                Optional.of(Relation.toPath(RelationKind.AFTER, place, path, TEXTS.get("after.file", name, path)));
            case StartCondition.Within within -> Optional.empty();
        };
    }
}
