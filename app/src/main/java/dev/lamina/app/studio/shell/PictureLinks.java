package dev.lamina.app.studio.shell;

import dev.lamina.app.picture.Link;
import dev.lamina.app.studio.relations.Relation;
import dev.lamina.app.studio.relations.Relations;
import dev.lamina.model.check.SystemView;
import java.util.List;

/// What components have to do with each other, for pictures.
final class PictureLinks {
    private PictureLinks() {}

    static List<Link> of(SystemView system) {
        return Relations.of(system).stream()
                .flatMap(relation -> relation.component().map(to -> link(relation, to.path())).stream())
                .toList();
    }

    private static Link link(Relation relation, String to) {
        return new Link(relation.from().path(), to, relation.kind().word());
    }
}
