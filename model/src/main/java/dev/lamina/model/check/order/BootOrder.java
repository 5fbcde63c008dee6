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
import dev.lamina.model.edit.Edit;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.mount.InitKind;
import dev.lamina.model.mount.MountCommand;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import dev.lamina.model.problem.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// ORD01. What needs what is known of the images of LinuxKit and Lamina, and of binds.
final class BootOrder implements SystemCheck {
    private static final Rule RULE = Rule.of("ORD01", Severity.WARNING, "Started before what it needs")
            .what("""
                    A container of onboot comes before the one that formats or mounts its disk, opens it, or brings up the network; or a service
                    binds a directory that is made for another service, with nothing that orders the two.""")
            .why("""
                    Containers of onboot run one after the other in the order of the document. Services have no order that could be relied on:
                    Lamina's init starts several at a time, LinuxKit's goes by their names.""")
            .fix("""
                    Move it behind what it needs. Let a service make the directory itself by runtime.mkdir, as the fix does, or wait with the
                    annotation dev.lamina.after.""")
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

    private static final Set<String> NETWORK = Set.of("dhcp", "dhcpcd", "static-ip");

    /// Sources of user data that need no network.
    private static final Set<String> LOCAL = Set.of("cdrom", "vmware");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        List<ContainerView> onboot = system.containers(Section.ONBOOT);
        RootTree tree = system.derived(RootTree.class, RootTree::of);
        network(onboot, found);
        disks(onboot, found);
        binds(onboot, tree, found);
        services(system, tree, found);
    }

    private static void network(List<ContainerView> onboot, Consumer<Report> found) {
        Optional<ContainerView> up = onboot.stream()
                .filter(container -> NETWORK.contains(Family.name(container)))
                .findFirst();
        if (up.isPresent()) {
            onboot.stream()
                    .filter(container -> container.index() < up.get().index() && needsNetwork(container))
                    .forEach(container -> found.accept(late(container, up.get(), "brings up the network")));
        }
    }

    /// Metadata with sources in the network; LinuxKit's asks all of them unless told otherwise.
    private static boolean needsNetwork(ContainerView container) {
        if (!Family.name(container).equals("metadata") || Family.otherProgram(container, "metadata")) {
            return false;
        }
        List<String> sources = container.spec().command().value().stream()
                .skip(1)
                .filter(word -> !word.startsWith("-"))
                .toList();
        return sources.isEmpty()
                ? !container.ref().builtIn()
                : sources.stream().anyMatch(source -> !LOCAL.contains(source) && !source.startsWith("file="));
    }

    private static void disks(List<ContainerView> onboot, Consumer<Report> found) {
        Map<String, ContainerView> formats = new HashMap<>();
        Map<String, ContainerView> opened = new HashMap<>();
        for (ContainerView container : onboot) {
            switch (Family.name(container)) {
                case "format" ->
                    formats.putIfAbsent(Family.option(container, "label").orElse(""), container);
                case "dm-crypt" -> opened.putIfAbsent(mapped(container), container);
                default -> {
                    // of something else
                }
            }
        }
        for (ContainerView container : onboot) {
            boolean mounts = Family.name(container).equals("mount");
            @Nullable
            ContainerView format =
                    mounts ? formats.get(Family.option(container, "label").orElse("")) : null;
            if (format != null && format.index() > container.index()) {
                found.accept(late(container, format, "formats its disk"));
            }
            for (String word : container.spec().command().value()) {
                @Nullable ContainerView opens = word.startsWith("/dev/mapper/") ? opened.get(word) : null;
                if (opens != null && opens.index() > container.index()) {
                    found.accept(late(container, opens, "opens " + Texts.shorten(word)));
                }
            }
        }
    }

    /// `crypto [options] NAME DEVICE`
    private static String mapped(ContainerView container) {
        List<String> words = container.spec().command().value();
        return words.size() < 3 ? "" : "/dev/mapper/" + words.get(words.size() - 2);
    }

    /// What is bound where a disk is mounted later: the container sees the memory below.
    private static void binds(List<ContainerView> onboot, RootTree tree, Consumer<Report> found) {
        Map<String, ContainerView> targets = new HashMap<>();
        for (ContainerView container : onboot) {
            MountCommand.of(container)
                    .flatMap(command -> command.inSystem(container))
                    .ifPresent(target -> targets.putIfAbsent(tree.real(target), container));
        }
        if (targets.isEmpty()) {
            return;
        }
        for (ContainerView container : onboot) {
            for (Given<Mount> mount : container.spec().mounts()) {
                if (!Binds.isBind(mount.value()) || !mount.value().source().startsWith("/")) {
                    continue;
                }
                for (String at : GuestPaths.upwards(tree.real(mount.value().source()))) {
                    @Nullable ContainerView disk = targets.get(at);
                    if (disk != null && disk.index() > container.index()) {
                        found.accept(late(container, disk, "mounts a disk at " + Texts.shorten(at)));
                        break;
                    }
                }
            }
        }
    }

    private static Report late(ContainerView container, ContainerView needed, String does) {
        return Report.at(
                        container.path(),
                        "%s runs before %s, which %s".formatted(container.words(), needed.words(), does))
                .hint("move it behind %s".formatted(Texts.shorten(needed.name())));
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
