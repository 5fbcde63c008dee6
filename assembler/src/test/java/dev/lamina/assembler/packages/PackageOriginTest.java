package dev.lamina.assembler.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PackageOriginTest {
    private static final Digest HASH = new Digest("ab".repeat(32));

    private static PackagePin pin(String name, String version, String path) {
        return new PackagePin(name, version, Arch.AMD64, 1, HASH, path, List.of());
    }

    @Test
    void sourcesAndArchitectureAreThoseOfThePlaceInTheArchive() {
        String note = PackageOrigin.note(List.of(
                pin("tzdata", "2026f-0+deb13u1", "pool/main/t/tzdata/tzdata_2026f-0+deb13u1_all.deb"),
                pin("busybox-static", "1:1.37.0-6+b9", "pool/main/b/busybox/busybox-static_1.37.0-6+b9_amd64.deb")));

        assertThat(PackageOrigin.parseAll(note))
                .containsExactly(
                        new PackageOrigin("busybox-static", "1:1.37.0-6+b9", "amd64", "busybox", HASH),
                        new PackageOrigin("tzdata", "2026f-0+deb13u1", "all", "tzdata", HASH));
    }

    @Test
    void anUnusualPlaceGivesWhatIsKnown() {
        String note = PackageOrigin.note(List.of(pin("a1", "1", "a1.deb")));

        assertThat(PackageOrigin.parseAll(note)).containsExactly(new PackageOrigin("a1", "1", "amd64", "", HASH));
    }

    @Test
    void whatIsNoNoteIsLeftOut() {
        assertThat(PackageOrigin.parseAll("")).isEmpty();
        assertThat(PackageOrigin.parseAll("xx=1,\"},{,xx=1 " + "ab".repeat(32) + " /amd64"))
                .containsExactly(new PackageOrigin("xx", "1", "amd64", "", HASH));
    }
}
