package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.GuestControlException;
import dev.lamina.vmlaunch.Snapshots;
import dev.lamina.vmlaunch.VmState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole system is held, and set back to what it was.
final class SnapshotIT {
    private static final String SYSTEM = BootedSystem.BASE + """
        onboot:
          - {name: dhcp, image: lamina/dhcp}
        services:
          - {name: getty, image: lamina/getty, env: [INSECURE=true]}
          - {name: web, image: lamina/httpd}
        """;

    /// The promise is a second on a machine that has nothing else to do.
    private static final Duration QUICK = Duration.ofSeconds(3);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aSystemWithADiskIsResetToClean() throws Exception {
        Path document = Files.writeString(folder.resolve("clean.yml"), SYSTEM);
        String disk = folder.resolve("data.qcow2") + ",size=64M";
        MachineOptions machine =
                MachineOptions.DEFAULT.withMemory(ByteSize.parse("256M")).withDisks(List.of(DiskRequest.parse(disk)));
        try (BootedSystem system = BootedSystem.start(machine, document)) {
            system.ready();
            system.seen("login:");
            system.exec("echo before >/run/note; echo on the disk >/dev/vda; sync");
            Snapshots snapshots = system.vm().snapshots();
            snapshots.save("clean");
            system.exec("echo after >/run/note; echo overwritten >/dev/vda; sync; service stop web");
            CompletableFuture<String> pending = CompletableFuture.supplyAsync(() -> system.exec("sleep 60"));
            for (int i = 0; i < 3; i++) {
                Duration took = restore(snapshots);
                assertThat(took).isLessThan(QUICK);
                assertThat(system.exec("cat /run/note; head -n 1 /dev/vda")).isEqualTo("before\non the disk\n");
                assertThat(system.exec("service status web")).startsWith("web running");
                system.event("kernel");
                system.ready();
            }
            assertThatThrownBy(pending::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(Exception.class)
                    .cause()
                    .isInstanceOf(GuestControlException.class)
                    .hasMessageContaining("the machine was set back meanwhile");
            theConsoleGoesOn(system);
            theClockStandsStillWhileTheSystemIsHeld(system);
        }
    }

    private static void theClockStandsStillWhileTheSystemIsHeld(BootedSystem system) throws Exception {
        system.type("echo before; while sleep 0.2; do echo tick; done\n");
        ConsoleWatcher.await(system.vm(), "tick", BootedSystem.PATIENCE).orThrow();
        double before =
                Double.parseDouble(system.exec("cut -d' ' -f1 /proc/uptime").strip());
        system.vm().pause();
        system.vm().waitForExit(Duration.ofSeconds(1)); // what it said before may still be under way
        byte[] said = system.vm().console().recent();
        system.vm().waitForExit(Duration.ofSeconds(6));
        assertThat(system.vm().console().recent()).as("a console that is held").isEqualTo(said);
        assertThat(system.vm().state()).isEqualTo(VmState.PAUSED);
        system.vm().resume();
        double after =
                Double.parseDouble(system.exec("cut -d' ' -f1 /proc/uptime").strip());

        assertThat(after - before).as("seconds that the guest knows of").isLessThan(5);
    }

    private static Duration restore(Snapshots snapshots) {
        long begun = System.nanoTime();
        snapshots.restore("clean");
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println("restored in " + took.toMillis() + " ms");
        return took;
    }

    private static void theConsoleGoesOn(BootedSystem system) throws Exception {
        system.type("root\n");
        ConsoleWatcher.await(system.vm(), "# ", BootedSystem.PATIENCE).orThrow();
        system.type("echo con'sole'\n");
        system.seen("console");
    }
}
