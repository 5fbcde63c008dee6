package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.testing.TalkativeKernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No byte of a console is lost, from the guest's first instruction to its power-off: many starts, each of which prints
/// 32 KiB as fast as it can. The profile `soak` has ten times as many.
final class ConsoleLossIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int STARTS = Integer.getInteger("lamina.soak.starts", 20);

    @TempDir
    Path folder;

    private QemuHypervisor qemu() {
        return new QemuHypervisor(
                new QemuSettings(Optional.empty(), Optional.empty(), System.getenv(), folder.resolve("cache")));
    }

    private VmSpec talkative(String name) throws IOException {
        return VmSpec.of(name, TalkativeKernel.in(folder), folder.resolve(name))
                .withMemory(64 * VmSpec.MIB)
                .withAccelerator(AcceleratorChoice.TCG);
    }

    @Test
    void everyByteOfManyStartsIsInTheLogAndWithAListener() throws Exception {
        QemuHypervisor qemu = qemu();
        for (int start = 1; start <= STARTS; start++) {
            VmSpec spec = talkative("talkative-" + start);
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            try (VmHandle vm = qemu.start(spec, Reporter.silent())) {
                vm.console().listen(heard::write);
                assertThat(vm.waitForExit(SOON).orElseThrow().reason())
                        .as("start %d", start)
                        .isEqualTo(VmExit.Reason.POWERED_OFF);
            }
            assertThat(heard.toByteArray()).as("heard in start %d", start).isEqualTo(TalkativeKernel.output());
            assertThat(Files.readAllBytes(spec.consoleLog()))
                    .as("log of start %d", start)
                    .isEqualTo(TalkativeKernel.output());
        }
    }

    @RepeatedTest(2)
    void nobodyHasToListenInTheBackground() throws Exception {
        VmSpec spec = talkative("background");
        DetachedVm vm = qemu().detach(spec, Reporter.silent()).vm();
        try {
            ProcessHandle.of(vm.pid())
                    .ifPresent(process -> process.onExit()
                            .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                            .join());
            assertThat(Files.readAllBytes(spec.consoleLog())).isEqualTo(TalkativeKernel.output());
        } finally {
            new BackgroundQemu(vm).kill();
        }
    }
}
