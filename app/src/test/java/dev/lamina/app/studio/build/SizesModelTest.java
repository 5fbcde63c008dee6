package dev.lamina.app.studio.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.build.SizesModel.Crumb;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.size.SizeTree;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SizesModelTest {
    private static final String WEB = "containers/services/web/lower/usr/";

    private static final SystemListing SYSTEM = Trees.listing(
            Trees.file("kernel", "boot/kernel", 4000),
            Trees.file("services web", WEB + "sbin/nginx", 6000, 3000, 1),
            Trees.file("services web", WEB + "sbin/copy", 6000, 2900, 1),
            Trees.file("services web", WEB + "share/doc", 1000));

    private final SizesModel model = new SizesModel();

    private void show(SystemListing now) {
        model.show(SystemSizes.of(now, Optional.empty()));
    }

    private List<String> trail() {
        return model.trail().get().stream().map(SizeTree::name).toList();
    }

    private SizeTree named(String name) {
        return model.trail().get().getLast().children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsShownBeforeThereIsSomething() {
        model.out();
        model.outTo(0);
        assertThat(model.trail().get()).isEmpty();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void goingIntoAComponentPassesThroughDirectoriesWithOneDirectory() {
        show(SYSTEM);
        model.into(named("services web"));
        assertThat(trail()).containsExactly("", "services web", "containers", "services", "web", "lower", "usr");
        assertThat(model.crumbs())
                .containsExactly(
                        new Crumb("", 0),
                        new Crumb("services web", 1),
                        new Crumb("containers/services/web/lower/usr", 6));
        assertThat(model.component()).isEqualTo("services web");
    }

    @Test
    void goingOutLeadsBackAndSelectsWhereOneWas() {
        show(SYSTEM);
        model.into(named("services web"));
        model.into(named("sbin"));
        assertThat(model.crumbs().getLast().label()).isEqualTo("sbin");
        model.out();
        assertThat(model.trail().get().getLast().name()).isEqualTo("usr");
        assertThat(model.selected().get().orElseThrow().name()).isEqualTo("sbin");
        model.out();
        assertThat(trail()).containsExactly("");
        assertThat(model.selected().get().orElseThrow().name()).isEqualTo("services web");
    }

    @Test
    void aFileIsSelectedInItsDirectory() {
        show(SYSTEM);
        SizeTree nginx = SizeTree.of(SYSTEM).children().getFirst();
        model.open(new SizeRow("services web", WEB + "sbin/nginx", "", "", 0, OptionalLong.empty()));
        assertThat(nginx.name()).isEqualTo("services web");
        assertThat(model.trail().get().getLast().name()).isEqualTo("sbin");
        assertThat(model.selected().get().orElseThrow().path()).isEqualTo(WEB + "sbin/nginx");
    }

    @Test
    void anotherBuildKeepsThePlace() {
        show(SYSTEM);
        model.into(named("services web"));
        model.into(named("sbin"));
        show(Trees.listing(
                Trees.file("services web", WEB + "sbin/nginx", 5),
                Trees.file("services web", WEB + "share/doc", 5),
                Trees.file("files", "etc/motd", 5)));
        assertThat(model.trail().get().getLast().name()).isEqualTo("sbin");
        show(Trees.listing(Trees.file("files", "etc/motd", 5)));
        assertThat(trail()).containsExactly("");
    }

    @Test
    void theListShowsComponentsFilesAndDuplicatesWithWhatTheyWaste() {
        show(SYSTEM);
        assertThat(model.rows())
                .extracting(SizeRow::title, SizeRow::bytes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("services web", 6900L),
                        org.assertj.core.groups.Tuple.tuple("kernel", 4000L));
        model.list().set(SizeList.FILES);
        assertThat(model.rows().getFirst().path()).isEqualTo("boot/kernel");
        model.list().set(SizeList.DUPLICATES);
        assertThat(model.rows())
                .containsExactly(new SizeRow(
                        "services web",
                        WEB + "sbin/copy",
                        WEB + "sbin/copy\n" + WEB + "sbin/nginx",
                        "2 × 6.0 kB",
                        6000,
                        OptionalLong.empty()));
    }

    @Test
    void growthIsToldOfWhatChanged() {
        SystemListing later = Trees.listing(
                Trees.file("kernel", "boot/kernel", 4000),
                Trees.file("services web", WEB + "sbin/nginx", 6500, 3100, 2),
                Trees.file("files", "etc/motd", 100));
        model.show(SystemSizes.of(later, Optional.of(SYSTEM)));
        assertThat(model.rows())
                .extracting(SizeRow::title, SizeRow::growth)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kernel", OptionalLong.empty()),
                        org.assertj.core.groups.Tuple.tuple("services web", OptionalLong.of(-3800)),
                        org.assertj.core.groups.Tuple.tuple("files", OptionalLong.of(100)));
        model.list().set(SizeList.FILES);
        assertThat(model.rows().get(1).growth()).isEqualTo(OptionalLong.of(500));
    }
}
