package dev.lamina.model.check;

import dev.lamina.model.Container;
import dev.lamina.model.Section;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.ImageRef;
import java.util.Optional;

/// A container as checks see it.
///
/// @param index in its section
/// @param container as the document has it
/// @param spec what it will be, as far as that is known
/// @param image what is known of its image; empty when it is not there
public record ContainerView(
        Section section,
        int index,
        Container container,
        EffectiveContainer spec,
        Optional<ImageFacts> image,
        SystemFacts facts) {

    public String name() {
        return container.name();
    }

    public ImageRef ref() {
        return container.image();
    }

    /// In the document, e.g. `services[0]`.
    public String path() {
        return section.key() + "[" + index + "]";
    }

    /// The path of one of its keys, e.g. `services[0].capabilities`.
    public String path(String key) {
        return path() + "." + key;
    }

    /// In messages, e.g. `service web`.
    public String words() {
        return switch (section) {
                    case SERVICES -> "service ";
                    case ONBOOT, ONSHUTDOWN -> section.key() + " container ";
                }
                + Texts.shorten(name());
    }

    /// Whether it ends before the services start, or starts after they ended: nobody reaches it over the network.
    public boolean runsOnce() {
        return section != Section.SERVICES;
    }

    /// Whether the label and the configuration of its image are known. If not, a value that the document does not give
    /// may still come from there.
    public boolean imageKnown() {
        return image.isPresent();
    }

    public Optional<ImageFiles> files() {
        return image.flatMap(ImageFacts::files);
    }
}
