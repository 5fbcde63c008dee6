package dev.lamina.app.studio.relations;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import java.util.ArrayList;
import java.util.List;

/// What the components of a system have to do with each other, as the validator sees it: with the settings that images
/// bring along, where the images are known.
public final class Relations {
    private Relations() {}

    /// All relations, by the place that they begin at. Takes time for large systems, and works with what the review
    /// keeps: call it where reviews are made.
    public static List<Relation> of(Reviewed reviewed) {
        return of(reviewed.system());
    }

    /// The same for a system that is known.
    public static List<Relation> of(SystemView system) {
        List<Relation> all = new ArrayList<>();
        all.addAll(new MountRelations(system).all());
        all.addAll(new FileRelations(system).all());
        all.addAll(new NamespaceRelations(system).all());
        all.addAll(new CableRelations(system).all());
        all.addAll(new StartRelations(system).all());
        all.addAll(new PictureRelations(system).all());
        return all.stream().distinct().toList();
    }

    /// Those that a component has a part in.
    public static List<Relation> of(List<Relation> all, Place place) {
        return all.stream().filter(relation -> relation.touches(place)).toList();
    }

    static Place place(ContainerView container) {
        return Place.of(container.path()).orElseThrow();
    }
}
