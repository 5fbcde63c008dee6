package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.testing.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits;
import javafx.scene.input.ScrollEvent.VerticalTextScrollUnits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class ConsoleViewTest {
    @TempDir
    Path home;

    private ConsoleScene scene;
    private final FakeConsole guest = new FakeConsole();

    @BeforeEach
    void open() {
        scene = ConsoleScene.of(home);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void connect(String printed) {
        connect(printed, printed.lines().reduce("", (before, line) -> line).strip());
    }

    private void connect(String printed, String shown) {
        scene.connect(guest);
        guest.print(printed);
        scene.until(shown);
    }

    private void press(KeyCode... keys) {
        scene.window().robot().press(keys).release(keys);
    }

    private void typed(String wanted) {
        Window.until(() -> guest.typed().equals(wanted));
    }

    /// The middle of a cell on the screen of the desktop.
    private Point2D cell(int row, double column) {
        return Window.call(() -> {
            Bounds bounds =
                    scene.view().screen().localToScreen(scene.view().screen().getLayoutBounds());
            double height = scene.view().screen().rowHeight();
            double width = scene.view().screen().cellWidth();
            return new Point2D(
                    bounds.getMinX() + ScreenPainter.MARGIN + column * width,
                    bounds.getMinY() + ScreenPainter.MARGIN + (row + 0.5) * height);
        });
    }

    @Test
    void beforeAMachineRunsItSaysHowToStartOne() {
        String words = Window.call(() -> scene.view().node().lookupAll(".label").stream()
                .filter(node -> node.isVisible() && node instanceof javafx.scene.control.Label)
                .map(node -> ((javafx.scene.control.Label) node).getText())
                .reduce("", (all, each) -> all + each + "\n"));
        assertThat(words).contains("No machine runs", "Run (Ctrl+R)");
        assertThat(Window.call(() -> scene.model().connection())).isEmpty();
    }

    @Test
    void keysGoToTheGuestAlsoTabAndCtrlC() {
        connect("login: ");
        scene.window().robot().write("ls");
        press(KeyCode.TAB);
        press(KeyCode.ENTER);
        press(KeyCode.CONTROL, KeyCode.C);
        press(KeyCode.UP);
        press(KeyCode.BACK_SPACE);
        press(KeyCode.ESCAPE);
        typed("ls\t\r\003\033[A\177\033");
    }

    @Test
    void whatAnInputMethodComposedGoesToTheGuestWhenItIsComplete() {
        connect("login: ");
        compose("");
        compose("日本");
        typed("日本");
    }

    private void compose(String committed) {
        Window.run(() -> scene.view()
                .screen()
                .fireEvent(new InputMethodEvent(
                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), committed, committed.length())));
    }

    @Test
    void keysOfTheWindowDoNotReachTheGuest() {
        connect("login: ");
        press(KeyCode.F6);
        press(KeyCode.CONTROL, KeyCode.R);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        press(KeyCode.CONTROL, KeyCode.EQUALS);
        scene.window().robot().write("x");
        typed("x");
        assertThat(Window.call(() -> scene.model().zoom().factor().get())).isGreaterThan(1);
    }

    @Test
    void theMouseSelectsAndCtrlShiftCCopies() {
        connect("hello terminal world\r\nsecond");
        scene.window().robot().moveTo(cell(0, 6)).press(MouseButton.PRIMARY);
        scene.window().robot().moveTo(cell(0, 14)).release(MouseButton.PRIMARY);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        Window.until(() -> scene.desk().clipboard().get().orElse("").equals("terminal"));
        scene.window().robot().moveTo(cell(0, 17.5)).doubleClickOn(MouseButton.PRIMARY);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        Window.until(() -> scene.desk().clipboard().get().orElse("").equals("world"));
    }

    @Test
    void aProgramThatAsksForTheMouseGetsIt() {
        connect("menu\033[?1002h\033[?1006h", "menu");
        scene.window().robot().moveTo(cell(0, 2.5)).press(MouseButton.PRIMARY);
        scene.window().robot().moveTo(cell(0, 4.5)).release(MouseButton.PRIMARY);
        Window.until(() -> guest.typed().endsWith("\033[<32;5;1M\033[<0;5;1m"));
        assertThat(guest.typed()).startsWith("\033[<0;3;1M");
        assertThat(Window.call(() -> scene.model().selecting().selected().get()))
                .isEmpty();
    }

    /// The robot's mouse does not know of keys that are held.
    private void clickWithShift(int column) {
        Window.run(() -> {
            ScreenView screen = scene.view().screen();
            double x = ScreenPainter.MARGIN + column * screen.cellWidth();
            PickResult none = new PickResult(screen, x, ScreenPainter.MARGIN);
            for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                screen.fireEvent(new MouseEvent(
                        type,
                        x,
                        ScreenPainter.MARGIN,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        true,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        none));
            }
        });
    }

    @Test
    void withShiftTheMouseSelectsAllTheSame() {
        connect("menu entry\033[?1003h\033[?1006h", "menu entry");
        clickWithShift(0);
        clickWithShift(4);
        Window.until(() -> scene.model().selectedInOneLine().equals(Optional.of("menu")));
        assertThat(guest.typed()).isEmpty();
    }

    @Test
    void keysSelectInSelectMode() {
        connect("one two");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        press(KeyCode.SHIFT, KeyCode.LEFT);
        press(KeyCode.SHIFT, KeyCode.LEFT);
        press(KeyCode.SHIFT, KeyCode.LEFT);
        press(KeyCode.ENTER);
        Window.until(() -> scene.desk().clipboard().get().orElse("").equals("two"));
        assertThat(guest.typed()).isEmpty();
        assertThat(Window.call(() -> scene.model().selecting().caret().get())).isEmpty();
    }

    @Test
    void severalLinesArePastedAfterAQuestion() {
        connect("login: ");
        Window.run(() -> scene.desk().clipboard().put("one\ntwo"));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        Window.until(() -> scene.model().pasting().waiting().get().isPresent());
        assertThat(guest.typed()).isEmpty();
        press(KeyCode.ENTER); // the button that agrees has the focus
        typed("one\rtwo");
        Window.until(() -> scene.view().screen().isFocused());
    }

    @Test
    void aSearchGoesFromOneToTheNext() {
        connect("red\r\n" + "x\r\n".repeat(100) + "red\r\ngreen");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        scene.window().robot().write("red");
        Window.until(() -> scene.model().find().message().get().equals("2 found"));
        press(KeyCode.SHIFT, KeyCode.ENTER);
        press(KeyCode.SHIFT, KeyCode.ENTER);
        Window.until(() -> scene.model().find().message().get().equals("1 of 2"));
        scene.until("red\nx\nx");
        guest.print("\r\nred again");
        Window.until(() -> scene.model().find().found().get().hits().size() == 3);
        press(KeyCode.ESCAPE);
        Window.until(() -> scene.view().screen().isFocused());
    }

    @Test
    void afterTheEndTheLastScreenStaysWithALineThatSaysHow() {
        connect("reboot: Power down");
        guest.end();
        Window.run(() -> scene.model().ended("It was powered off."));
        assertThat(scene.text()).contains("reboot: Power down");
        assertThat(Window.call(() -> scene.view().node().lookupAll(".console-bar .label").stream()
                        .map(node -> ((javafx.scene.control.Label) node).getText())))
                .contains("It was powered off.");
        scene.window().robot().write("x");
        assertThat(guest.typed()).isEmpty();
    }

    @Test
    void anotherMachineHasAScreenOfItsOwn() {
        connect("first");
        FakeConsole second = new FakeConsole();
        scene.connect(second);
        guest.print("late");
        second.print("second");
        scene.until("second");
        assertThat(scene.text()).doesNotContain("first").doesNotContain("late");
    }

    @Test
    void theScreenIsAsLargeAsItsPlaceAndTheGuestIsToldOnlyWhenTheUserSaysSo() {
        connect("# ");
        Window.until(() -> columns() > 80);
        int before = columns();
        Window.run(() -> scene.window().stage().setWidth(600));
        Window.until(() -> columns() < before);
        assertThat(guest.typed()).isEmpty();
        Window.run(() -> scene.model().tellSize());
        typed("stty rows " + Window.call(() -> scene.model().viewing().rows()) + " cols " + columns() + "\r");
    }

    private int columns() {
        return Window.call(() -> scene.model().terminal().orElseThrow().screen().columns());
    }

    @Test
    void itAnswersWhatAProgramAsksOfATerminal() {
        connect("x");
        guest.print("\033[6n");
        typed("\033[1;2R");
    }

    @Test
    void whatCanBeSeenIsThereForThoseWhoListen() {
        connect("hello\r\nworld");
        ScreenView screen = scene.view().screen();
        assertThat(Window.call(screen::getAccessibleRole)).isEqualTo(AccessibleRole.TEXT_AREA);
        assertThat(Window.call(() -> String.valueOf(screen.queryAccessibleAttribute(AccessibleAttribute.TEXT))))
                .startsWith("hello\nworld\n");
    }

    @Test
    void aProgramOnTheWholeScreenGetsArrowsForTheWheel() {
        connect("\033[?1049hmenu", "menu");
        scene.window().robot().moveTo(cell(3, 3)).scroll(1, javafx.geometry.VerticalDirection.DOWN);
        Window.until(() -> guest.typed().contains("\033[B") || guest.typed().contains("\033[A"));
    }

    @Test
    void aWheelWhoseStepsAreNotKnownScrollsAsWell() {
        connect("line\r\n".repeat(200) + "end", "end");
        ScreenView screen = scene.view().screen();
        Window.run(() -> screen.fireEvent(wheel(-40)));
        Window.run(() -> screen.fireEvent(wheel(40)));
        Window.until(() -> !scene.model().viewing().following().get());
        Window.run(() -> screen.fireEvent(wheel(-4000)));
        Window.until(() -> scene.model().viewing().following().get());
    }

    private static ScrollEvent wheel(double pixels) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                9,
                9,
                9,
                9,
                false,
                false,
                false,
                false,
                true,
                false,
                0,
                pixels,
                0,
                pixels,
                0,
                0,
                HorizontalTextScrollUnits.NONE,
                0,
                VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /// Nothing that a guest can print gets out of its screen.
    @Test
    void aGuestCannotReachTheClipboardNorAnythingElse() {
        Window.run(() -> scene.desk().clipboard().put("mine"));
        String title = Window.call(() -> String.valueOf(scene.window().stage().getTitle()));
        connect(
                "\033]52;c;ZXZpbA==\007\033]0;Lamina - trust me\007\033]2;x\033\\\033P+q544e\033\\"
                        + "\033]1337;File=name=eA==:eA==\007\033]8;;file:///etc/passwd\033\\link\033]8;;\033\\"
                        + "\033[21t\033]10;?\007\033[?1000h\033[2000000000b\033[38;2;999;999;999mdone",
                "done");
        assertThat(scene.desk().clipboard().get()).contains("mine");
        assertThat(Window.call(() -> String.valueOf(scene.window().stage().getTitle())))
                .isEqualTo(title);
        assertThat(guest.typed()).isEmpty();
        assertThat(scene.text()).doesNotContain("ZXZpbA");
    }

    @Test
    void pausedTheScreenStandsStill() {
        connect("before");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        guest.print("\033[H\033[2J" + "after\r\n".repeat(50));
        Window.until(() -> scene.model().viewing().arrived().get() > 20);
        assertThat(scene.text()).isEqualTo("before");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.END);
        scene.until("after");
    }

    @Test
    void clearingLeavesTheLineOfTheCursor() {
        connect("a\r\nb\r\n# ");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        Window.until(() -> scene.text().equals("#"));
        guest.print("still here".getBytes(StandardCharsets.UTF_8));
        scene.until("# still here");
    }
}
