package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.assembler.catalogue.Component;
import dev.lamina.assembler.catalogue.Component.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The components of the catalogue, those of the user too.
final class CatalogueEntries {
    private CatalogueEntries() {}

    static List<PaletteEntry> of(Collection<Component> components) {
        Map<String, EntryFile.Written> written = EntryFile.byName("built-in.txt");
        return components.stream()
                .map(component -> entry(component, Optional.ofNullable(written.get(component.name()))))
                .toList();
    }

    private static PaletteEntry entry(Component component, Optional<EntryFile.Written> written) {
        boolean builtIn = component.origin() == Origin.BUILT_IN;
        Map<Lane, String> yaml =
                written.filter(entry -> builtIn).map(EntryFile.Written::offers).orElseGet(() -> plain(component));
        return new PaletteEntry(
                builtIn ? Group.BUILT_IN : Group.OWN,
                component.name(),
                icon(component, builtIn),
                component.summary(),
                component.description().strip().replace('\n', ' '),
                PrivilegeWords.of(component.config(), component.reasons()),
                Optional.of(component.reference()),
                OptionalLong.empty(),
                new Offer(component.name(), yaml));
    }

    private static Map<Lane, String> plain(Component component) {
        String reference = component.reference();
        String container = "name: " + component.name() + "\nimage: " + reference;
        return switch (component.section()) {
            case KERNEL -> Map.of(Lane.KERNEL, "image: " + reference);
            case INIT -> Map.of(Lane.INIT, reference);
            case ONBOOT -> Map.of(Lane.ONBOOT, container);
            case ONSHUTDOWN -> Map.of(Lane.ONSHUTDOWN, container);
            case SERVICE -> Map.of(Lane.SERVICES, container);
        };
    }

    /// The user names icons by plain words.
    private static String icon(Component component, boolean builtIn) {
        String own = builtIn ? "component-" + component.name() : component.icon();
        return Icons.has(own) ? own : "component-other";
    }
}
