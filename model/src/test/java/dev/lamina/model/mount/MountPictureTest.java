package dev.lamina.model.mount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.SystemView;
import org.junit.jupiter.api.Test;

final class MountPictureTest {

    @Test
    void aContainerHasItsRootTheDefaultsAndItsBinds() {
        assertThat(picture("web", new Systems().label("web:1", "{}").read("""
                init:
                  - lamina/init
                  - lamina/runtime
                services:
                  - name: web
                    image: web:1
                    readonly: true
                    binds: ["/srv/pages:/pages:ro", "/etc/resolv.conf:/etc/resolv.conf"]
                    tmpfs: ["/tmp:size=1m"]
                """))).isEqualTo("""
                / bind docker.io/library/web:1 [ro] private
                  /dev tmpfs tmpfs [nosuid, strictatime, mode=755, size=65536k, ro]
                    /dev/pts devpts devpts [nosuid, noexec, newinstance, ptmxmode=0666, mode=0620]
                  /etc/resolv.conf bind /etc/resolv.conf [rw, rbind, rshared] private
                    : in the tmpfs at /run, by Lamina's init
                  /pages bind /srv/pages [ro, rbind] private
                    : the source does not exist at boot, so that web will not start
                  /proc proc proc [nosuid, nodev, noexec, relatime]
                  /sys sysfs sysfs [nosuid, noexec, nodev, ro]
                    /sys/fs/cgroup cgroup cgroup [nosuid, noexec, nodev, relatime, ro]
                  /tmp tmpfs tmpfs [size=1m]
                """);
    }

    @Test
    void aRecursiveBindBringsMountsAlongThatTheDefaultsHide() {
        assertThat(picture("agent", new Systems().label("agent:1", "{}").read("""
                init:
                  - linuxkit/init:v1
                  - linuxkit/runc:v1
                services:
                  - name: agent
                    image: agent:1
                    binds: ["/dev:/dev:rslave,rw"]
                """)))
                .contains("""
                  /dev bind /dev [rslave, rw, rbind] slave
                    : in the devtmpfs at /dev, by LinuxKit's init
                    /dev/mqueue mqueue mqueue [noexec, nosuid, nodev]
                    /dev/pts devpts devpts [noexec, nosuid, gid=5, mode=0620]
                      hidden by the devpts mounted at /dev/pts
                    /dev/pts devpts devpts [nosuid, noexec, newinstance, ptmxmode=0666, mode=0620]
                    /dev/shm tmpfs shm [noexec, nosuid, nodev, mode=1777]
                """);
    }

    @Test
    void aDiskIsSeenByThoseThatStartAfterItIsMounted() {
        SystemView system =
                new Systems().label("lamina/mount", """
                        {"binds": ["/var:/var:rbind,rshared"], "rootfsPropagation": "shared"}""").label("app:1", "{}").read("""
                        init:
                          - lamina/init
                          - lamina/runtime
                        onboot:
                          - name: before
                            image: app:1
                            binds: ["/var:/var:ro"]
                          - name: mount
                            image: lamina/mount
                            command: ["/usr/bin/mountie", "-label", "DATA", "/var/data"]
                        services:
                          - name: app
                            image: app:1
                            binds: ["/var:/host", "/var/data/x:/x:ro"]
                        """);

        assertThat(picture("before", system)).doesNotContain("disk");
        assertThat(picture("mount", system)).contains("""
                  /var bind /var [rbind, rshared, rbind] shared
                    : in the tmpfs at /var, by Lamina's init
                """);
        assertThat(picture("app", system)).contains("""
                  /host bind /var [rw, rbind, rshared] private
                    : in the tmpfs at /var, by Lamina's init
                    /host/data disk a disk []
                """).contains("""
                  /x bind /var/data/x [ro, rbind] private
                    : in the disk at /var/data, by onboot container mount
                    : whether it exists depends on onboot container mount
                """);
        assertThat(text(MountPicture.of(system).root())).contains("""
                  /var tmpfs tmpfs [nosuid, nodev, noexec, relatime, size=50%, mode=755]
                    /var/data disk a disk []
                """);
    }

