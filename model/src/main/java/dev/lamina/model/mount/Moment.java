package dev.lamina.model.mount;

import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;

/// When a container is started: onboot containers one after the other, then the services in no order that could be
/// relied on, then those of the shutdown.
final class Moment {
    private static final int SERVICES = 1_000_000;

    private Moment() {}

    static int of(ContainerView container) {
        return switch (container.section()) {
            case ONBOOT -> container.index();
            case SERVICES -> SERVICES;
            case ONSHUTDOWN -> 2 * SERVICES + container.index();
        };
    }

    static boolean same(ContainerView one, ContainerView other) {
        return one.section() == other.section() && one.index() == other.index();
    }

    /// Whether what `earlier` does may be done when `later` is started.
    static boolean mayPrecede(ContainerView earlier, ContainerView later) {
        return of(earlier) < of(later) || earlier.section() == Section.SERVICES && later.section() == Section.SERVICES;
    }

    /// Whether the init has prepared and started `earlier` before it turns to `later`.
    static boolean precedes(ContainerView earlier, ContainerView later) {
        return of(earlier) < of(later);
    }
}
