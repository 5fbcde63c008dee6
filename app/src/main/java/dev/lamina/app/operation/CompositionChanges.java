package dev.lamina.app.operation;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is another in a system, in words: `service web`, `onboot dhcp (new)`, `kernel`.
final class CompositionChanges {
    private CompositionChanges() {}

    /// In the order of the boot; empty when the systems are the same.
    static List<String> between(Composition before, Composition after) {
        List<String> words = new ArrayList<>();
        add(words, "kernel", before.kernel(), after.kernel());
        add(words, "init", before.init(), after.init());
        add(words, "volumes", before.volumes(), after.volumes());
        for (Section section : List.of(Section.ONBOOT, Section.SERVICES, Section.ONSHUTDOWN)) {
            containers(words, section, before.containers(section), after.containers(section));
        }
        add(words, "files", before.files(), after.files());
        return words;
    }

    private static void add(List<String> words, String what, Object before, Object after) {
        if (!before.equals(after)) {
            words.add(what);
        }
    }

    private static void containers(List<String> words, Section section, List<Container> before, List<Container> after) {
        Map<String, Container> old = byName(before);
        Map<String, Container> now = byName(after);
        String what = section == Section.SERVICES ? "service" : section.key();
        int known = words.size();
        now.forEach((name, container) -> {
            if (!old.containsKey(name)) {
                words.add(what + " " + name + " (new)");
            } else if (!container.equals(old.get(name))) {
                words.add(what + " " + name);
            }
        });
        old.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> words.add(what + " " + name + " (removed)"));
        if (words.size() == known && !before.equals(after)) {
            words.add("the order of " + section.key());
        }
    }

    /// Of several with one name the last counts; what others of them changed shows as the order.
    private static Map<String, Container> byName(List<Container> containers) {
        Map<String, Container> all = new LinkedHashMap<>();
        containers.forEach(container -> all.put(container.name(), container));
        return all;
    }
}
