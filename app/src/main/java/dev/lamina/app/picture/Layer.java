package dev.lamina.app.picture;

import dev.lamina.model.Composition;
import java.util.Locale;

/// The layers of a system, in boot order.
enum Layer {
    KERNEL("Kernel", 0x9a42c8, 0xb87fd9),
    INIT("Init", 0x4258c9, 0x7c8fe8),
    ONBOOT("Onboot", 0xfba71b, 0xfba71b),
    SERVICES("Services", 0x57b757, 0x57b757),
    ONSHUTDOWN("Onshutdown", 0xc84164, 0xdf6d8b),
    VOLUMES("Volumes", 0x41a9c9, 0x41a9c9),
    FILES("Files", 0x888888, 0x888888);

    private final String title;
    private final Colour light;
    private final Colour dark;

    Layer(String title, int light, int dark) {
        this.title = title;
        this.light = new Colour(light);
        this.dark = new Colour(dark);
    }

    String title() {
        return title;
    }

    /// In the document.
    String key() {
        return title.toLowerCase(Locale.ROOT);
    }

    String icon() {
        return "lane-" + key();
    }

    Colour colour(Colours colours) {
        return colours == Colours.LIGHT ? light : dark;
    }

    int count(Composition composition) {
        return switch (this) {
            case KERNEL -> composition.kernel().image().isPresent() ? 1 : 0;
            case INIT -> composition.init().size();
            case ONBOOT -> composition.onboot().size();
            case SERVICES -> composition.services().size();
            case ONSHUTDOWN -> composition.onshutdown().size();
            case VOLUMES -> composition.volumes().size();
            case FILES -> composition.files().size();
        };
    }

    /// Of one component in the document, e.g. `services[2]`.
    String path(int index) {
        return this == KERNEL ? key() : key() + "[" + index + "]";
    }
}
