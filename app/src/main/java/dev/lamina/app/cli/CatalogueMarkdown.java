package dev.lamina.app.cli;

import dev.lamina.assembler.catalogue.Component;
import dev.lamina.model.value.Arch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Components as a page of documentation.
final class CatalogueMarkdown {
    private final StringBuilder text = new StringBuilder();

    private CatalogueMarkdown() {}

    static String of(Collection<Component> components) {
        CatalogueMarkdown page = new CatalogueMarkdown();
        page.contents(components);
        components.forEach(page::component);
        return page.text.toString();
    }

    private void contents(Collection<Component> components) {
        text.append("| image | section | what it is |\n|---|---|---|\n");
        for (Component component : components) {
            text.append("| [`%s`](#%s) | %s | %s |\n"
                    .formatted(
                            component.reference(),
                            component.reference().replaceAll("[^a-z0-9_-]", ""),
                            component.section(),
                            component.summary()));
        }
    }

    private void component(Component component) {
        text.append("\n## ").append(component.reference()).append("\n\n");
        text.append(component.summary()).append(".\n\n");
        text.append(component.description()).append("\n\n");
        facts(component)
                .forEach((name, value) -> text.append("- ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        if (component.section() != Component.Section.KERNEL && component.section() != Component.Section.INIT) {
            reasons(component.reasons());
        }
    }

    private static Map<String, String> facts(Component component) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("section", "`" + component.section() + "`");
        if (!component.command().isEmpty()) {
            facts.put("command", "`" + command(component.command()) + "`");
        }
        if (!component.ports().isEmpty()) {
            facts.put("ports", code(component.ports()));
        }
        if (!component.data().isEmpty()) {
            facts.put("keeps its data in", code(component.data()));
        }
        if (!component.modules().isEmpty()) {
            facts.put("kernel modules, with those that they need", code(component.modules()));
        }
        if (!component.layers().isEmpty()) {
            facts.put("shared layers", code(component.layers()));
        }
        packages(component).ifPresent(packages -> facts.put("Debian packages", packages));
        facts.put("licence", component.licence());
        facts.put("made for", component.arches().stream().map(Arch::toString).collect(Collectors.joining(", ")));
        return facts;
    }

    private static String command(List<String> words) {
        return words.stream()
                .map(word -> word.isEmpty() || word.contains(" ") ? "'" + word + "'" : word)
                .collect(Collectors.joining(" "));
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    /// The name alone where it is the same for all architectures.
    private static Optional<String> packages(Component component) {
        Map<String, List<String>> arches = new TreeMap<>();
        for (Arch arch : component.arches()) {
            for (String name : component.contents().packages(arch)) {
                arches.computeIfAbsent(name, unused -> new ArrayList<>()).add(arch.toString());
            }
        }
        int all = component.arches().size();
        String text = arches.entrySet().stream()
                .map(entry -> "`" + entry.getKey() + "`"
                        + (entry.getValue().size() == all ? "" : " (" + String.join(", ", entry.getValue()) + ")"))
                .collect(Collectors.joining(", "));
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private void reasons(Map<String, String> reasons) {
        if (reasons.isEmpty()) {
            text.append("\nIt has no privileges.\n");
            return;
        }
        text.append("\n| it may | because |\n|---|---|\n");
        reasons.forEach((what, why) -> text.append("| `%s` | %s |\n".formatted(what, why)));
    }
}
