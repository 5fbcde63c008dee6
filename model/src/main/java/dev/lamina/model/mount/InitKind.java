package dev.lamina.model.mount;

import dev.lamina.model.Composition;
import dev.lamina.model.value.ImageRef;

/// Which program starts a system, as that decides what is mounted in its root.
public enum InitKind {
    /// The composition has no init image: it is a part of one.
    NONE,

    /// `linuxkit/init`, also from a mirror.
    LINUXKIT,

    /// `lamina/init`.
    LAMINA,

    /// Another one: nothing is known of what it does.
    UNKNOWN;

    public static InitKind of(Composition composition) {
        InitKind kind = composition.init().isEmpty() ? NONE : UNKNOWN;
        for (ImageRef image : composition.init()) {
            if (image.repository().equals("lamina/init")) {
                kind = LAMINA;
            } else if (image.repository().endsWith("linuxkit/init")) {
                kind = LINUXKIT;
            }
        }
        return kind;
    }

    /// Whether it is known what is in the root.
    public boolean known() {
        return this == LINUXKIT || this == LAMINA;
    }

    /// In messages.
    public String words() {
        return switch (this) {
            case NONE -> "an init";
            case LINUXKIT -> "LinuxKit's init";
            case LAMINA -> "Lamina's init";
            case UNKNOWN -> "the init";
        };
    }
}
