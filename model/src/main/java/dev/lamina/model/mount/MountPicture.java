package dev.lamina.model.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The mounts of a system as the kernel will see them: those of the root, and for each container those of its own
/// namespace, with what comes along by recursive binds, what hides what, and which way later mounts spread.
public final class MountPicture {
    private final SystemView system;
    private final RootTree tree;
    private final SystemMounts mounts;
    private final Spreading spreading;

    private MountPicture(SystemView system) {
        this.system = system;
        this.tree = system.derived(RootTree.class, RootTree::of);
        this.mounts = SystemMounts.of(system, tree);
        this.spreading = Spreading.of(system);
    }

    public static MountPicture of(SystemView system) {
        return new MountPicture(system);
    }

    /// @param tree what is mounted when its program starts
    public record ContainerMounts(ContainerView container, MountNode tree) {}

    /// The root of the system when all has been started.
    public MountNode root() {
        NodeTree nodes = new NodeTree();
        nodes.add(new MountNode(
                "/",
                "rootfs",
                "the image",
                List.of("ro"),
                Optional.of(Spread.SHARED),
                Optional.empty(),
                tree.init().words(),
                Optional.empty(),
                List.of(),
                false,
                List.of()));
        mounts.mounts().forEach(mount -> nodes.add(mount.node(mount.target())));
        return nodes.build();
    }

    public List<ContainerMounts> containers() {
        return system.containers().stream().map(this::of).toList();
    }

    public ContainerMounts of(ContainerView container) {
        NodeTree nodes = new NodeTree();
        nodes.add(rootfs(container));
        for (Given<Mount> mount : container.spec().mounts()) {
            MountNode node = node(mount, container);
            nodes.add(node);
            through(mount.value(), node.target(), container).forEach(nodes::add);
        }
        return new ContainerMounts(container, nodes.build());
    }

    private MountNode rootfs(ContainerView container) {
        boolean readonly = container.spec().readonly().value();
        return new MountNode(
                "/",
                readonly ? "bind" : "overlay",
                container.ref().name(),
                readonly ? List.of("ro") : List.of("rw"),
                Optional.of(spreading.ofRoot(container)),
                Optional.of(container.spec().readonly().origin()),
                container.words(),
                Optional.empty(),
                readonly ? List.of() : List.of("what is written is in memory, and gone when it ends"),
                false,
                List.of());
    }

    private MountNode node(Given<Mount> given, ContainerView container) {
        Mount mount = given.value();
        String target = GuestPaths.clean(mount.destination());
        boolean bind = Binds.isBind(mount);
        boolean missing = bind
                && mount.source().startsWith("/")
                && tree.at(mount.source(), container).absent();
        List<String> notes = new ArrayList<>();
        if (missing) {
            notes.add("the source does not exist at boot, so that " + Texts.shorten(container.name())
                    + " will not start");
        } else if (bind && mount.source().startsWith("/")) {
            notes.addAll(sourceNotes(mount, container));
        }
        if (given.origin().kind() != Origin.Kind.DEFAULT) {
            imageNote(target, container).ifPresent(notes::add);
        }
        return new MountNode(
                target,
                bind ? "bind" : mount.type(),
                mount.source(),
                mount.options(),
                bind ? Optional.of(spreading.of(mount, container)) : Optional.empty(),
                Optional.of(given.origin()),
                given.origin().subject(),
                Optional.empty(),
                notes,
                missing,
                List.of());
    }

    private List<String> sourceNotes(Mount mount, ContainerView container) {
        List<String> notes = new ArrayList<>();
        String real = tree.real(mount.source());
        Presence presence = tree.at(mount.source(), container);
        Optional<SystemMount> holding = mounts.holding(real, container);
        holding.ifPresent(in -> notes.add(
                "in the %s at %s, by %s".formatted(Texts.shorten(in.type()), Texts.shorten(in.target()), in.by())));
        if (holding.isEmpty() && tree.init().known()) {
            notes.add("in the read-only root");
        }
        if (presence.state() == Presence.State.UNKNOWN && tree.init().known()) {
            notes.add("whether it exists depends on " + Texts.shorten(presence.by()));
        }
        return notes;
    }

    /// What of the image cannot be seen under the mount.
    private static Optional<String> imageNote(String target, ContainerView container) {
        return container
                .files()
                .map(files -> ImageContent.below(files, target))
                .filter(content -> content.count() > 0)
                .map(content -> "hides %s of the image".formatted(content.words()));
    }

    /// The mounts of the system that a recursive bind brings along.
    private List<MountNode> through(Mount mount, String target, ContainerView container) {
        if (!Binds.isBind(mount) || !Binds.recursive(mount) || !mount.source().startsWith("/")) {
            return List.of();
        }
        String source = tree.real(mount.source());
        return mounts.below(source, container).stream()
                .map(below -> below.node(GuestPaths.moved(below.target(), source, target)))
                .toList();
    }
}