    @Test
    void volumesAndMountsOfTheInitAreMountsOfTheSystem() {
        SystemView system = new Systems().label("app:1", "{}").read("""
                init:
                  - lamina/init
                  - lamina/runtime
                services:
                  - name: app
                    image: app:1
                    binds: ["data:/data", "pages:/pages:ro", "/run/scratch:/scratch"]
                    runtime:
                      mounts:
                        - {type: tmpfs, source: tmpfs, destination: /run/scratch, options: [size=1m]}
                volumes:
                  - name: data
                  - name: pages
                    image: pages:1
                    readonly: true
                """);

        assertThat(picture("app", system)).contains("""
                  /data bind /containers/volumes/data/merged [rw, rbind, rshared] private
                    : in the overlay at /containers/volumes/data/merged, by volume data
                """).contains("""
                  /scratch bind /run/scratch [rw, rbind, rshared] private
                    : in the tmpfs at /run/scratch, by runtime.mounts of service app
                """);
        assertThat(text(MountPicture.of(system).root())).contains("""
                  /containers/volumes/pages/merged bind /containers/volumes/pages/lower [bind, ro]
                """).contains("""
                    /run/scratch tmpfs tmpfs [size=1m]
                """);
    }

    @Test
    void whatTheImageHasBelowAMountIsHidden() {
        SystemView system = new Systems().files("app:1", "data/a", "data/b/c").read("""
                services:
                  - name: app
                    image: app:1
                    tmpfs: ["/data", "/data/b", "/empty"]
                """);

        assertThat(picture("app", system)).contains("""
                  /data tmpfs tmpfs []
                    : hides 2 files, such as /data/a, of the image
                    /data/b tmpfs tmpfs []
                      : hides /data/b/c of the image
                """);
    }

    @Test
    void propagationDependsOnTheRuntimeTheRootAndTheBind() {
        assertThat(spread("lamina/runtime", "", "rshared")).isEqualTo(Spread.PRIVATE);
        assertThat(spread("lamina/runc", "", "rshared")).isEqualTo(Spread.SLAVE);
        assertThat(spread("lamina/runc", "", "rprivate")).isEqualTo(Spread.PRIVATE);
        assertThat(spread("lamina/runc", "shared", "rslave")).isEqualTo(Spread.SLAVE);
        assertThat(spread("lamina/runtime", "shared", "rshared")).isEqualTo(Spread.SHARED);
        assertThat(spread("lamina/runtime", "rshared", "nosuid")).isEqualTo(Spread.SHARED);
        assertThat(spread("lamina/runc", "private", "rshared")).isEqualTo(Spread.PRIVATE);
    }

    private static Spread spread(String runtime, String root, String option) {
        SystemView system = new Systems().read("""
                init:
                  - lamina/init
                  - %s
                services:
                  - name: app
                    image: app:1
                    binds: ["/var/x:/x:rw,%s"]
                    rootfsPropagation: "%s"
                """.formatted(runtime, option, root));
        MountNode tree =
                MountPicture.of(system).of(Systems.named(system, "app")).tree();
        return tree.children().stream()
                .filter(node -> node.target().equals("/x"))
                .findFirst()
                .orElseThrow()
                .spread()
                .orElseThrow();
    }

    private static String picture(String name, SystemView system) {
        return text(MountPicture.of(system).of(Systems.named(system, name)).tree());
    }

    private static String text(MountNode node) {
        StringBuilder text = new StringBuilder();
        write(node, "", text);
        return text.toString();
    }

    private static void write(MountNode node, String indent, StringBuilder text) {
        text.append(indent)
                .append("%s %s %s %s%s"
                        .formatted(
                                node.target(),
                                node.type(),
                                node.source(),
                                node.options(),
                                node.spread().map(spread -> " " + spread.word()).orElse("")))
                .append('\n');
        node.hiddenBy()
                .ifPresent(by ->
                        text.append(indent).append("  hidden by ").append(by).append('\n'));
        node.notes()
                .forEach(note -> text.append(indent).append("  : ").append(note).append('\n'));
        node.children().forEach(child -> write(child, indent + "  ", text));
    }
}
