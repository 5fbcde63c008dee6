package dev.lamina.model.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MountTableTest {
    private static final String VOLUMES = "volumes: [{name: data}, {name: fixed, readonly: true}]\n";

    @Test
    void defaultsOfAWritableContainer() {
        assertThat(mounts("", "", "{}"))
                .containsExactly(
                        "tmpfs tmpfs /dev nosuid strictatime mode=755 size=65536k",
                        "devpts devpts /dev/pts nosuid noexec newinstance ptmxmode=0666 mode=0620",
                        "proc proc /proc nosuid nodev noexec relatime",
                        "sysfs sysfs /sys nosuid noexec nodev",
                        "cgroup cgroup /sys/fs/cgroup nosuid noexec nodev relatime ro");
    }

    @Test
    void deviceFilesAndSysAreReadOnlyInAReadOnlyContainer() {
        assertThat(mounts("", "readonly: true", "{}"))
                .contains(
                        "tmpfs tmpfs /dev nosuid strictatime mode=755 size=65536k ro",
                        "sysfs sysfs /sys nosuid noexec nodev ro");
    }

    @Test
    void theLastForADestinationCountsAndAllAreSortedByBytes() {
        String members = """
                tmpfs: ["/a", "/a/b:size=1m", "/both:size=2m"], binds: ["/s:/a-b", "/s:/both:ro"],
                    mounts: [{type: tmpfs, destination: /a/b}, {source: sysfs, options: [rw]}, {type: tmpfs, destination: "/\\U0001F600"},
                    {type: tmpfs, destination: "/\\uFB01"}]""";
        assertThat(mounts("", members, "{}"))
                .containsExactly(
                        "tmpfs tmpfs /a",
                        "bind /s /a-b rw rbind rshared",
                        "tmpfs tmpfs /a/b",
                        "bind /s /both ro rbind",
                        "tmpfs tmpfs /dev nosuid strictatime mode=755 size=65536k",
                        "devpts devpts /dev/pts nosuid noexec newinstance ptmxmode=0666 mode=0620",
                        "proc proc /proc nosuid nodev noexec relatime",
                        "sysfs sysfs /sys rw",
                        "cgroup cgroup /sys/fs/cgroup nosuid noexec nodev relatime ro",
                        "tmpfs tmpfs /\uFB01",
                        "tmpfs tmpfs /\uD83D\uDE00");
    }

    @Test
    void addedBindsFollowThoseOfTheLabelAndBindsReplaceBoth() {
        String label = "{\"binds\": [\"/l:/l\"], \"binds.add\": [\"/ignored:/ignored\"]}";
        assertThat(mounts("", "binds.add: [\"/y:/y\"]", label))
                .contains("bind /l /l rw rbind rshared", "bind /y /y rw rbind rshared")
                .hasSize(7);
        assertThat(mounts("", "binds: [\"/z:/z\"], binds.add: [\"/y:/y\"]", label))
                .contains("bind /z /z rw rbind rshared")
                .hasSize(6);
    }

    @Test
    void aVolumeIsItsDirectory() {
        String members = "binds: [\"data:/d\", \"fixed:/f:ro\"], mounts: [{type: bind, source: fixed, destination: /m,"
                + " options: [ro]}, {type: tmpfs, source: data, destination: /t}]";
        assertThat(mounts(VOLUMES, members, "{}"))
                .contains(
                        "bind /containers/volumes/data/merged /d rw rbind rshared",
                        "bind /containers/volumes/fixed/lower /f ro rbind",
                        "bind /containers/volumes/fixed/lower /m ro",
                        "tmpfs data /t");
    }

    @Test
    void aLabelMayNameAVolumeOfTheComposition() {
        assertThat(mounts(VOLUMES, "", "{\"binds\": [\"data:/d\"]}"))
                .contains("bind /containers/volumes/data/merged /d rw rbind rshared");
    }

    @Test
    void mappingsOfAMountKeepTheirIds() {
        String members = "mounts: [{type: bind, source: /s, destination: /a, uidmappings: [{hostID: 1, containerID: 2,"
                + " size: 3}]}]";
        assertThat(json("", members, "{}").path(0).toString())
                .isEqualTo("{\"destination\":\"/a\",\"type\":\"bind\",\"source\":\"/s\",\"uidMappings\":"
                        + "[{\"containerID\":2,\"hostID\":1,\"size\":3}]}");
    }

    private static List<String> mounts(String document, String members, String label) {
        return json(document, members, label)
                .valueStream()
                .map(mount -> mount.path("type").asString() + " "
                        + mount.path("source").asString() + " "
                        + mount.path("destination").asString()
                        + mount.path("options")
                                .valueStream()
                                .map(option -> " " + option.asString())
                                .reduce("", String::concat))
                .toList();
    }

    private static JsonNode json(String document, String members, String label) {
        String service = "services: [{name: web, image: lk/web:1, " + members + "}]\n";
        return new JsonMapper()
                .readTree(Resolving.service(document + service, Resolving.labelled(label))
                        .configJson())
                .path("mounts");
    }
}
