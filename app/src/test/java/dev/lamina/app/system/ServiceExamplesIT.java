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

/// The examples with services and disks do what their comments say, seen from the host.
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
    void nginxServesASiteOfYourOwn() throws Exception {
        int port = freePort();
        try (BootedSystem system = boot("nginx.yml", port, 80)) {
            assertThat(page(port, "/")).contains("<h1>Hello from nginx</h1>");
            assertThat(page(port, "/status")).startsWith("Active connections: 1 \n");
        }
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

    @Test
    void theHardenedSystemShowsHowItIsProtected() throws Exception {
        int port = freePort();
        try (BootedSystem system = boot("hardened.yml", port, 80)) {
            assertThat(page(port, "/report.txt").lines())
                    .contains(
                            "OK       CONFIG_INIT_ON_FREE_DEFAULT_ON=y or init_on_free=1",
                            "OK       CONFIG_SLAB_MERGE_DEFAULT=n or slab_nomerge",
                            "OK       CONFIG_MODULE_SIG_FORCE=y or module.sig_enforce=1",
                            "OK       CONFIG_LOCK_DOWN_KERNEL_FORCE_CONFIDENTIALITY=y or lockdown=confidentiality",
                            "OK       CONFIG_PANIC_ON_OOPS=y or kernel.panic_on_oops=1",
                            "OK       user.max_user_namespaces=0",
                            "OK       kernel.yama.ptrace_scope>1");
            assertThat(system.exec("cat /sys/kernel/security/lockdown"))
                    .isEqualTo("none integrity [confidentiality]\n");
            assertThat(system.exec("cat /sys/fs/cgroup$(cut -d: -f3 /proc/$(cat /run/lamina/services/httpd/pid)/cgroup)"
                            + "/memory.max"))
                    .isEqualTo("16777216\n");
        }
    }

    @Test
    void monitoringTellsHowTheMachineIsDoing() throws Exception {
        int port = freePort();
        try (BootedSystem system = boot("monitoring.yml", port, 9100)) {
            String uname = system.exec("uname -r").strip();
            assertThat(page(port, "/metrics"))
                    .contains("release=\"" + uname + "\"", "node_memory_MemAvailable_bytes", "node_cpu_seconds_total");
        }
    }
}
