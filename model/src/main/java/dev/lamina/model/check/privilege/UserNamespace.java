package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// PRV17.
final class UserNamespace implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV17", Severity.WARNING, "User namespace without mappings")
            .what("""
                    A container asks for a user namespace and gives no uidMappings and gidMappings; or gives mappings and asks for
                    none.""")
            .why("""
                    In a user namespace without mappings every file belongs to nobody, and root is nobody too. Mappings without the
                    namespace are refused by runc at boot. LinuxKit calls the key experimental and not yet supported.""")
            .fix("Remove userns, or add both mappings; remove mappings that belong to no namespace.")
            .references(
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md",
                    "https://man7.org/linux/man-pages/man7/user_namespaces.7.html",
                    "https://github.com/opencontainers/runc/blob/main/libcontainer/configs/validate/validator.go")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        userns: new
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        userns: new
                        uidMappings:
                          - {hostID: 100000, containerID: 0, size: 65536}
                        gidMappings:
                          - {hostID: 100000, containerID: 0, size: 65536}
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        EffectiveContainer spec = container.spec();
        Given<String> userns = spec.userns();
        if (EffectiveContainer.shared(userns)) {
            boolean unknown = userns.origin().kind() == Origin.Kind.DEFAULT && !container.imageKnown();
            Stream.concat(spec.uidMappings().stream(), spec.gidMappings().stream())
                    .filter(mapping -> !unknown)
                    .findFirst()
                    .map(mapping -> Report.at(
                                    mapping.origin(),
                                    "%s maps users without a user namespace".formatted(container.words()))
                            .hint("remove the mappings, or set userns: new"))
                    .ifPresent(found);
        } else if (!userns.value().startsWith("/")) {
            String missing = missing(spec);
            if (!missing.isEmpty()) {
                found.accept(Report.at(
                                userns.origin(),
                                "%s has the user namespace %s, but no %s"
                                        .formatted(container.words(), Texts.quote(userns.value()), missing))
                        .hint("remove userns, or add " + missing));
            }
        }
    }

    private static String missing(EffectiveContainer spec) {
        List<String> keys = new ArrayList<>();
        if (spec.uidMappings().isEmpty()) {
            keys.add("uidMappings");
        }
        if (spec.gidMappings().isEmpty()) {
            keys.add("gidMappings");
        }
        return String.join(" and ", keys);
    }
}
