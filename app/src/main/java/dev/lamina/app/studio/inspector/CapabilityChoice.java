package dev.lamina.app.studio.inspector;

import dev.lamina.model.exposure.Exposure;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which capabilities a list of words means, and the list after one was added or taken away. Pure.
final class CapabilityChoice {
    /// From there on a capability alone leads to the machine.
    private static final double GRAVE = 1.5;

    private static final double SERIOUS = 0.4;

    private CapabilityChoice() {}

    enum Risk {
        USUAL,
        SERIOUS,
        GRAVE
    }

    static Risk risk(Capability capability) {
        double weight = Exposure.weight(capability);
        if (weight >= GRAVE) {
            return Risk.GRAVE;
        }
        return weight >= SERIOUS ? Risk.SERIOUS : Risk.USUAL;
    }

    static boolean holds(List<String> words, Capability capability) {
        return all(words) || words.contains(capability.text());
    }

    static boolean all(List<String> words) {
        return words.stream().anyMatch("all"::equalsIgnoreCase);
    }

    /// In the order of the kernel; words that are no capabilities stay at the end.
    static List<String> with(List<String> words, Capability capability, boolean held) {
        Set<String> now = new LinkedHashSet<>();
        for (Capability each : Capability.values()) {
            if (each == capability ? held : holds(words, each)) {
                now.add(each.text());
            }
        }
        words.stream()
                .filter(word -> Capability.parse(word).isEmpty())
                .filter(word -> !word.equalsIgnoreCase("all") && !word.equals("none"))
                .forEach(now::add);
        return new ArrayList<>(now);
    }

    /// Those that a word of their name or explanation is in.
    static List<Capability> matching(String wanted) {
        String lower = wanted.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Capability.values())
                .filter(each -> (each.text() + " " + each.explanation())
                        .toLowerCase(Locale.ROOT)
                        .contains(lower))
                .toList();
    }
}
