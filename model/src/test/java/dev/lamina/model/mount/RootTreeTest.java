package dev.lamina.model.mount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.SystemView;
import dev.lamina.model.mount.Presence.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RootTreeTest {
    private static final String LINUXKIT = """
            kernel:
              image: linuxkit/kernel:6.6.13
            init:
              - linuxkit/init:v1
              - linuxkit/runc:v1
              - linuxkit/containerd:v1
            onboot:
              - name: metadata
                image: linuxkit/metadata:v1
              - name: mount
                image: linuxkit/mount:v1
                command: ["/usr/bin/mountie", "/var/disk"]
              - name: early
                image: known:1
                binds: ["/var/early:/x"]
            services:
              - name: asked
                image: known:1
                runtime:
                  mkdir: ["/var/own/deep"]
                  bindNS: {net: /run/netns/asked}
              - name: other
                image: known:1
                binds: ["/run/free:/free", "/var/shown:/shown:ro"]
                runtime:
                  mkdir: ["/var/others"]
            onshutdown:
              - name: late
                image: known:1
                runtime:
                  mkdir: ["/var/late"]
            volumes:
              - name: data
            files:
              - path: etc/app/app.conf
                contents: ""
              - path: srv/link
                symlink: /var/own
              - path: opt/maybe
                source: maybe
                optional: true
              - path: opt/never
                source: never
                optional: true
            """;

    /// What is there when the service "asked" starts.
    @ParameterizedTest
    @CsvSource({
        "/, PRESENT",
        "/root, PRESENT",
        "/root/.ssh, ABSENT",
        "/srv/data, ABSENT",
        "/etc/app, PRESENT",
        "/etc/app/../app/./app.conf, PRESENT",
        "/etc/other, UNKNOWN", // the files of the init images are not known
        "/usr/bin/ctr, UNKNOWN",
        "/lib/modules, UNKNOWN",
        "/foobar, UNKNOWN",
        "/opt/maybe, UNKNOWN",
        "/opt/never, ABSENT",
        "/proc/sys, UNKNOWN",
        "/dev/null, PRESENT",
        "/dev/rtc0, UNKNOWN",
        "/sys/fs/cgroup, PRESENT",
        "/tmp, PRESENT",
        "/tmp/x, ABSENT",
        "/var/log, PRESENT",
        "/var/run, PRESENT",
        "/var/run/resolvconf/resolv.conf, PRESENT",
        "/etc/resolv.conf, PRESENT",
        "/var/lib/containerd, PRESENT",
        "/run/containerd/containerd.sock, PRESENT",
        "/run/runc, UNKNOWN",
        "/run/config, PRESENT",
        "/run/config/ssh/key, UNKNOWN", // user data may be there or not
        "/run/other, ABSENT",
        "/var/disk, UNKNOWN",
        "/var/disk/data, UNKNOWN",
        "/var/early, UNKNOWN",
        "/var/early/x, UNKNOWN",
        "/var/own, PRESENT",
        "/var/own/deep, PRESENT",
        "/var/own/deeper, ABSENT",
        "/srv/link/deep, PRESENT",
        "/run/netns/asked, PRESENT",
        "/var/others, UNKNOWN", // services have no order
        "/run/free/x, UNKNOWN",
        "/var/shown/x, ABSENT", // it is shown read-only
        "/var/late, ABSENT",
        "/containers/volumes/data/merged, PRESENT",
        "/containers/volumes/none/merged, ABSENT",
    })
    void knowsWhatIsThereWhenAServiceStarts(String path, State state) {
        SystemView system =
                new Systems().label("known:1", "{}").missing("never").read(LINUXKIT);

        assertThat(RootTree.of(system).at(path, Systems.named(system, "asked")).state())
                .isEqualTo(state);
    }

    @Test
    void saysWhoProvidesAPath() {
        SystemView system = new Systems().label("known:1", "{}").read(LINUXKIT);
        RootTree tree = RootTree.of(system);

        assertThat(tree.at("/var/own", Systems.named(system, "asked")).by()).isEqualTo("runtime of service asked");
        assertThat(tree.at("/etc/app", Systems.named(system, "asked")).by()).isEqualTo("files[0]");
        assertThat(tree.at("/var/disk", Systems.named(system, "asked")).by()).isEqualTo("onboot container mount");
        assertThat(tree.at("/var/log", Systems.named(system, "asked")).by()).isEqualTo("LinuxKit's init");
    }

    @Test
    void filesOfAllInitImagesSettleIt() {
        SystemView system = new Systems()
                .files("linuxkit/init:v1", "bin/busybox", "lib -> usr/lib", "usr/lib/x", "foobar")
                .files("linuxkit/runc:v1", "usr/bin/runc")
                .read("""
                        init:
                          - linuxkit/init:v1
                          - linuxkit/runc:v1
                        services:
                          - name: asked
                            image: asked:1
                        """);
        RootTree tree = RootTree.of(system);

        assertThat(tree.at("/foobar", Systems.named(system, "asked")))
                .isEqualTo(Presence.present("docker.io/linuxkit/init:v1"));
        assertThat(tree.at("/lib/x", Systems.named(system, "asked")).present()).isTrue();
        assertThat(tree.at("/usr/bin/ctr", Systems.named(system, "asked"))).isEqualTo(Presence.ABSENT);
    }

    @Test
    void anUnknownServiceMayMakeAnythingInMemoryButNothingInTheRoot() {
        SystemView system = new Systems().read("""
                init:
                  - lamina/init
                  - lamina/runtime
                services:
                  - name: asked
                    image: asked:1
                  - name: other
                    image: other:1
                """);
        RootTree tree = RootTree.of(system);

        assertThat(tree.at("/var/x", Systems.named(system, "asked"))).isEqualTo(Presence.unknown("service other"));
        assertThat(tree.at("/srv/x", Systems.named(system, "asked"))).isEqualTo(Presence.ABSENT);
        assertThat(tree.at("/root/.ssh", Systems.named(system, "asked")).present())
                .isTrue();
    }

    @Test
    void startScriptsOfOneselfMayMakeAnythingInMemory() {
        SystemView system = new Systems().label("asked:1", "{}").read("""
                init:
                  - lamina/init
                services:
                  - name: asked
                    image: asked:1
                files:
                  - path: etc/init.d/own
                    contents: "#!/bin/sh"
                    mode: "0755"
                """);

        assertThat(RootTree.of(system).at("/var/x", Systems.named(system, "asked")))
                .isEqualTo(Presence.unknown("files in /etc/init.d"));
    }

    @Test
    void linksThatGoInCirclesEnd() {
        SystemView system = new Systems().read("""
                init:
                  - lamina/init
                services:
                  - name: asked
                    image: asked:1
                files:
                  - path: srv/a
                    symlink: b
                  - path: srv/b
                    symlink: a
                """);

        assertThat(RootTree.of(system).real("/srv/a/x")).startsWith("/srv/");
    }

    @Test
    void ofAnotherInitNothingIsSaid() {
        SystemView system = new Systems().read("""
                init:
                  - example/init:v1
                services:
                  - name: asked
                    image: asked:1
                """);

        assertThat(RootTree.of(system)
                        .at("/no/such", Systems.named(system, "asked"))
                        .state())
                .isEqualTo(State.UNKNOWN);
    }
}
