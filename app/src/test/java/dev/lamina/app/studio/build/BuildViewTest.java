package dev.lamina.app.studio.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.build.StepRow.State;
import dev.lamina.app.studio.build.Systems.Setting;
import dev.lamina.app.studio.build.Treemap.Tile;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.assembler.size.SizeTree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // made before each test
final class BuildViewTest {
    @TempDir
    Path home = Path.of("");

    private final FxBackground background = new FxBackground();
    private Setting setting;
    private BuildView view;
    private Window window;

    @BeforeEach
    void open() {
        show(Theme.LIGHT, 420);
    }

    private void show(Theme theme, double height) {
        setting = Window.call(() -> Setting.of(home, background, Systems.MOTD));
        window = Window.show(
                () -> {
                    view = new BuildView(setting.session(), setting.desk(), setting.place(), () -> {});
                    return (Parent) view.node();
                },
                1300,
                height,
                theme);
        Window.run(() -> Setting.tar(view.model()));
    }

    @AfterEach
    void close() {
        window.close();
        background.close();
    }

    private void run(String action) {
        Window.run(() -> action(action).run());
    }

    private Action action(String id) {
        return view.actions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void build(String text) {
        Window.run(() -> setting.session().type(text));
        run("build.image");
        Window.until(() -> !view.model().phase().get().running());
        int count = setting.desk()
                .operations()
                .buildHistory()
                .of(view.model().subject())
                .size();
        Window.until(() -> view.builds().rows().size() == count);
    }

    private List<Path> written() throws IOException {
        Path folder = home.resolve("docs/build");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void theStepsStandThereBeforeAnythingIsBuilt() {
        Window.until(() -> view.model().steps().size() == 1);
        assertThat(view.model().steps().getFirst().state()).isEqualTo(State.MAKE);
        assertThat(action("build.folder").blocked().getValue()).isEqualTo("Nothing was built yet.");
    }

    @Test
    void whatWasBuiltCanBeFoundAndCopied() {
        build(Systems.MOTD);
        run("build.copyPath");
        assertThat(setting.desk().clipboard().get())
                .contains(home.resolve("docs/build/web.tar").toString());
        assertThat(action("build.folder").allowed()).isTrue();
    }

    @Test
    void cancellingLeavesNothingHalfDone() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(home.resolve("large").toFile(), "rw")) {
            large.setLength(64L << 20);
        }
        Window.run(() -> setting.session().type("files:\n  - path: large\n    source: large\n"));
        run("build.image");
        Window.until(() -> view.model().fraction().get() > 0);
        run("build.cancel");
        Window.until(() -> view.model().phase().get() == Phase.CANCELLED);
        assertThat(written()).isEmpty();
        assertThat(Window.call(() -> Headline.of(view.model()).title())).isEqualTo("Cancelled");
        assertThat(view.model().steps()).extracting(StepRow::state).containsExactly(State.STOPPED);
        Window.until(() -> view.builds().rows().size() == 1);
        assertThat(view.builds().rows().getFirst().done()).isFalse();
    }

    @Test
    void theSecondBuildTellsWhatChanged() {
        build(Systems.MOTD);
        build(Systems.MOTD.replace("welcome", "welcome to Lamina") + "  - path: etc/issue\n    contents: hello\n");
        Window.until(() -> view.builds().comparison().get().isPresent());
        assertThat(view.builds().changes())
                .extracting(row -> row.kind().sign() + row.title())
                .contains("~files", "+etc/issue", "~etc/motd");
        Window.run(() -> view.page().set(Page.CHANGES));
        assertThat(view.builds().rows().getFirst().growth().orElseThrow()).isPositive();
    }

