package dev.lamina.model.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;

/// How mounts spread in and out of containers. The root of the system is shared. A runtime first gives all mounts the
/// propagation of the container's root (`rootfsPropagation`): slave by runc, private by crun, unless given. What is
/// bound then is a copy, whose own options can cut it off further; `shared` there lets nothing out that the first step
/// cut off.
record Spreading(boolean crun) {

    static Spreading of(SystemView system) {
        return new Spreading(system.composition().init().stream()
                .anyMatch(image -> image.repository().equals("lamina/runtime")));
    }

    /// Of the root of a container.
    Spread ofRoot(ContainerView container) {
        return switch (container.spec().rootfsPropagation().value()) {
            case "shared", "rshared" -> Spread.SHARED;
            case "slave", "rslave" -> Spread.SLAVE;
            case "" -> crun ? Spread.PRIVATE : Spread.SLAVE;
            default -> Spread.PRIVATE;
        };
    }

    /// Of a bind; other mounts have no other side.
    Spread of(Mount bind, ContainerView container) {
        Spread root = ofRoot(container);
        Spread own = own(bind);
        return root.compareTo(own) > 0 ? root : own;
    }

    /// What its options allow; without a word it stays as it is.
    private static Spread own(Mount bind) {
        Spread spread = Spread.SHARED;
        for (String option : bind.options()) {
            switch (option) {
                case "shared", "rshared" -> spread = Spread.SHARED;
                case "slave", "rslave" -> spread = Spread.SLAVE;
                case "private", "rprivate", "unbindable", "runbindable" -> spread = Spread.PRIVATE;
                default -> {
                    // of something else
                }
            }
        }
        return spread;
    }
}
