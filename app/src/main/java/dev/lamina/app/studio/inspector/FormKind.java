package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.yaml.Schema;
import dev.lamina.model.yaml.Schema.Shape;
import java.util.List;

/// The kinds of components that have a form of their own.
enum FormKind {
    KERNEL(Schema.KERNEL),

    /// An image of the init, which is one text.
    INIT(new Shape("init", List.of())),
    CONTAINER(Schema.CONTAINER),
    VOLUME(Schema.VOLUME),
    FILE(Schema.FILE);

    private final Shape shape;

    FormKind(Shape shape) {
        this.shape = shape;
    }

    /// The keys of the component; without any for a text.
    Shape shape() {
        return shape;
    }

    static FormKind of(Place place) {
        return of(place.lane());
    }

    static FormKind of(Lane lane) {
        return switch (lane) {
            case KERNEL -> KERNEL;
            case INIT -> INIT;
            case ONBOOT, SERVICES, ONSHUTDOWN -> CONTAINER;
            case VOLUMES -> VOLUME;
            case FILES -> FILE;
        };
    }
}
