package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Which devices a container can open, whatever it can name or make.
@TestInstance(Lifecycle.PER_CLASS)
final class DevicesIT {
    /// Each is root, without limits of its own but those that are given.
    private static final String CONTAINER = """
              - name: %s
                image: lamina/httpd
                uid: 0
                gid: 0
                net: none
                ambient: []
                readonly: false
                command: [/bin/sh, -c, '%s']
            %s
            """;

    private static final String MKNOD = "capabilities: [CAP_MKNOD]";
    private static final String NAMED = "devices: [{path: /dev/disk, type: b, major: 254, minor: 0, mode: '0600'}]";
    private static final String RULED =
            "resources: {devices: [{allow: true, type: b, major: 254, minor: 0, access: r}]}";

    /// The init writes its rules into a copy of config.json, and must find the place whatever stands before it.
    private static final String CONFUSING = " # \"resources\": {}, \"allow\": true, \u00e9";

    /// The second one is started in two steps, for its namespace.
    private static final String SYSTEM = BootedSystem.BASE
            + "onboot:\n"
            + container("once", "mknod /d b 254 0; head -c 16 /d", MKNOD)
            + "services:\n"
            + waiting("maker", MKNOD)
            + waiting("steps", MKNOD, "runtime: {bindNS: {uts: /run/uts/steps}}")
            + waiting("limited", MKNOD, "resources: {memory: {limit: 50000000}}")
            + waiting("binder", "capabilities: []", "binds: ['/dev:/system:ro']")
            + waiting("named", "capabilities: []", NAMED)
            + waiting("ruled", MKNOD, RULED);

    private static String container(String name, String command, String... more) {
        return CONTAINER.formatted(name, command, String.join("\n", more).indent(4));
    }

    private static String waiting(String name, String... more) {
        return container(name, "exec sleep 86400" + CONFUSING, more);
    }

    private BootedSystem system;

    @BeforeAll
    void boot(@TempDir Path folder) throws IOException, InterruptedException {
        Path document = Files.writeString(folder.resolve("devices.yml"), SYSTEM);
        List<String> disks = List.of(folder.resolve("disk.img") + ",size=1M");
        system = BootedSystem.start(folder, Arch.AMD64, "256M", List.of(), disks, document);
        system.ready();
        assertThat(system.exec("service list | grep -c ' running pid='; cat /var/log/*.log"))
                .isEqualTo("6\n");
        assertThat(system.exec("cat /sys/block/vda/dev")).isEqualTo("254:0\n");
    }

    @AfterAll
    void end() {
        system.close();
    }

    private String in(String service, String command) {
        ExecResult result =
                system.vm().control().execIn(service, List.of("/bin/sh", "-c", command), BootedSystem.PATIENCE);
        return result.exitCode() + " " + result.output();
    }

    private String disk(String service) {
        return in(service, "mknod /d b 254 0 && head -c 16 /d | wc -c");
    }

    @Test
    void aDeviceFileThatAContainerMakesOpensNothing() {
        for (String service : List.of("maker", "steps", "limited")) {
            assertThat(disk(service)).as(service).isEqualTo("0 head: /d: Operation not permitted\n0\n");
        }
        assertThat(system.exec("cat /run/log/onboot/onboot.once.log")).isEqualTo("head: /d: Operation not permitted\n");
    }

    @Test
    void aDeviceFileOfTheSystemOpensNothing() {
        assertThat(in("binder", "head -c 16 /system/vda")).isEqualTo("1 head: /system/vda: Operation not permitted\n");
    }

    @Test
    void whatEveryContainerHasWorks() {
        for (String service : List.of("maker", "steps", "binder", "limited", "named", "ruled")) {
            assertThat(in(service, "for each in zero full random urandom; do head -c 1 /dev/$each; done | wc -c"))
                    .as(service)
                    .isEqualTo("0 4\n");
            assertThat(in(service, "echo > /dev/null && : < /dev/ptmx"))
                    .as(service)
                    .isEqualTo("0 ");
        }
    }

    @Test
    void aDeviceThatIsNamedCanBeUsed() {
        assertThat(in("named", "head -c 16 /dev/disk | wc -c && echo hello > /dev/disk && head -c 5 /dev/disk"))
                .isEqualTo("0 16\nhello");
    }

    @Test
    void aRuleGivesWhatItSaysAndNoMore() {
        assertThat(disk("ruled")).isEqualTo("0 16\n");
        assertThat(in("ruled", "echo hello > /d")).isEqualTo("1 /bin/sh: can't create /d: Operation not permitted\n");
    }

    @Test
    void theBundlesStayAsTheyAre() {
        assertThat(system.exec("grep -A 1 '\"linux\"' /containers/services/maker/config.json"))
                .isEqualTo("    \"linux\": {\n        \"resources\": {},\n");
    }
}
