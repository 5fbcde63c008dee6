package dev.lamina.model.check.schema;

import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.problem.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// SCH03. Of services and volumes the reader says it; here are the other sections.
final class DuplicateName implements SystemCheck {
    private static final Rule RULE = Rule.of("SCH03", Severity.ERROR, "Name used twice")
            .what("""
                    Two services or two volumes have one name. For containers of onboot and onshutdown it is a warning: they are told
                    apart by their number, but users and groups that go by the name mean the last one.""")
            .why("""
                    The name of a service is its id in containerd, and the name of its directory: the second one cannot be created. LinuxKit
                    looks at services only.""")
            .fix("Give one of them another name; the fix appends a number.")
            .withQuickFix()
            .references("https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                      - name: web
                        image: nginx:1.27
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                      - name: web-2
                        image: nginx:1.27
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        Map<String, ContainerView> seen = new HashMap<>();
        Set<String> names = new HashSet<>();
        system.containers().forEach(container -> names.add(container.name()));
        for (ContainerView container : system.containers()) {
            @Nullable ContainerView first = seen.putIfAbsent(container.name(), container);
            boolean known =
                    first != null && first.section() == Section.SERVICES && container.section() == Section.SERVICES;
            if (first == null || known || container.name().isEmpty()) {
                continue;
            }
            String free = free(names, container.name());
            names.add(free);
            found.accept(Report.at(
                            container.path("name"),
                            "%s has the name of an earlier one, %s".formatted(container.words(), first.path()))
                    .severity(Severity.WARNING)
                    .hint("name it for example %s".formatted(Texts.quote(free)))
                    .fix("Rename to " + free, new Edit.Set(container.path("name"), free)));
        }
    }

    private static String free(Set<String> names, String name) {
        int number = 2;
        while (names.contains(name + "-" + number)) {
            number++;
        }
        return name + "-" + number;
    }
}
