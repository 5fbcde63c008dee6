package dev.lamina.app.studio.session;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.Composition;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which names components can have.
final class NameRules {
    private static final Texts TEXTS = Texts.of(NameRules.class);
    private static final Pattern VOLUME = Pattern.compile("[a-z0-9_-]+");

    private NameRules() {}

    /// Why a component cannot have a name; empty when it can.
    static Optional<String> whyNot(Composition composition, Place place, String name) {
        if (place.lane() == Lane.KERNEL) {
            return Optional.of(TEXTS.get("whyNot.rename.kernel"));
        }
        if (!place.exists(composition)) {
            return Optional.of(TEXTS.get("whyNot.gone", place.path()));
        }
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(TEXTS.get("whyNot.name.empty"));
        }
        return malformed(place.lane(), name).or(() -> taken(composition, place, name));
    }

    private static Optional<String> malformed(Lane lane, String name) {
        boolean fine = switch (lane) {
            case KERNEL, FILES -> true;
            case INIT -> name.chars().noneMatch(Character::isWhitespace);
            case VOLUMES -> VOLUME.matcher(name).matches();
            case ONBOOT, SERVICES, ONSHUTDOWN ->
                !name.contains("/") && !name.contains("\\") && !name.equals(".") && !name.equals("..");
        };
        return fine ? Optional.empty() : Optional.of(TEXTS.get("whyNot.name." + lane.key(), name));
    }

    private static Optional<String> taken(Composition composition, Place place, String name) {
        boolean same = place.name(composition).equals(name);
        boolean other =
                ComponentText.nameKey(place.lane()).isPresent() && new FreeNames(composition).has(place.lane(), name);
        return other && !same
                ? Optional.of(TEXTS.get("whyNot.name.taken", name, place.lane().key()))
                : Optional.empty();
    }
}
