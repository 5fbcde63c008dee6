package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountsCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("web.yml"), """
                init:
                  - lamina/init
                  - lamina/runtime
                services:
                  - name: web
                    image: web:1
                    readonly: true
                    binds:
                      - /srv/pages:/pages:ro
                      - /dev:/dev:ro
                """);
    }

    @Test
    void showsTheTreeOfOneContainer() {
        assertThat(CliRun.in(folder, "mounts", "web.yml", "web")).isEqualTo(new CliRun(0, """
                service web
                /                     bind    docker.io/library/web:1  ro                                                 private  web.yml:7
                ├─ /dev               bind    /dev                     ro,rbind                                           private  web.yml:10
                │  │  in the devtmpfs at /dev, by Lamina's init
                │  ├─ /dev/mqueue     mqueue  mqueue                   nosuid,nodev,noexec,relatime                       -        Lamina's init
                │  ├─ /dev/pts        devpts  devpts                   nosuid,noexec,relatime,gid=5,mode=0620             -        Lamina's init
                │  │     hidden by the devpts mounted at /dev/pts
                │  ├─ /dev/pts        devpts  devpts                   nosuid,noexec,newinstance,ptmxmode=0666,mode=0620  -        default
                │  └─ /dev/shm        tmpfs   shm                      nosuid,nodev,noexec,relatime,mode=1777             -        Lamina's init
                ├─ /pages             bind    /srv/pages               ro,rbind                                           private  web.yml:9
                │     the source does not exist at boot, so that web will not start
                ├─ /proc              proc    proc                     nosuid,nodev,noexec,relatime                       -        default
                └─ /sys               sysfs   sysfs                    nosuid,noexec,nodev,ro                             -        default
                   └─ /sys/fs/cgroup  cgroup  cgroup                   nosuid,noexec,nodev,relatime,ro                    -        default
                """, ""));
    }

    @Test
    void showsTheSystemAndAllContainersWithoutAName() {
        assertThat(CliRun.in(folder, "mounts", "web.yml").out())
                .startsWith("the system\n/")
                .containsPattern("\n├─ /tmp +tmpfs +tmpfs +nosuid,nodev,noexec,relatime,size=10%,mode=1777 ")
                .contains("\n\nservice web\n/");
    }

    @Test
    void asJsonEachIsALine() {
        CliRun run = CliRun.in(folder, "--json", "mounts", "web.yml");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out().lines().toList().get(0))
                .startsWith("{\"section\":\"system\",\"mounts\":[{\"target\":\"/\",");
        assertThat(run.out().lines().toList().get(1))
                .startsWith(
                        "{\"section\":\"services\",\"name\":\"web\",\"mounts\":[{\"target\":\"/\",\"type\":\"bind\"")
                .contains(
                        "{\"target\":\"/pages\",\"type\":\"bind\",\"source\":\"/srv/pages\",\"options\":[\"ro\",\"rbind\"],"
                                + "\"spread\":\"private\",\"from\":\"web.yml:9\",\"path\":\"services[0].binds[0]\",\"missing\":true,"
                                + "\"notes\":[\"the source does not exist at boot, so that web will not start\"],\"mounts\":[]}")
                .contains("\"hiddenBy\":\"the devpts mounted at /dev/pts\"");
    }

    @Test
    void anUnknownNameIsAnErrorWithTheNearest() {
        assertThat(CliRun.in(folder, "mounts", "web.yml", "wbe")).isEqualTo(new CliRun(1, "", """
                        lamina: no container has the name "wbe"
                        hint: did you mean "web"?
                        """));
    }

    @Test
    void aDocumentWithProblemsIsRefused() throws IOException {
        Files.writeString(folder.resolve("bad.yml"), "servces: []\n");

        CliRun run = CliRun.in(folder, "mounts", "bad.yml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("bad.yml:1:1: unknown key \"servces\" in a composition\n");
    }
}
