package dev.lamina.model.check.order;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.Section;
import dev.lamina.model.StartCondition;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.check.order.OnbootNeeds.Link;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.InitKind;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// ORD01. What needs what is known of the images of LinuxKit and Lamina, and of binds.
final class BootOrder implements SystemCheck {
    private static final Rule RULE = Rule.of("ORD01", Severity.WARNING, "Started before what it needs")
            .what("""
                A container of onboot comes before the one that formats or mounts its disk, opens it, or brings up the network that it asks
                something of; or a service binds a directory that is made for another service, with nothing that orders the two.\
                """)
            .why("""
                Containers of onboot run one after the other in the order of the document. Services have no order that could be relied on:
                Lamina's init starts several at a time, LinuxKit's goes by their names.\
                """)
            .fix("""
                Move it behind what it needs, which the fix does when nothing in between uses its work. Let a service make the directory
                itself by runtime.mkdir, as the fix does, or wait with the annotation dev.lamina.after.\
                """)
            .withQuickFix()
            .references(
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md",
                    "https://github.com/linuxkit/linuxkit/issues/2280",
                    "https://github.com/linuxkit/linuxkit/issues/3291")
            .example("""
                onboot:
                  - name: mount
                    image: linuxkit/mount:v1.0.0
                    command: ["/usr/bin/mountie", "/var/lib/docker"]
                  - name: format
                    image: linuxkit/format:v1.0.0
                """, """
                onboot:
                  - name: format
                    image: linuxkit/format:v1.0.0
                  - name: mount
                    image: linuxkit/mount:v1.0.0
                    command: ["/usr/bin/mountie", "/var/lib/docker"]
                """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        RootTree tree = system.derived(RootTree.class, RootTree::of);
        onboot(system, tree, found);
        services(system, tree, found);
    }

    private static void onboot(SystemView system, RootTree tree, Consumer<Report> found) {
        OnbootNeeds needs = OnbootNeeds.of(system.containers(Section.ONBOOT), tree);
        for (ContainerView container : needs.onboot()) {
            List<Link> late = needs.late(container);
            Optional<ContainerView> last =
                    late.stream().map(Link::needed).max(Comparator.comparingInt(ContainerView::index));
            late.forEach(link -> found.accept(mended(report(link), container, last.orElseThrow(), needs, system)));
        }
    }

    private static Report report(Link link) {
        return Report.at(
                        link.container().path(),
                        "%s runs before %s, which %s"
                                .formatted(
                                        link.container().words(), link.needed().words(), link.does()))
                .hint("move it behind %s".formatted(Texts.shorten(link.needed().name())));
    }

    /// Behind the last one that it needs, in the same file.
    private static Report mended(
            Report report, ContainerView container, ContainerView last, OnbootNeeds needs, SystemView system) {
        boolean oneFile = file(container, system).equals(file(last, system));
        return oneFile && needs.mayMove(container, last.index())
                ? report.fix(
                        "Move it behind " + Texts.shorten(last.name()),
                        new Edit.Move(container.path(), Section.ONBOOT.key() + "[" + (last.index() + 1) + "]"))
                : report;
    }

    private static Optional<String> file(ContainerView container, SystemView system) {
        return system.sources().find(container.path()).map(SourceSpan::file);
    }

    /// A directory that is made for one service only, and that another one binds.
    private static void services(SystemView system, RootTree tree, Consumer<Report> found) {
        Map<String, List<ContainerView>> makers = new HashMap<>();
        List<ContainerView> services = system.containers(Section.SERVICES);
        for (ContainerView service : services) {
            for (Given<String> directory : service.spec().runtime().mkdir()) {
                makers.computeIfAbsent(tree.real(directory.value()), key -> new ArrayList<>())
                        .add(service);
            }
        }
        if (makers.isEmpty() || tree.init() == InitKind.UNKNOWN) {
            return;
        }
        for (ContainerView service : services) {
            for (Given<Mount> mount : service.spec().mounts()) {
                maker(mount.value(), service, makers, tree)
                        .filter(maker -> !ordered(service, maker, tree.init()))
                        .ifPresent(maker -> found.accept(unordered(mount, service, maker, tree)));
            }
        }
    }

    private static Optional<ContainerView> maker(
            Mount mount, ContainerView service, Map<String, List<ContainerView>> makers, RootTree tree) {
        if (!Binds.isBind(mount) || !mount.source().startsWith("/")) {
            return Optional.empty();
        }
        List<ContainerView> candidates = makers.getOrDefault(tree.real(mount.source()), List.of());
        return candidates.isEmpty() || tree.at(mount.source(), service).present()
                ? Optional.empty()
                : candidates.stream()
                        .filter(maker -> maker.index() != service.index())
                        .findFirst();
    }

    private static boolean ordered(ContainerView service, ContainerView maker, InitKind init) {
        String after = service.spec().annotations().value().getOrDefault(StartCondition.ANNOTATION, "");
        boolean waits = StartCondition.words(after).stream()
                .map(StartCondition::parse)
                .flatMap(Optional::stream)
                .anyMatch(condition -> condition instanceof StartCondition.Service other
                                && other.name().equals(maker.name())
                        || condition instanceof StartCondition.Existing);
        return waits || init == InitKind.LINUXKIT && maker.name().compareTo(service.name()) < 0;
    }

    private static Report unordered(Given<Mount> mount, ContainerView service, ContainerView maker, RootTree tree) {
        String source = mount.value().source();
        Report report = Report.at(
                        mount.origin(),
                        "%s binds %s, which runtime.mkdir of %s makes: nothing says that this comes first"
                                .formatted(service.words(), Texts.shorten(source), maker.words()))
                .hint("add it to runtime.mkdir of %s as well".formatted(Texts.shorten(service.name())));
        boolean list = service.container().spec().runtime().mkdir().isPresent()
                || service.spec().runtime().mkdir().isEmpty()
                        && (service.imageKnown() || !service.ref().builtIn());
        return list && tree.holding(source).isPresent()
                ? report.fix(
                        "Make %s for it too".formatted(Texts.shorten(source)),
                        new Edit.Append(service.path("runtime.mkdir"), source))
                : report;
    }
}
