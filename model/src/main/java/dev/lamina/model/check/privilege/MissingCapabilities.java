package dev.lamina.model.check.privilege;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.network.Ports;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.known.Claim;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownUse;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.value.Capability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// PRV11.
final class MissingCapabilities implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV11", Severity.WARNING, "Capability that the image needs is missing")
            .what("""
                A common image lacks capabilities that its own documentation or source asks for, or runs as root, which it refuses; or the
                command line of a server of any image names a port below 1024, and CAP_NET_BIND_SERVICE is missing. The user, the command
                and what is mounted over its configuration are looked at; for another user than root a capability must be in ambient,
                too.\
                """)
            .why("""
                Docker gives every container fourteen capabilities, LinuxKit none. Root without CAP_CHOWN cannot give a directory away,
                without CAP_SETUID and CAP_SETGID it cannot become another user, and without CAP_NET_BIND_SERVICE it cannot listen below
                port 1024, which is where net.ipv4.ip_unprivileged_port_start begins in a new network namespace, too. So an entry point
                that works with Docker ends with "Operation not permitted". A program of another user loses what is not in
                ambient when it is started.\
                """)
            .fix("""
                Add them; the fix does. Or run the image as the user that it has for its work, with directories that belong to that
                user: then most need none. docs/known-images.md has the needs of each image with the source of each.\
                """)
            .withQuickFix()
            .references(
                    "docs/known-images.md of Lamina",
                    "https://man7.org/linux/man-pages/man7/capabilities.7.html",
                    "https://docs.kernel.org/networking/ip-sysctl.html",
                    "https://github.com/linuxkit/linuxkit/blob/master/linuxkit.yml")
            .example("""
                services:
                  - name: web
                    image: nginx:1.27
                    capabilities: [CAP_NET_BIND_SERVICE]
                """, """
                services:
                  - name: web
                    image: nginx:1.27
                    capabilities: [CAP_NET_BIND_SERVICE, CAP_CHOWN, CAP_SETGID, CAP_SETUID]
                """);

    private static final String BIND = Capability.NET_BIND_SERVICE.text();

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Optional<KnownUse> known = KnownUse.of(container.ref(), container.spec());
        List<Claim> missing = known.map(use -> use.claims(Kind.NEEDS)).orElse(List.of()).stream()
                .filter(claim -> !has(container.spec(), claim.value()))
                .toList();
        known.ifPresent(use -> {
            if (!missing.isEmpty()) {
                found.accept(report(container, use, missing));
            }
            use.claims(Kind.REFUSES).forEach(claim -> found.accept(refused(container, use, claim)));
        });
        if (missing.stream().noneMatch(claim -> claim.value().equals(BIND))) {
            lowPort(container).ifPresent(found);
        }
    }

    /// Of any image whose command line says so, unless a label that is not known may bring the capability.
    private static Optional<Report> lowPort(ContainerView container) {
        boolean settled = container.imageKnown()
                || container.container().spec().capabilities().isPresent();
        return Ports.served(container).stream()
                .map(port -> port.substring(0, port.indexOf('/')))
                .filter(port -> settled
                        && Integer.parseInt(port) < KnownUse.firstUnprivileged(container.spec())
                        && !has(container.spec(), BIND))
                .findFirst()
                .map(port -> {
                    long user = container.spec().userId();
                    Report report = Report.at(
                                    place(container),
                                    "%s does not have %s, which port %s needs%s"
                                            .formatted(
                                                    container.words(),
                                                    BIND,
                                                    port,
                                                    user == 0 ? "" : " in ambient as uid " + user))
                            .hint("add it, or let it listen on a port from 1024 up");
                    return AddedCapabilities.edits(container, List.of(BIND))
                            .map(edits -> report.fix("Add " + BIND, edits))
                            .orElse(report);
                });
    }

    private static Report refused(ContainerView container, KnownUse use, Claim claim) {
        Report report = Report.at(
                container.spec().uid().origin(),
                "%s runs %s as root, which it refuses"
                        .formatted(container.words(), use.image().name()));
        Optional<String> user = use.claims(Kind.USER).stream().map(Claim::value).findFirst();
        return user.isEmpty()
                ? report.hint(claim.why())
                : report.hint("set uid: %s and gid: %<s; it says %s".formatted(user.get(), claim.why()))
                        .fix(
                                "Run as uid " + user.get(),
                                new Edit.Set(container.path("uid"), Long.valueOf(user.get())),
                                new Edit.Set(container.path("gid"), Long.valueOf(user.get())));
    }

    private static boolean has(EffectiveContainer spec, String needed) {
        boolean root = spec.userId() == 0;
        if (needed.equals("all")) {
            return root ? spec.holdsAll() : spec.heldAmbient().size() == Capability.values().length;
        }
        return Capability.parse(needed)
                        .filter(capability -> root
                                ? spec.holds(capability) || spec.heldAmbient().contains(capability)
                                : spec.heldAmbient().contains(capability))
                        .isPresent()
                || meant(root ? spec.capabilities() : spec.ambient(), needed);
    }

    /// Whether it is there in a form that PRV10 finds and mends.
    private static boolean meant(List<Given<String>> words, String needed) {
        String name = needed.substring("CAP_".length());
        return words.stream()
                .map(word -> word.value().toUpperCase(Locale.ROOT))
                .anyMatch(word -> word.equals(needed) || word.equals(name));
    }

    private static Report report(ContainerView container, KnownUse use, List<Claim> missing) {
        boolean root = container.spec().userId() == 0;
        List<String> words = missing.stream().map(Claim::value).toList();
        String as = root ? "" : " in ambient as uid " + container.spec().userId();
        String message = "%s does not have %s, which %s needs%s"
                .formatted(
                        container.words(),
                        words.equals(List.of("all")) ? "all capabilities" : and(words),
                        use.image().name(),
                        as);
        Report report = Report.at(place(container), message).hint(hint(use, missing, root));
        return AddedCapabilities.edits(container, words)
                .map(edits -> report.fix("Add " + and(words), edits))
                .orElse(report);
    }

    private static String place(ContainerView container) {
        ContainerSpec document = container.container().spec();
        return document.capabilities().isPresent()
                ? container.path("capabilities")
                : document.capabilitiesAdd().isPresent() ? container.path("capabilities.add") : container.path();
    }

    private static String hint(KnownUse use, List<Claim> missing, boolean root) {
        String reasons = missing.stream()
                .collect(Collectors.groupingBy(Claim::why, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> "%s: %s"
                        .formatted(
                                and(entry.getValue().stream().map(Claim::value).toList()), entry.getKey()))
                .collect(Collectors.joining("; "));
        String user = use.claims(Kind.USER).stream()
                .findFirst()
                .filter(claim -> root)
                .map(claim -> "; or run it as the user that it is made for, uid %s (%s)"
                        .formatted(claim.value(), claim.why().split("[,;]", 2)[0]))
                .orElse("");
        return reasons + user;
    }

    private static String and(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
