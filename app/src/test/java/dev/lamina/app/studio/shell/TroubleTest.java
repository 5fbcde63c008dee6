package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.PlayedOperations;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmExit;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees in the window when something goes wrong with a machine, and that the ways on that are offered
/// lead on. The builder and the hypervisor are played.
@SuppressWarnings("NullAway.Init") // opened by each test
final class TroubleTest {
    private static final String DOCUMENT = """
        kernel:
          image: lamina/kernel
        init: [lamina/init, lamina/runtime]
        services:
          - name: web
            image: lamina/httpd
        """;

    @TempDir
    Path home;

    private final FakeHypervisor hypervisor = new FakeHypervisor(TroubleTest::boot);
    private WholeWindow window;

    @AfterEach
    void close() {
        window.close();
    }

    private static void boot(FakeVm vm) {
        vm.send("start", Map.of("section", "services", "name", "web"));
        vm.send("ready");
    }

    /// @param sideFile what machine it is run on
    private void open(String sideFile) throws Exception {
        Path file = Files.writeString(home.resolve("web.yml"), DOCUMENT);
        Files.writeString(home.resolve("web.lamina.yml"), sideFile);
        window = new WholeWindow(new PlayedOperations(home, hypervisor), home, Theme.LIGHT);
        Window.run(() -> window.workbench().open(file));
        Window.until(() -> window.workbench().current().get().isPresent());
        window.card("web");
    }

    private void run() {
        window.tool("Run");
        until(Phase.READY);
    }

    private void until(Phase phase) {
        Window.until(() -> window.live().phase().get() == phase);
    }

    private FakeVm vm(int index) {
        return hypervisor.machines().get(index);
    }

    /// Waits for the bar of the machine, whose words and buttons are these.
    private void assertThatTheBarSays(String picture, String text, String hint, String... buttons) {
        Window.until(() -> window.seen(".run-notice-text").findAny().isPresent());
        Pictures.save(window.window(), "trouble-" + picture);
        assertThat(window.labels(".run-notice-text")).containsExactly(text);
        assertThat(window.labels(".run-notice-hint")).isEqualTo(hint.isEmpty() ? List.of() : List.of(hint));
        assertThat(window.buttons(".run-remedies")).containsExactly(buttons);
        assertThat(Window.call(() -> Legibility.faults(window.window().scene())))
                .isEmpty();
    }

    private void assertThatThereIsNoBar() {
        assertThat(window.labels(".run-notice-text")).isEmpty();
    }

    @Test
    void aMachineThatIsKilledFromOutsideCanBeRunAgain() throws Exception {
        open("");
        run();
        assertThat(window.light("web")).isEqualTo("running");

        vm(0).end(new VmExit(VmExit.Reason.FAILED, 137, "QEMU ended with exit code 137"));

        assertThatTheBarSays(
                "killed",
                "The machine has ended: it was killed from outside (signal 9).",
                "What it wrote is lost where it was not on a disk. The console shows what came last.",
                "Try again",
                "Show the console",
                "Copy");
        assertThat(window.state()).isEqualTo("Failed");
        assertThat(window.light("web")).as("nothing runs any more").isEqualTo("stopped");
        window.press("Try again");
        until(Phase.READY);
        assertThatThereIsNoBar();
        assertThat(hypervisor.machines()).hasSize(2);
    }

    @Test
    void aServiceThatDiesIsRedOnItsCardAndSaysWhyWhenItIsSelected() throws Exception {
        open("");
        run();

        vm(0).send("exit", Map.of("section", "services", "name", "web", "code", "1", "reason", "bind: Address in use"));
        Window.until(() -> window.light("web").equals("failed"));

        assertThat(window.card("web").getAccessibleText()).contains("failed: bind: Address in use");
        assertThat(window.state()).as("the machine goes on").startsWith("Ready in ");
        assertThatThereIsNoBar();
        window.robot().clickOn(window.card("web")).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        Window.until(() -> window.labels(".live-title").equals(List.of("web")));
        Pictures.save(window.window(), "trouble-service");
        assertThat(window.labels(".live-head .muted")).containsExactly("failed: bind: Address in use");
        assertThat(window.buttons(".live-head")).containsExactly("Restart the service", "Start the service");
        assertThat(Window.call(() -> Legibility.faults(window.window().scene())))
                .isEmpty();
    }

