package dev.lamina.vmlaunch.hyperkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.testing.ChildJava;
import dev.lamina.vmlaunch.testing.FakeKernel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a stand-in for HyperKit that speaks through a real pseudo-terminal.
@SuppressWarnings("NullAway.Init")
final class HyperkitTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String LEGACY = "HyperKit is no longer maintained; brew install vfkit (or qemu), and use"
            + " --backend vfkit or --backend qemu";

    @TempDir
    Path folder;

    private HyperkitHypervisor hyperkit;

    @BeforeEach
    void setUp() throws IOException {
        hyperkit = Fakes.hyperkit(folder, Files.createDirectory(folder.resolve("run")));
    }

    private VmSpec spec(String text) throws IOException {
        return spec(folder, text);
    }

    private static VmSpec spec(Path folder, String text) throws IOException {
        return VmSpec.of("tiny", FakeKernel.bzImage(folder, text), folder.resolve("state"))
                .withMemory(64 * VmSpec.MIB);
    }

    private VmHandle start(VmSpec spec) {
        return hyperkit.start(spec, Reporter.silent());
    }

    @Test
    void olderVersionsLinkToTheConsole() throws Exception {
        try (VmHandle vm = start(spec("up\r\n").withExtraCmdline("fake.symlink"))) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
        }
    }

    @Test
    void theConsoleOfAnEarlierStartIsNotTaken() throws Exception {
        VmSpec spec = spec("up\r\n");
        Files.createDirectories(spec.stateDir());
        Files.writeString(spec.stateDir().resolve("tty"), "/dev/pts/99999");
        try (VmHandle vm = start(spec)) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
        }
    }

    @Test
    void aRestartEndsTheMachineAndIsCalledThat() throws Exception {
        try (VmHandle vm = start(spec("up\r\n"))) {
            vm.console().write(new byte[] {'r'});

            assertThat(vm.waitForExit(SOON))
                    .contains(new VmExit(
                            VmExit.Reason.FAILED, 2, "the guest restarted, which ends a machine of HyperKit"));
        }
    }

    @Test
    void aProgramThatIsNotAllowedToRunMachinesIsToldApart() throws Exception {
        VmSpec spec = spec("").withExtraCmdline("fake.refuse");

        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith("macOS does not let this HyperKit run machines: HV_DENIED");
    }

    @Test
    void aKernelThatHyperkitCannotLoadIsRefusedBeforeAnythingStarts() throws Exception {
        VmSpec amd64 = spec("");
        Path kernel = FakeKernel.arm64Image(folder, "").directKernel().orElseThrow();
        VmSpec spec = amd64.withMedia(new BootMedia.KernelInitrd(Arch.AMD64, kernel, Optional.empty(), ""));

        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(InputException.class)
                .hasMessage("HyperKit cannot load the kernel " + kernel + ", which is no bzImage");
    }

    @Test
    void theProbeCallsItLegacyAndNamesWhatToUseInstead() {
        assertThat(hyperkit.probe(Arch.AMD64))
                .isEqualTo(new Availability(
                        true,
                        "HyperKit 0.20210107 (" + folder.resolve("bin/hyperkit") + "), which is legacy",
                        Optional.of(LEGACY),
                        List.of(
                                "no published ports, no control channel; events come out of the console",
                                "no network card, unless run as root")));
    }

    @Test
    void theProbeTellsWhyNot() {
        assertThat(Fakes.on(Os.WINDOWS, Arch.AMD64, Map.of()).probe(Arch.AMD64))
                .isEqualTo(Availability.missing("HyperKit runs on macOS only", "use --backend qemu here"));
        assertThat(Fakes.on(Os.MACOS, Arch.ARM64, Map.of()).probe(Arch.ARM64))
                .isEqualTo(Availability.missing(
                        "HyperKit runs on Intel Macs only", "brew install vfkit, and use --backend vfkit"));
        assertThat(Fakes.on(Os.MACOS, Arch.AMD64, Map.of("LAMINA_HYPERKIT", "/nowhere"))
                        .probe(Arch.AMD64))
                .isEqualTo(Availability.missing("HyperKit was not found, and is legacy", LEGACY));
    }

    @Test
    void aMachineDiesWithAKilledProcess() throws Exception {
        Path pid = folder.resolve("pid");
        Process child = ChildJava.start(StartAndWait.class, List.of(folder.toString()), Map.of());
        try (InputStream output = child.getInputStream()) {
            assertThat(output.read()).isEqualTo('U');
            ProcessHandle vm =
                    ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
            child.destroyForcibly().waitFor();

            vm.onExit().get(10, TimeUnit.SECONDS);
        } finally {
            child.destroyForcibly();
        }
    }

    /// The process to be killed. The guest does not hear its power button.
    static final class StartAndWait {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            HyperkitHypervisor hyperkit = Fakes.hyperkit(folder, folder.resolve("run"));
            VmSpec spec = spec(folder, "up\r\n").withExtraCmdline("fake.deaf fake.pid=" + folder.resolve("pid"));
            VmHandle vm = hyperkit.start(spec, Reporter.silent());
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
            System.out.print('U');
            System.out.flush();
            vm.waitForExit();
        }
    }
}
