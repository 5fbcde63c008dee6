package dev.lamina.app.studio.session;

import dev.lamina.model.Section;
import java.util.Arrays;
import java.util.Optional;

/// The lanes of the canvas, in boot order.
public enum Lane {
    KERNEL("kernel"),
    INIT("init"),
    ONBOOT("onboot"),
    SERVICES("services"),
    ONSHUTDOWN("onshutdown"),
    VOLUMES("volumes"),
    FILES("files");

    private final String key;

    Lane(String key) {
        this.key = key;
    }

    /// In the document.
    public String key() {
        return key;
    }

    public static Optional<Lane> of(String key) {
        return Arrays.stream(values()).filter(lane -> lane.key.equals(key)).findFirst();
    }

    /// The kind of its containers, when it has containers.
    public Optional<Section> section() {
        return Arrays.stream(Section.values())
                .filter(section -> section.key().equals(key))
                .findFirst();
    }
}
