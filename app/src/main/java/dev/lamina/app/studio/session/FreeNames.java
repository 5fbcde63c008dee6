package dev.lamina.app.studio.session;

import dev.lamina.model.Composition;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that are taken in each lane, and others that are free. Names of volumes and containers, paths of files.
final class FreeNames {
    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d{1,6})", Pattern.DOTALL);

    /// The last dot of a file's name, where a number goes in front of.
    private static final Pattern ENDING = Pattern.compile("(.*[^/])(\\.[^./]+)", Pattern.DOTALL);

    private final Map<Lane, Set<String>> taken = new EnumMap<>(Lane.class);

    FreeNames(Composition composition) {
        for (Lane lane : Lane.values()) {
            taken.put(lane, new HashSet<>());
        }
        and(composition);
    }

    /// Those of another composition are taken too.
    FreeNames and(Composition composition) {
        for (Place place : Place.all(composition)) {
            names(place.lane()).add(place.name(composition));
        }
        return this;
    }

    private Set<String> names(Lane lane) {
        return taken.computeIfAbsent(lane, key -> new HashSet<>());
    }

    boolean has(Lane lane, String name) {
        return names(lane).contains(name);
    }

    /// The name itself, or with the first number that makes it free; taken from then on.
    String take(Lane lane, String wanted) {
        String free = wanted;
        if (ComponentText.nameKey(lane).isPresent() && has(lane, wanted)) {
            Matcher ending = ENDING.matcher(wanted);
            boolean split = lane == Lane.FILES && ending.matches();
            free = numbered(lane, split ? ending.group(1) : wanted, split ? ending.group(2) : "");
        }
        names(lane).add(free);
        return free;
    }

    private String numbered(Lane lane, String name, String ending) {
        Matcher matcher = NUMBERED.matcher(name);
        boolean counted = matcher.matches();
        String stem = counted ? matcher.group(1) : name;
        int number = counted ? Integer.parseInt(matcher.group(2)) + 1 : 2;
        while (has(lane, stem + "-" + number + ending)) {
            number++;
        }
        return stem + "-" + number + ending;
    }

    /// A component with a name that is free.
    ComponentText take(ComponentText component) {
        return component
                .name()
                .map(name -> component.named(take(component.lane(), name)))
                .orElse(component);
    }
}
