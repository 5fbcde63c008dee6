package dev.lamina.app.system;

import static dev.lamina.app.system.FromHost.awaitListener;
import static dev.lamina.app.system.FromHost.freePort;
import static dev.lamina.app.system.FromHost.page;
import static dev.lamina.app.system.FromHost.redis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmExit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples with disks keep over a restart what their comments say.
final class ServiceExamplesIT {
    @TempDir
    Path folder = Path.of("");

    /// @param port of the guest
    private BootedSystem boot(String example, int published, int port, String... disks) throws Exception {
        BootedSystem system = BootedSystem.start(
                folder,
                Arch.AMD64,
                "256M",
                List.of(PublishedPort.tcp(published, port)),
                List.of(disks),
                Path.of("examples", example));
        try {
            system.ready();
            awaitListener(system, port);
            return system;
        } catch (Exception | AssertionError e) {
            system.close();
            throw e;
        }
    }

    private static void powerOff(BootedSystem system) throws Exception {
        assertThat(system.vm().shutdown(BootedSystem.PATIENCE).reason()).isEqualTo(VmExit.Reason.POWERED_OFF);
    }

    @Test
    void redisKeepsItsDataAndAsksForThePassword() throws Exception {
        int port = freePort();
        String disk = folder.resolve("redis.img") + ",size=64M";
        try (BootedSystem system = boot("redis.yml", port, 6379, disk)) {
            assertThat(redis(port, "GET greeting")).containsExactly("-NOAUTH Authentication required.");
            assertThat(redis(port, "AUTH change-me", "SET greeting hello")).containsExactly("+OK", "+OK");
            powerOff(system);
        }
        try (BootedSystem system = boot("redis.yml", port, 6379, disk)) {
            assertThat(redis(port, "AUTH change-me", "GET greeting")).containsExactly("+OK", "$5", "hello");
        }
    }

    @Test
    void theDiskRemembersHowOftenTheMachineWasStarted() throws Exception {
        String disk = folder.resolve("data.img") + ",size=64M";
        for (int boots = 1; boots <= 2; boots++) {
            int port = freePort();
            try (BootedSystem system = boot("persistent-disk.yml", port, 80, disk)) {
                assertThat(page(port, "/")).isEqualTo("This machine was started " + boots + " times.\n");
                powerOff(system);
            }
        }
    }
}
