package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.OwnClipboard;
import dev.lamina.vmlaunch.screen.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class ConsoleViewModelTest {
    private final DirectBackground background = new DirectBackground();
    private final OwnClipboard clipboard = new OwnClipboard();
    private final ConsoleViewModel console = new ConsoleViewModel(background, clipboard);
    private final FakeConsole guest = new FakeConsole();
    private final ConsoleActions actions = new ConsoleActions(
            console, new Saving(console, background, name -> Optional.empty(), words -> {}), () -> {});

    /// Connects, and waits until all is on the screen that the guest printed.
    private void connect(String printed) throws InterruptedException {
        console.connect(guest);
        until(
                () -> guest.print(printed + "$"),
                screen -> screen.lines().stream().anyMatch(line -> line.text().endsWith("$")));
        console.look();
    }

    private void until(Runnable task, Predicate<Snapshot> condition) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        console.whenChanged(() -> {
            if (condition.test(console.terminal().orElseThrow().screen())) {
                done.countDown();
            }
        });
        task.run();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private List<String> blocked() {
        return actions.all().stream()
                .filter(action -> !action.allowed())
                .map(Action::id)
                .toList();
    }

    @Test
    void whatCannotBeDoneSaysWhy() throws InterruptedException {
        assertThat(actions.copy.blocked().getValue()).isEqualTo("Nothing is selected");
        assertThat(actions.paste.blocked().getValue()).isEqualTo("No machine runs");
        assertThat(actions.find.blocked().getValue()).isEqualTo("No machine was started");
        connect("hello");
        assertThat(blocked()).containsExactly("console.copy");
        console.selectAll();
        assertThat(blocked()).isEmpty();
        console.ended("It ended.");
        assertThat(blocked()).containsExactly("console.paste", "console.tellSize");
    }

    @Test
    void noTwoActionsHaveTheSameKey() {
        Set<String> keys = new HashSet<>();
        actions.all()
                .forEach(action -> action.key()
                        .ifPresent(key -> assertThat(keys.add(key.getName()))
                                .as(key.getName())
                                .isTrue()));
        actions.silent()
                .forEach(action -> action.key()
                        .ifPresent(key -> assertThat(keys.add(key.getName()))
                                .as(key.getName())
                                .isTrue()));
    }

    @Test
    void everythingThatIsKeptCanBeCopied() throws InterruptedException {
        connect("line\r\n".repeat(3000));
        console.selectAll();
        console.copy();
        assertThat(clipboard.get().orElseThrow().strip().lines()).hasSize(3001);
    }

    @Test
    void numbersOfLinesAreForgottenWhenTheLinesAreBrokenAnew() throws InterruptedException {
        connect("some words that need more than twenty columns");
        console.selectAll();
        console.terminal().orElseThrow().resize(20, 24);
        console.look();
        assertThat(console.selecting().selected().get()).isEmpty();
    }

    @Test
    void aGuestThatWasNotToldAnythingHasAtLeastItsUsualScreen() throws InterruptedException {
        connect("");
        until(() -> console.resize(60, 8), screen -> screen.columns() == 60);
        assertThat(console.terminal().orElseThrow().screen().rows()).isEqualTo(24);
        assertThat(console.look().orElseThrow().lines()).hasSize(8);
    }

    @Test
    void lettersGrowAndShrinkWithinBounds() {
        for (int i = 0; i < 100; i++) {
            console.zoom().larger();
        }
        assertThat(console.zoom().factor().get()).isEqualTo(4);
        for (int i = 0; i < 100; i++) {
            console.zoom().smaller();
        }
        assertThat(console.zoom().factor().get()).isEqualTo(0.6);
    }
}
