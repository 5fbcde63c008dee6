package dev.lamina.app.studio.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.PlainOffers;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.testing.TestImages;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PaletteViewModelTest {
    @TempDir
    Path home;

    private final List<Offer> added = new ArrayList<>();

    private PaletteViewModel model() {
        Desk desk = Sessions.desk(home);
        return new PaletteViewModel(new PaletteSources(desk.operations()), desk.background(), added::add);
    }

    private static List<String> headings(PaletteViewModel model) {
        return model.rows().stream()
                .filter(PaletteRow.Heading.class::isInstance)
                .map(PaletteRow.Heading.class::cast)
                .map(heading -> heading.group().key() + " " + heading.count() + (heading.open() ? " open" : ""))
                .toList();
    }

    private static List<String> items(PaletteViewModel model) {
        return model.rows().stream()
                .filter(PaletteRow.Item.class::isInstance)
                .map(row -> ((PaletteRow.Item) row).entry().id())
                .toList();
    }

    private static PaletteEntry entry(PaletteViewModel model, String name) {
        return model.search().find(name, Optional.empty()).getFirst();
    }

    @Test
    void groupsAreShownWithTheirCountsAndTheBuiltInOnesAreOpen() {
        PaletteViewModel model = model();
        assertEquals(
                List.of("built-in 31 open", "linuxkit 43", "common 25", "store 0", "snippets 13"), headings(model));
        assertEquals(31, items(model).size());
    }

    @Test
    void aGroupIsClosedAndOpened() {
        PaletteViewModel model = model();
        model.toggle(Group.BUILT_IN);
        model.toggle(Group.SNIPPETS);
        assertEquals(
                List.of("built-in 31", "linuxkit 43", "common 25", "store 0", "snippets 13 open"), headings(model));
        assertEquals("snippets file", items(model).getFirst());
    }

    @Test
    void whatIsTypedIsLookedForInAllGroupsAndNothingTypedShowsTheGroupsAgain() {
        PaletteViewModel model = model();
        model.query().set("postgr");
        assertEquals(List.of("common postgres"), items(model));
        assertEquals(List.of(), headings(model));
        model.query().set("");
        assertEquals(5, headings(model).size());
    }

    @Test
    void anUnknownNameIsOfferedAsAnImageWithoutPrivileges() {
        PaletteViewModel model = model();
        model.query().set("ghcr.io/owner/thing:2.1");
        PaletteEntry offered = ((PaletteRow.Item) model.rows().getLast()).entry();
        assertEquals(
                "name: thing\nimage: ghcr.io/owner/thing:2.1",
                offered.offer().in(Lane.SERVICES).orElseThrow());
        model.query().set("What is this?");
        assertEquals(
                List.of(new PaletteRow.Note("Nothing here is called “What is this?”.", false)),
                List.copyOf(model.rows()));
    }

    @Test
    void anEntryIsAddedToItsUsualLaneOrToAnotherOne() {
        PaletteViewModel model = model();
        PaletteEntry dhcpcd = entry(model, "dhcpcd");
        model.add(dhcpcd, Optional.empty());
        model.add(dhcpcd, Optional.of(Lane.SERVICES));
        assertEquals(
                List.of(Lane.ONBOOT, Lane.SERVICES),
                added.stream().map(Offer::usualLane).toList());
        assertEquals(dhcpcd.offer().yaml(), added.getLast().yaml());
    }

    @Test
    void whatWasUsedIsOnTopNewestFirstAlsoInTheNextWindow() {
        PaletteViewModel model = model();
        model.add(entry(model, "sshd"), Optional.empty());
        model.add(entry(model, "redis"), Optional.empty());
        model.add(entry(model, "sshd"), Optional.empty());
        assertEquals("recent 2 open", headings(model).getFirst());
        assertEquals(List.of("built-in sshd", "built-in redis"), items(model()).subList(0, 2));
    }

    @Test
    void whoTypesElsewhereFindsWhatFitsTheLaneFirstAndWhatWasUsedLastWhenNothingIsTyped() {
        PaletteViewModel model = model();
        model.used(entry(model, "redis").offer());
        assertEquals("redis", model.find("", Optional.empty()).getFirst().name());
        assertEquals(50, model.find("", Optional.empty()).size());
        assertEquals(
                List.of("built-in dhcp-renew", "linuxkit dhcpcd", "built-in dhcp"),
                model.find("dhcp", Optional.of(Lane.SERVICES)).stream()
                        .map(PaletteEntry::id)
                        .limit(3)
                        .toList());
    }

    @Test
    void twelveAreRememberedAtMost() {
        Recent recent = Recent.NONE;
        for (int i = 0; i < 20; i++) {
            recent = recent.used("built-in " + i);
        }
        assertEquals(
                IntStream.range(0, 12).mapToObj(i -> "built-in " + (19 - i)).toList(), recent.ids());
    }

    @Test
    void aStoreThatCannotBeReadIsAMessageInItsGroupAndTheRestIsThere() throws IOException {
        Path images = home.resolve("images");
        Files.createDirectories(images);
        Files.writeString(images.resolve("index.json"), "{ this is no index");
        PaletteViewModel model = model();
        List<PaletteRow.Note> notes = model.rows().stream()
                .filter(PaletteRow.Note.class::isInstance)
                .map(PaletteRow.Note.class::cast)
                .toList();
        assertEquals(1, notes.size());
        assertTrue(notes.getFirst().problem());
        assertTrue(notes.getFirst().text().startsWith("The image store cannot be read: "), notes.toString());
        assertEquals("built-in 31 open", headings(model).getFirst());
    }

    @Test
    void theImagesOfTheStoreAreListedWithTheirSizeOnceTheyAreThere() throws IOException {
        PaletteViewModel model = model();
        TestImages.add(home.resolve("images"), "example/web", Arch.AMD64, "hello");
        model.refresh();
        assertTrue(headings(model).contains("store 1"), headings(model).toString());
        PaletteEntry web = entry(model, "web");
        assertEquals(
                new PaletteEntry(
                        Group.STORE,
                        "web",
                        "image",
                        "example/web",
                        "It starts: /web",
                        List.of(),
                        Optional.of("example/web"),
                        web.size(),
                        PlainOffers.image("example/web").orElseThrow()),
                web);
        assertTrue(web.size().getAsLong() > 0);
    }
}
