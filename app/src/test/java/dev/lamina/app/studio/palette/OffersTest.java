package dev.lamina.app.studio.palette;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that the palette comes with, put into a small system.
final class OffersTest {
    private static final String LAMINA = """
            kernel:
              image: lamina/kernel
              cmdline: "console=ttyS0"
            init:
              - lamina/init
              - lamina/runtime
            """;

    private static final String LINUXKIT = """
            kernel:
              image: linuxkit/kernel:6.12.59
              cmdline: "console=ttyS0"
            init:
              - linuxkit/init:b5506cc74a6812dc40982cacfd2f4328f8a4b12a
              - linuxkit/runc:9442aa234715e751a16144f1d4ae3fd1a00fd492
              - linuxkit/containerd:ba19f64efd3331a8fd0a33e00eabd14f6ee1780e
            """;

    /// What there is to say of them, and why it cannot be otherwise.
    private static final Set<String> KNOWN_FINDINGS = Set.of(
            // It shows the keys that it needs.
            "linuxkit sshd MNT01",
            // That is its job, and its sentence says so.
            "linuxkit vsudd MNT07",
            // It does not work without.
            "common docker PRV01");

    @TempDir
    Path home;

    private List<PaletteEntry> entries(Desk desk) {
        return new PaletteSources(desk.operations()).fixed();
    }

    @Test
    void everyOfferReadsWithoutProblemsAndLeavesNothingToMendButAPlaceForData() {
        Desk desk = Sessions.desk(home);
        List<String> found = new ArrayList<>();
        for (PaletteEntry entry : entries(desk)) {
            String base = entry.group() == Group.LINUXKIT ? LINUXKIT : LAMINA;
            for (Lane lane : entry.lanes()) {
                Document document = with(base, entry, lane);
                Reviewed reviewed =
                        Sessions.session(desk, document.text()).reviewed().get().orElseThrow();
                reviewed.read().problems().forEach(problem -> found.add(entry.id() + " " + problem.message()));
                reviewed.validation().findings().stream()
                        .map(finding -> entry.id() + " " + finding.code())
                        .filter(words -> !words.endsWith("MNT15") || entry.group() != Group.COMMON)
                        .filter(words -> !KNOWN_FINDINGS.contains(words))
                        .forEach(found::add);
            }
        }
        assertEquals(List.of(), found);
    }

    private static Document with(String base, PaletteEntry entry, Lane lane) {
        Document document = Document.of(new SourceText("test.yml", base));
        return document.apply(Gestures.add(document, entry.offer(), lane, 0).change());
    }

    @Test
    void commentsOfAnOfferAreWritten() {
        PaletteEntry postgres = KnownEntries.all().stream()
                .filter(entry -> entry.name().equals("postgres"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                LAMINA + "services:\n  - "
                        + postgres.offer().in(Lane.SERVICES).orElseThrow().replace("\n", "\n    ") + "\n",
                with(LAMINA, postgres, Lane.SERVICES).text());
    }

    @Test
    void everyEntryExplainsItselfAndHasAnIconAndANameOfItsOwn() {
        List<PaletteEntry> entries = entries(Sessions.desk(home));
        Set<String> ids = new HashSet<>();
        for (PaletteEntry entry : entries) {
            assertAll(
                    entry.id(),
                    () -> assertTrue(ids.add(entry.id()), "twice"),
                    () -> assertTrue(Icons.has(entry.icon()), "no icon " + entry.icon()),
                    () -> assertTrue(entry.summary().length() > 5, "no sentence"),
                    () -> assertTrue(!entry.summary().endsWith("."), "a full stop too many"));
        }
    }

    @Test
    void allPackagesOfLinuxKitAndAllKnownImagesAreOffered() {
        assertEquals(43, WrittenEntries.linuxKit().size());
        assertEquals(25, KnownEntries.all().size());
    }

    @Test
    void privilegesOfLinuxKitsPackagesAreExplained() {
        PaletteEntry dhcpcd = WrittenEntries.linuxKit().stream()
                .filter(entry -> entry.name().equals("dhcpcd"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(
                        new Privilege("CAP_NET_ADMIN", "Configure interfaces, addresses, routes and the firewall.", ""),
                        new Privilege("CAP_NET_BIND_SERVICE", "Listen on ports below 1024.", ""),
                        new Privilege("CAP_NET_RAW", "Send and receive raw packets, as ping does.", ""),
                        new Privilege(
                                "CAP_SYS_ADMIN", "Mount file systems and do most other work of an administrator.", ""),
                        new Privilege("/run/resolvconf", "Reads and writes /run/resolvconf of the system.", "")),
                dhcpcd.privileges());
    }
}
