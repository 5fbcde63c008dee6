package dev.lamina.app.studio.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.app.studio.session.Lane;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PaletteSearchTest {
    private static final PaletteSearch SEARCH = new PaletteSearch(List.of(
            Entries.of("dhcp-renew", "Keeps the address that the network lends"),
            Entries.of("sshd", "Remote login with a key (SSH)"),
            Entries.of("openssh", "Another way to log in"),
            Entries.of("login-ssh", "For people"),
            Entries.of("getty", "A login prompt on the system's consoles"),
            Entries.of("dhcp", "Asks the network for an address, once", Lane.ONBOOT)));

    private static List<String> names(String query) {
        return SEARCH.find(query, Optional.empty()).stream()
                .map(PaletteEntry::name)
                .toList();
    }

    @Test
    void nothingAskedForGivesEverythingInItsOrder() {
        assertEquals(List.of("dhcp-renew", "sshd", "openssh", "login-ssh", "getty", "dhcp"), names("  "));
    }

    @Test
    void namesThatBeginSoComeBeforeWordsInNamesBeforePartsOfNamesBeforeSentences() {
        assertEquals(List.of("sshd", "login-ssh", "openssh"), names("ssh"));
        assertEquals(List.of("login-ssh", "sshd", "getty"), names("login"));
    }

    @Test
    void theNameItselfComesFirst() {
        assertEquals(List.of("dhcp", "dhcp-renew"), names("DHCP"));
    }

    @Test
    void everyWordHasToFit() {
        assertEquals(List.of("sshd"), names("login key"));
        assertEquals(List.of(), names("login nothing"));
    }

    @Test
    void oneLetterMayBeWrongMissingTooMuchOrSwapped() {
        assertEquals(List.of("getty"), names("gotty"));
        assertEquals(List.of("getty"), names("gtty"));
        assertEquals(List.of("getty"), names("geetty"));
        assertEquals(List.of("getty"), names("egtty"));
        assertEquals(List.of(), names("gotti"));
    }

    @Test
    void onlyEntriesForTheLaneAreGiven() {
        List<PaletteEntry> found = SEARCH.find("dhcp", Optional.of(Lane.ONBOOT));
        assertEquals(List.of("dhcp"), found.stream().map(PaletteEntry::name).toList());
    }

    @Test
    void theBenchmarkSearchesAllEntries() {
        PaletteBench.Measured measured = PaletteBench.search(500, 10);
        assertEquals(500, measured.entries());
        assertEquals(10, measured.searches());
    }

    @Test
    void theBeginningOfAMistypedWordIsEnough() {
        assertTrue(OneTypo.of("postrg", "postgres"));
        assertTrue(OneTypo.of("postg", "postgres"));
        assertFalse(OneTypo.of("psotrg", "postgres"));
        assertFalse(OneTypo.of("redis", "postgres"));
    }
}
