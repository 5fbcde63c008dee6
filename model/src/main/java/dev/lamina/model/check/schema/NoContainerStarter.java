package dev.lamina.model.check.schema;

import dev.lamina.model.Composition;
import dev.lamina.model.Section;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// SCH04. Speaks only when all init images are known; a document without a kernel and an init is a part of a system
/// that
/// others complete.
final class NoContainerStarter implements SystemCheck {
    private static final Rule RULE = Rule.of("SCH04", Severity.ERROR, "Nothing starts the containers")
            .what("""
                    A system has containers, but its init images do not start them: there is no init, or what the init starts containers with
                    is missing.""")
            .why("""
                    The kernel starts /init and nothing else. Containers are started by programs of the init images: with LinuxKit's, init runs
                    what runc and containerd put into /etc/init.d (runc those of onboot, containerd the services); lamina/init starts all of
                    them itself, with the crun of lamina/runtime or with runc. Without these the system boots, and nothing runs in it.""")
            .fix("Add the missing image to init; the fix adds lamina/init or lamina/runtime.")
            .withQuickFix()
            .references(
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md",
                    "https://github.com/linuxkit/linuxkit/tree/master/pkg/runc",
                    "https://github.com/linuxkit/linuxkit/tree/master/pkg/containerd")
            .example("""
                    kernel:
                      image: lamina/kernel
                    init:
                      - lamina/init
                    services:
                      - name: web
                        image: lamina/httpd
                    """, """
                    kernel:
                      image: lamina/kernel
                    init:
                      - lamina/init
                      - lamina/runtime
                    services:
                      - name: web
                        image: lamina/httpd
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        Composition composition = system.composition();
        boolean part =
                composition.kernel().image().isEmpty() && composition.init().isEmpty();
        if (part || system.containers().isEmpty()) {
            return;
        }
        Set<InitRole> roles = EnumSet.noneOf(InitRole.class);
        composition.init().forEach(ref -> roles.add(InitRole.of(ref, system.image(ref))));
        if (roles.contains(InitRole.UNKNOWN) || filesMayStart(composition)) {
            return;
        }
        missing(composition, roles).ifPresent(found);
    }

    /// Whether the document itself puts programs into the root file system.
    private static boolean filesMayStart(Composition composition) {
        return composition.files().stream()
                .map(file -> file.path().startsWith("/") ? file.path().substring(1) : file.path())
                .anyMatch(InitRole::isStarter);
    }

    private static Optional<Report> missing(Composition composition, Set<InitRole> roles) {
        if (composition.init().isEmpty()) {
            return Optional.of(Report.at("kernel", "nothing starts the containers: there are no init images")
                    .hint("add init: [lamina/init, lamina/runtime]")
                    .fix(
                            "Add lamina/init and lamina/runtime",
                            new Edit.Set("init", List.of("lamina/init", "lamina/runtime"))));
        }
        if (roles.contains(InitRole.LAMINA_INIT)) {
            return roles.contains(InitRole.RUNTIME)
                    ? Optional.empty()
                    : Optional.of(Report.at("init", "lamina/init has no program to start containers with")
                            .hint("add lamina/runtime to init")
                            .fix("Add lamina/runtime", new Edit.Append("init", "lamina/runtime")));
        }
        if (roles.contains(InitRole.LINUXKIT_INIT)) {
            return linuxkit(composition, roles);
        }
        return Optional.of(noInit(roles));
    }

    /// A fix would have to know which release goes with the others.
    private static Optional<Report> linuxkit(Composition composition, Set<InitRole> roles) {
        boolean once = !composition.containers(Section.ONBOOT).isEmpty()
                || !composition.containers(Section.ONSHUTDOWN).isEmpty();
        boolean services = !composition.containers(Section.SERVICES).isEmpty();
        boolean runc = roles.contains(InitRole.RUNTIME);
        boolean containerd = roles.contains(InitRole.LINUXKIT_CONTAINERD);
        if (services && !containerd) {
            return Optional.of(
                    Report.at("init", "nothing starts the services: with linuxkit/init, linuxkit/containerd does")
                            .hint("add linuxkit/containerd to init, of the release of the others"));
        }
        if (once && !runc) {
            return Optional.of(Report.at(
                            "init",
                            "nothing starts the containers of onboot and onshutdown: with linuxkit/init, linuxkit/runc does")
                    .hint("add linuxkit/runc to init, of the release of the others"));
        }
        return Optional.empty();
    }

    private static Report noInit(Set<InitRole> roles) {
        String message = "nothing starts the containers: no image of init has an init";
        if (roles.contains(InitRole.LINUXKIT_CONTAINERD)) {
            return Report.at("init", message).hint("add linuxkit/init to init, of the release of the others");
        }
        Report report = Report.at("init", message).hint("add lamina/init to init");
        return roles.contains(InitRole.RUNTIME)
                ? report.fix("Add lamina/init", new Edit.Append("init", "lamina/init"))
                : report.fix(
                        "Add lamina/init and lamina/runtime",
                        new Edit.Append("init", "lamina/init"),
                        new Edit.Append("init", "lamina/runtime"));
    }
}
