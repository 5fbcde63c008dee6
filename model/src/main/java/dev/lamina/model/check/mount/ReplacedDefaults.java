package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.yaml.LabelReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// MNT10. A list that keeps something of the label's was written by somebody who knows it, and an empty one says that
/// nothing is wanted: both are left alone.
final class ReplacedDefaults implements ContainerCheck {
    private static final int SHOWN = 3;

    private static final Set<String> ORDINARY = Set.of(
            "CAP_AUDIT_WRITE",
            "CAP_CHOWN",
            "CAP_FOWNER",
            "CAP_FSETID",
            "CAP_KILL",
            "CAP_NET_BIND_SERVICE",
            "CAP_SETGID",
            "CAP_SETUID",
            "CAP_SYS_CHROOT");

    private static final Rule RULE = Rule.of("MNT10", Severity.WARNING, "List that replaces what the image asks for")
            .what("""
                    binds or capabilities of the document take the place of those in the image's label, and keep none of them.""")
            .why("""
                    LinuxKit's images say in a label what they need; a list of the document is not added to that, it replaces it. A getty
                    with one bind of its own loses /etc, /run, /dev and all others, and hangs.""")
            .fix("""
                    Write binds.add or capabilities.add, which add to the label's list. The fix renames the key, when what the label asks for is
                    harmless: read-only binds, and capabilities that ordinary services have.""")
            .withQuickFix()
            .references(
                    "https://github.com/linuxkit/linuxkit/issues/2561",
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md")
            .needs(Need.IMAGE_CONFIG)
            .example("""
                    services:
                      - name: getty
                        image: linuxkit/getty:v1.0.0
                        binds: ["/etc/profile.d/local.sh:/etc/profile.d/local.sh"]
                    """, """
                    services:
                      - name: getty
                        image: linuxkit/getty:v1.0.0
                        binds.add: ["/etc/profile.d/local.sh:/etc/profile.d/local.sh"]
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        ContainerSpec document = container.container().spec();
        List<String> binds = document.binds().orElse(List.of());
        List<String> capabilities = document.capabilities().orElse(List.of());
        if (container.image().isEmpty() || binds.isEmpty() && capabilities.isEmpty()) {
            return;
        }
        ContainerSpec label = container.image().map(ReplacedDefaults::label).orElseThrow();
        if (document.bindsAdd().isEmpty()) {
            compare("binds", binds, label.binds().orElse(List.of()), ReplacedDefaults::destination, container, found);
        }
        if (document.capabilitiesAdd().isEmpty() && capabilities.stream().noneMatch(ReplacedDefaults::allOrNone)) {
            compare(
                    "capabilities",
                    capabilities,
                    label.capabilities().orElse(List.of()),
                    Function.identity(),
                    container,
                    found);
        }
    }

    private static ContainerSpec label(ImageFacts image) {
        return LabelReader.read(image.config().labels().getOrDefault(ImageConfig.CONFIG_LABEL, ""), "")
                .spec();
    }

    private static void compare(
            String key,
            List<String> written,
            List<String> ofLabel,
            Function<String, String> name,
            ContainerView container,
            Consumer<Report> found) {
        Set<String> kept = written.stream().map(name).collect(Collectors.toCollection(HashSet::new));
        boolean meant = written.isEmpty()
                || ofLabel.isEmpty()
                || ofLabel.stream().anyMatch(ReplacedDefaults::allOrNone)
                || ofLabel.stream().map(name).anyMatch(kept::contains);
        if (meant) {
            return;
        }
        String lost = ofLabel.stream().limit(SHOWN).map(Texts::shorten).collect(Collectors.joining(", "))
                + (ofLabel.size() > SHOWN ? " and " + (ofLabel.size() - SHOWN) + " more" : "");
        Report report = Report.at(
                        container.path(key),
                        "%s of %s replaces what the label of its image asks for: %s"
                                .formatted(key, container.words(), lost))
                .hint("write %s.add to keep them".formatted(key));
        found.accept(
                ofLabel.stream().allMatch(ReplacedDefaults::harmless)
                        ? report.fix("Rename to " + key + ".add", new Edit.RenameKey(container.path(key), key + ".add"))
                        : report);
    }

    /// Whether nobody has to think about what comes back.
    private static boolean harmless(String word) {
        String[] parts = word.split(":", 3);
        return ORDINARY.contains(word) || parts.length == 3 && parts[2].equals("ro");
    }

    private static boolean allOrNone(String word) {
        return word.equalsIgnoreCase("all") || word.equalsIgnoreCase("none");
    }

    private static String destination(String bind) {
        String[] parts = bind.split(":", 3);
        return parts.length < 2 ? bind : parts[1];
    }
}
