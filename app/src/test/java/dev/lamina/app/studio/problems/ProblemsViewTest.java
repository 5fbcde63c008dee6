package dev.lamina.app.studio.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.check.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // made before each test
final class ProblemsViewTest {
    @TempDir
    Path home = Path.of("");

    private Desk desk;
    private DocumentSession session;
    private ProblemsView view;
    private Window window;

    @BeforeEach
    void open() {
        show(Theme.LIGHT);
    }

    private void show(Theme theme) {
        desk = Sessions.desk(home);
        session = Sessions.session(desk, Samples.SHOP);
        window = Window.show(
                () -> {
                    view = new ProblemsView(session, desk);
                    return (Parent) view.node();
                },
                1300,
                400,
                theme);
        Window.run(() -> view.focus());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void select(String code) {
        Window.run(() -> view.model()
                .select(view.model().entries().stream()
                        .filter(entry -> entry.finding().code().equals(code))
                        .findFirst()
                        .orElseThrow()));
    }

    private void run(String action) {
        Window.run(() -> view.actions().stream()
                .filter(each -> each.id().equals(action))
                .findFirst()
                .orElseThrow()
                .run());
    }

    private <T extends Node> T find(String selector, Class<T> type) {
        return type.cast(Objects.requireNonNull(window.scene().getRoot().lookup(selector), selector));
    }

    private void click(String text) {
        Window.run(() -> window.scene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> text.equals(button.getText()) && button.isVisible())
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void keysMendTheSelectedProblemAndSelectTheNext() {
        window.robot().press(KeyCode.CONTROL, KeyCode.PERIOD).release(KeyCode.PERIOD, KeyCode.CONTROL);
        Window.until(() -> session.text().get().contains("    capabilities: [CAP_NET_BIND_SERVICE]"));
        assertThat(Window.call(() -> find(".problem-list", ListView.class)
                        .getSelectionModel()
                        .getSelectedIndex()))
                .isEqualTo(0);
        assertThat(view.model().selected().get().orElseThrow().finding().code()).isEqualTo("PRV04");
    }

    @Test
    void namesOfFixesKeepTheirUnderscores() {
        select("SCH01");
        assertThat(Window.call(() -> window.scene().getRoot().lookupAll(".explanation-buttons .button")))
                .isNotEmpty()
                .allMatch(node -> !((Button) node).isMnemonicParsing());
    }

    @Test
    void enterShowsThePlace() {
        select("PRV14");
        window.robot().type(KeyCode.ENTER);
        Window.until(() -> session.selection().revealed().get().isPresent());
        assertThat(session.selection().revealed().get()).contains("services[0].pid");
    }

    @Test
    void keysOfTheListDoNotReachIntoTheFilter() {
        Window.run(() -> find(".problem-filter", TextField.class).requestFocus());
        window.robot().write("PRV04");
        Window.until(() -> view.model().rows().size() == 2);
        window.robot().press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        window.robot().press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(desk.clipboard().get()).isEmpty();
    }

    @Test
    void aProblemIsCopiedAsText() {
        select("PRV14");
        window.robot().press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        Window.until(() -> desk.clipboard().get().isPresent());
        assertThat(desk.clipboard().get().orElseThrow()).startsWith("test.yml:13:10: high PRV14: ");
    }

    @Test
    void fixesAreShownBeforeTheyAreMade() {
        run("problems.fixAll");
        assertThat(find(".diff", ListView.class).getItems()).hasSizeGreaterThan(3);
        click("Cancel");
        assertThat(session.text().get()).isEqualTo(Samples.SHOP);
        run("problems.fixAll");
        click("Apply");
        assertThat(session.history().get().steps()).hasSize(2);
        assertThat(session.text().get()).contains("    capabilities: [CAP_NET_BIND_SERVICE]");
    }

    @Test
    void aPreviewAsksToBeSeen() {
        AtomicInteger shown = new AtomicInteger();
        Window.run(() -> view.whenWanted(shown::incrementAndGet));
        run("problems.explain");
        run("problems.fixAll");
        assertThat(shown).hasValue(1);
        assertThat(window.scene().getRoot().lookup(".diff")).isNotNull();
        window.robot().type(KeyCode.ESCAPE);
    }

    @Test
    void whatIsReadStaysWhereItIsWhileLinesMove() {
        select("PRV04");
        ScrollPane reading = find(".problem-scroll", ScrollPane.class);
        Window.run(() -> reading.setVvalue(0.5));
        Window.run(() -> session.type("# one more line\n" + Samples.SHOP));
        assertThat(reading.getVvalue()).isEqualTo(0.5);
        select("PRV03");
        assertThat(reading.getVvalue()).isEqualTo(0);
    }

    @Test
    void everyActionHasAKeyAndSaysWhyItCannotBeDone() {
        assertThat(view.actions()).allMatch(action -> action.key().isPresent());
        Window.run(() -> session.type(Samples.GOOD));
        assertThat(view.actions())
                .filteredOn(action -> !action.allowed())
                .map(Action::id)
                .contains("problems.next", "problems.previous", "problems.fixAll", "problems.fix");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void everythingCanBeRead(Theme theme) {
        window.close();
        show(theme);
        select("PRV04");
        assertLegible("problems-" + theme);
        Window.run(() -> session.profile().set(Profile.RESTRICTED));
        Window.run(() -> view.model().grouping().set(Grouping.RULE));
        Window.run(() -> view.model().filter().set(ProblemFilter.ALL.allowed(true)));
        assertLegible("problems-groups-" + theme);
        run("problems.fixAll");
        assertLegible("problems-preview-" + theme);
        Window.run(() -> view.fixes().allow(view.model().selected().get().orElseThrow()));
        assertLegible("problems-allow-" + theme);
        Window.run(() -> session.type(Samples.SHOP + "  - {"));
        assertLegible("problems-unreadable-" + theme);
        Window.run(() -> {
            view.fixes().explain();
            session.type(Samples.GOOD);
            session.profile().set(Profile.BASELINE);
        });
        assertLegible("problems-none-" + theme);
    }

    private void assertLegible(String name) {
        Pictures.save(window, name);
        List<String> faults = Window.call(() -> Legibility.faults(window.scene()));
        assertThat(faults).as(name).isEmpty();
    }

    @Test
    void largeLettersAreNotCutOff() {
        Window.run(() -> {
            window.scene().getRoot().setStyle("-fx-font-size: 26px;");
            window.stage().setHeight(800);
        });
        assertLegible("problems-large");
    }
}