    @Test
    void anyTwoBuildsCanBeCompared() {
        build(Systems.MOTD);
        build(Systems.MOTD + "  - path: one\n    contents: one\n");
        build(Systems.MOTD + "  - path: two\n    contents: two\n");
        Window.run(() -> view.page().set(Page.BUILDS));
        Window.run(() -> {
            ListView<?> list = (ListView<?>) Objects.requireNonNull(view.node().lookup(".build-list"));
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().selectIndices(0, 2);
            list.requestFocus();
        });
        window.robot().type(KeyCode.ENTER);
        Window.until(() -> view.page().get() == Page.CHANGES
                && view.builds().changes().stream().anyMatch(row -> row.title().equals("two"))
                && view.builds().changes().stream().noneMatch(row -> row.title().equals("one")));
    }

    private void showSizes(int files) {
        Window.run(() -> view.page().set(Page.SIZES));
        SystemSizes sizes = SystemSizes.of(Trees.random(files), Optional.empty());
        Window.run(() -> view.builds().sizes().show(sizes));
        Window.until(() -> !view.sizes().treemap().map().tiles().isEmpty());
    }

    private List<String> trail() {
        return Window.call(() ->
                view.builds().sizes().trail().get().stream().map(SizeTree::name).toList());
    }

    @Test
    void aClickGoesIntoAComponentAndBackspaceOut() {
        showSizes(500);
        Tile first = view.sizes().treemap().map().tiles().getFirst();
        Bounds bounds = Window.call(() -> {
            var node = view.sizes().treemap().node();
            return node.localToScreen(node.getBoundsInLocal());
        });
        window.robot()
                .clickOn(
                        bounds.getMinX() + first.box().x() + 20,
                        bounds.getMinY() + first.box().y() + 8,
                        MouseButton.PRIMARY);
        assertThat(trail()).hasSizeGreaterThan(1).contains(first.label());
        window.robot().type(KeyCode.BACK_SPACE);
        assertThat(trail()).containsExactly("");
        assertThat(view.sizes().treemap().node().getAccessibleText()).startsWith(first.label());
    }

    @Test
    void arrowsLeadFromPartToPartAndEnterGoesIn() {
        showSizes(500);
        Window.run(() -> view.sizes().treemap().node().requestFocus());
        window.robot().type(KeyCode.RIGHT);
        String one = Window.call(
                () -> view.builds().sizes().selected().get().orElseThrow().name());
        window.robot().type(KeyCode.DOWN);
        String other = Window.call(
                () -> view.builds().sizes().selected().get().orElseThrow().name());
        assertThat(other).isNotEqualTo(one);
        window.robot().type(KeyCode.ENTER);
        assertThat(trail()).contains(other);
        window.robot().type(KeyCode.HOME);
        assertThat(trail()).containsExactly("");
    }

    @Test
    void ofFiftyThousandFilesOnlyWhatCanBeSeenIsDrawn() {
        showSizes(50_000);
        assertThat(view.sizes().treemap().map().tiles()).hasSizeBetween(12, 10_000);
        Window.run(() -> view.builds().sizes().list().set(SizeList.FILES));
        assertThat(view.builds().sizes().rows()).hasSize(500);
        Pictures.save(window, "build-50000");
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void everythingCanBeReadInEveryTheme(Theme theme) {
        window.close();
        show(theme, 420);
        build(Systems.MOTD);
        build(Systems.MOTD + "  - path: etc/issue\n    contents: hello\n");
        Window.until(() -> view.builds().sizes().sizes().get().isPresent());
        for (Page page : Page.values()) {
            Window.run(() -> view.page().set(page));
            Pictures.save(window, "build-" + page.key() + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(Window.call(() -> Legibility.faults(window.scene())))
                    .as(page.key())
                    .isEmpty();
        }
    }

    @Test
    void largeLettersFitToo() {
        window.close();
        show(Theme.LIGHT, 900);
        build(Systems.MOTD);
        Window.run(() -> view.node().setStyle("-fx-font-size: 39px;"));
        for (Page page : Page.values()) {
            Window.run(() -> view.page().set(page));
            Pictures.save(window, "build-" + page.key() + "-large");
            assertThat(Window.call(() -> Legibility.faults(window.scene())))
                    .as(page.key())
                    .isEmpty();
        }
    }
}