    @Test
    void aGuestOutOfMemoryGetsMoreOfIt() throws Exception {
        open("run: {memory: 96M}\n");
        run();

        vm(0).send(
                        "exit",
                        Map.of(
                                "section",
                                "services",
                                "name",
                                "web",
                                "code",
                                "137",
                                "reason",
                                "out of memory (the whole system)"));

        assertThatTheBarSays(
                "memory",
                "The system ran out of memory and ended a program for want of it.",
                "Give the machine more memory, for example 192 MiB, or a limit to what takes it all.",
                "Give it 192 MiB",
                "Restart",
                "Copy");
        window.press("Give it 192 MiB");
        Window.until(() -> hypervisor.specs().size() == 2);
        until(Phase.READY);
        assertThat(hypervisor.specs().getLast().memoryMib()).isEqualTo(192);
        assertThatThereIsNoBar();
    }

    @Test
    void withoutQemuItIsToldHowToGetIt() throws Exception {
        hypervisor.missing("QEMU was not found", "sudo apt install qemu-system-x86");
        open("");

        window.tool("Run");

        assertThatTheBarSays(
                "qemu",
                "It could not be started: QEMU was not found.",
                "sudo apt install qemu-system-x86",
                "Try again",
                "Check this computer",
                "Copy");
        window.press("Copy");
        assertThat(window.clipboard())
                .contains("It could not be started: QEMU was not found.\nsudo apt install qemu-system-x86");
        hypervisor.found();
        window.press("Try again");
        until(Phase.READY);
        assertThatThereIsNoBar();
    }

    @Test
    void whatTheComputerLacksIsLookedAt() throws Exception {
        hypervisor.missing("QEMU was not found", "sudo apt install qemu-system-x86");
        open("");
        window.tool("Run");
        Window.until(() -> window.seen(".run-notice-text").findAny().isPresent());

        window.press("Check this computer");

        Window.until(() -> window.seen(".doctor-row").findAny().isPresent());
        Pictures.save(window.window(), "trouble-doctor");
        assertThat(window.labels(".doctor-verdict-text"))
                .containsExactly("This computer builds systems, but cannot boot them: qemu-system-x86_64 was not"
                        + " found on the PATH or in the usual folders.");
        assertThat(Window.call(() -> Legibility.faults(window.window().scene())))
                .isEmpty();
        window.robot().type(KeyCode.ESCAPE);
        Window.until(() -> window.seen(".doctor-row").findAny().isEmpty());
    }

    @Test
    void aPortInUseIsLeftForAnotherOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            hypervisor.checkingPorts();
            open("run: {publish: [\"" + port + ":80\"]}\n");

            window.tool("Run");

            Window.until(() -> window.seen(".run-notice-text").findAny().isPresent());
            String other = window.buttons(".run-remedies").getFirst();
            assertThat(other).startsWith("Use port ");
            assertThatTheBarSays(
                    "port",
                    "It could not be started: port 127.0.0.1:" + port + "/tcp is in use by another program.",
                    "The port is used by java (process "
                            + ProcessHandle.current().pid() + ").",
                    other,
                    "Try again",
                    "Copy");
            window.press(other);
            until(Phase.READY);
            assertThat(hypervisor.specs().getLast().ports())
                    .containsExactly(PublishedPort.tcp(Integer.parseInt(other.replaceAll("\\D", "")), 80));
            assertThatThereIsNoBar();
        }
    }

    @Test
    void theWindowDoesNotCloseOverAMachineThatRunsWithoutAsking() throws Exception {
        open("");
        run();

        window.askToClose();
        Window.until(() -> window.seen(".offering-bar").findAny().isPresent());
        Pictures.save(window.window(), "trouble-closing");
        assertThat(window.labels(".offering-bar .label"))
                .containsExactly("web.yml is running. Closing it ends its machine.");
        assertThat(window.buttons(".offering-bar")).containsExactly("Stop it", "Cancel");

        window.press("Cancel");
        Window.until(() -> window.seen(".offering-bar").findAny().isEmpty());
        assertThat(window.live().phase().get()).isEqualTo(Phase.READY);
        assertThat(window.window().stage().isShowing()).isTrue();

        window.askToClose();
        window.press("Stop it");
        Window.until(() -> !window.window().stage().isShowing());
        assertThat(vm(0).calls()).startsWith("shutdown");
    }
}
