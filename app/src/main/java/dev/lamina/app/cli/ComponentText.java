package dev.lamina.app.cli;

import dev.lamina.app.operation.CatalogueLibrary.Shown;
import dev.lamina.assembler.catalogue.Component;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.model.value.Arch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What is to be known about a component.
final class ComponentText {
    private static final int WIDTH = 80;

    private final Component component;
    private final Shown shown;

    ComponentText(Shown shown) {
        this.component = shown.component();
        this.shown = shown;
    }

    String text() {
        Table facts = new Table("ll")
                .row("section", component.section().toString())
                .row("licence", component.licence())
                .row("made for", arches());
        if (!component.ports().isEmpty()) {
            facts.row("ports", String.join(", ", component.ports()));
        }
        if (!component.data().isEmpty()) {
            facts.row("data in", String.join(", ", component.data()));
        }
        StringBuilder text = new StringBuilder();
        text.append(component.reference())
                .append(": ")
                .append(component.summary())
                .append("\n\n");
        WordWrap.lines(component.description(), WIDTH)
                .forEach(line -> text.append(line).append('\n'));
        text.append('\n');
        text.append(facts.text());
        text.append(list("what it may do, and why", component.reasons()));
        text.append(list("Debian packages", packages()));
        return text.toString().stripTrailing();
    }

    private String arches() {
        return component.arches().stream().map(Arch::toString).collect(Collectors.joining(", "));
    }

    private static String list(String title, Map<String, String> entries) {
        if (entries.isEmpty()) {
            return "";
        }
        Table table = new Table("ll");
        entries.forEach((name, value) -> table.row("  " + name, value));
        return "\n" + title + ":\n" + table.text();
    }

    private Map<String, String> packages() {
        Map<String, String> versions = new LinkedHashMap<>();
        for (PackagePin pin : shown.packages()) {
            versions.put(pin.name(), pin.version());
        }
        return versions;
    }

    Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("image", component.reference());
        object.put("section", component.section().toString());
        object.put("summary", component.summary());
        object.put("description", component.description());
        object.put("icon", component.icon());
        object.put("licence", component.licence());
        object.put("arch", component.arches());
        object.put("ports", component.ports());
        object.put("data", component.data());
        object.put("reasons", component.reasons());
        object.put("packages", packages());
        return object;
    }
}
