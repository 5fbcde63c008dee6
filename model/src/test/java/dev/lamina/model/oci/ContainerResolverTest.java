package dev.lamina.model.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lamina.model.Owner;
import dev.lamina.model.Section;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceMap;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ContainerResolverTest {

    @Test
    void aConfigHasTheFormOfLinuxKits() {
        ResolvedContainer resolved = Resolving.service("""
            services:
              - name: web
                image: lk/web:1
                command: ["/bin/sh", "-c", "cat <x >y && echo \\u2028é"]
                capabilities: [CAP_KILL]
                readonly: true
                noNewPrivileges: true
                oomScoreAdj: 0
                rlimits: ["nofile,1,2"]
                additionalGids: [5]
                hostname: h
                annotations: {b: "2", a: ""}
                devices: [{path: /dev/x, type: c, major: 1, minor: 5, mode: "0666"}, {path: all, type: b}]
                sysctl: {net.y: "1"}
                net: /run/n
                maskedPaths: [/m]
                mounts: [{type: tmpfs, destination: /dev}]
            """, ImageConfig.EMPTY);
        assertThat(resolved.readonly()).isTrue();
        assertThat(resolved.configJson()).isEqualTo("""
            {
                "ociVersion": "1.2.1",
                "process": {
                    "user": {
                        "uid": 0,
                        "gid": 0,
                        "additionalGids": [
                            5
                        ]
                    },
                    "args": [
                        "/bin/sh",
                        "-c",
                        "cat \\u003cx \\u003ey \\u0026\\u0026 echo \\u2028é"
                    ],
                    "cwd": "/",
                    "capabilities": {
                        "bounding": [
                            "CAP_KILL"
                        ],
                        "effective": [
                            "CAP_KILL"
                        ],
                        "inheritable": [
                            "CAP_KILL"
                        ],
                        "permitted": [
                            "CAP_KILL"
                        ]
                    },
                    "rlimits": [
                        {
                            "type": "RLIMIT_NOFILE",
                            "hard": 2,
                            "soft": 1
                        }
                    ],
                    "noNewPrivileges": true,
                    "oomScoreAdj": 0
                },
                "root": {
                    "path": "rootfs",
                    "readonly": true
                },
                "hostname": "h",
                "mounts": [
                    {
                        "destination": "/dev",
                        "type": "tmpfs",
                        "source": "tmpfs"
                    },
                    {
                        "destination": "/dev/pts",
                        "type": "devpts",
                        "source": "devpts",
                        "options": [
                            "nosuid",
                            "noexec",
                            "newinstance",
                            "ptmxmode=0666",
                            "mode=0620"
                        ]
                    },
                    {
                        "destination": "/proc",
                        "type": "proc",
                        "source": "proc",
                        "options": [
                            "nosuid",
                            "nodev",
                            "noexec",
                            "relatime"
                        ]
                    },
                    {
                        "destination": "/sys",
                        "type": "sysfs",
                        "source": "sysfs",
                        "options": [
                            "nosuid",
                            "noexec",
                            "nodev",
                            "ro"
                        ]
                    },
                    {
                        "destination": "/sys/fs/cgroup",
                        "type": "cgroup",
                        "source": "cgroup",
                        "options": [
                            "nosuid",
                            "noexec",
                            "nodev",
                            "relatime",
                            "ro"
                        ]
                    }
                ],
                "annotations": {
                    "a": "",
                    "b": "2"
                },
                "linux": {
                    "sysctl": {
                        "net.y": "1"
                    },
                    "resources": {
                        "devices": [
                            {
                                "allow": true,
                                "type": "c",
                                "major": 1,
                                "minor": 5,
                                "access": "rwm"
                            },
                            {
                                "allow": true,
                                "type": "b",
                                "access": "rwm"
                            }
                        ]
                    },
                    "namespaces": [
                        {
                            "type": "network",
                            "path": "/run/n"
                        },
                        {
                            "type": "pid"
                        },
                        {
                            "type": "mount"
                        }
                    ],
                    "devices": [
                        {
                            "path": "/dev/x",
                            "type": "c",
                            "major": 1,
                            "minor": 5,
                            "fileMode": 438
                        }
                    ],
                    "maskedPaths": [
                        "/m"
                    ]
                }
            }\
            """);
    }

    @Test
    void everyLimitIsWrittenUnderItsNameInTheSpecification() {
        String limits = """
            {devices: [{allow: true, type: c, major: 1, minor: 2, access: r}],
                memory: {limit: 1, reservation: 2, swap: 3, kernel: 4, kernelTCP: 5, swappiness: 6, disableOOMKiller: false},
                cpu: {shares: 1, quota: 2, period: 3, realtimeRuntime: 4, realtimePeriod: 5, cpus: "0", mems: "1"},
                pids: {limit: 7}, blockio: {weight: 1, leafWeight: 2,
                weightDevice: [{major: 1, minor: 2, weight: 3, leafWeight: 4}],
                throttleReadBpsDevice: [{major: 1, minor: 2, rate: 3}], throttleWriteBpsDevice: [{major: 1, minor: 2, rate: 4}],
                throttleReadIOPSDevice: [{major: 1, minor: 2, rate: 5}], throttleWriteIOPSDevice: [{major: 1, minor: 2, rate: 6}]},
                hugepageLimits: [{pageSize: 2097152, limit: 9}],
                network: {classID: 1, priorities: [{name: eth0, priority: 2}]}}\
            """;
        String config = Resolving.web("resources: " + limits, "{}").configJson();
        assertThat(new JsonMapper().readTree(config).at("/linux/resources").toString())
                .isEqualTo("""
                    {"devices":[{"allow":true,"type":"c","major":1,"minor":2,"access":"r"}],
                    "memory":{"limit":1,"reservation":2,"swap":3,"kernel":4,"kernelTCP":5,"swappiness":6,"disableOOMKiller":false},
                    "cpu":{"shares":1,"quota":2,"period":3,"realtimeRuntime":4,"realtimePeriod":5,"cpus":"0","mems":"1"},
                    "pids":{"limit":7},
                    "blockIO":{"weight":1,"leafWeight":2,"weightDevice":[{"major":1,"minor":2,"weight":3,"leafWeight":4}],
                    "throttleReadBpsDevice":[{"major":1,"minor":2,"rate":3}],
                    "throttleWriteBpsDevice":[{"major":1,"minor":2,"rate":4}],
                    "throttleReadIOPSDevice":[{"major":1,"minor":2,"rate":5}],
                    "throttleWriteIOPSDevice":[{"major":1,"minor":2,"rate":6}]},
                    "hugepageLimits":[{"pageSize":"2MB","limit":9}],
                    "network":{"classID":1,"priorities":[{"name":"eth0","priority":2}]}}\
                    """.replace("\n", ""));
    }

    @Test
    void aContainerWithoutACommandHasNoArguments() {
        String config = Resolving.service("services: [{name: web, image: lk/web:1}]\n", ImageConfig.EMPTY)
                .configJson();
        assertThat(new JsonMapper().readTree(config).path("process").toString())
                .isEqualTo("{\"user\":{\"uid\":0,\"gid\":0},\"cwd\":\"/\",\"capabilities\":{}}");
    }

    @Test
    void namesStandForNumbersInTheOrderOfSections() {
        ContainerResolver resolver = Resolving.resolver("""
            services: [{name: d, image: i}, {name: root, image: i}]
            onshutdown: [{name: c, image: i}]
            onboot: [{name: a, image: i}, {name: b, image: i}, {name: a, image: i}]
            """);
        assertThat(List.of("", "root", "a", "b", "c", "d").stream().map(name -> resolver.id(new Owner.Name(name))))
                .containsExactly(0L, 0L, 102L, 101L, 103L, 104L);
        assertThat(resolver.id(new Owner.Id(7))).isEqualTo(7);
    }

    @Test
    void aNameOfNoContainerHasNoNumber() {
        ContainerResolver resolver = Resolving.resolver("services: [{name: nginx, image: i}]\n");
        assertThatThrownBy(() -> resolver.id(new Owner.Name("ngnix")))
                .isInstanceOfSatisfying(
                        InputException.class,
                        thrown -> assertThat(thrown.hint()).hasValue("did you mean \"nginx\"?"))
                .hasMessage("no container has the name \"ngnix\", which is used as a user or group");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"uid": "wbe"}                     | no container has the name "wbe", which LABEL names as a user or group | did you mean "web"?
        {"additionalGids": [1, "33"]}      | no container has the name "33", which LABEL names as a user or group  | write the number without quotes
        {"binds": ["scrach:/s"]}           | a bind of LABEL names the unknown volume "scrach"                     | did you mean "scratch"?
        {"binds": ["fixed:/s:rbind"]}      | volume fixed is read-only, but a bind of LABEL does not say ro        | append ":ro"
        {"mounts": [{"type": "bind", "source": "fixed", "destination": "/f"}]} | volume fixed is read-only, but a mount of LABEL does not say ro | add options: ["ro"]
        {"mounts": [{"type": "bind", "destination": "/f"}]} | the mount for "/f" of LABEL has no source            | add source: with a path of the host or the name of a volume
        {"capabilitys": []}                | unknown key "capabilitys" in LABEL                                    | did you mean "capabilities"?
        {"resources": {"hugepageLimits": [{"pageSize": 2, "limit": 1}]}} | the pageSize 2 in hugepageLimits of LABEL is no size of pages | write it in bytes, for example 2097152 for pages of 2 MB
        """)
    void problemsOfALabelAreAtTheImage(String label, String message, String hint) {
        String document = """
            volumes: [{name: scratch}, {name: fixed, readonly: true}]
            services:
              - name: web
                image: lk/web:1
            """;
        InvalidCompositionException thrown = catchThrowableOfType(
                InvalidCompositionException.class, () -> Resolving.service(document, Resolving.labelled(label)));
        assertThat(thrown)
                .hasMessage("test.yml:4:12: " + message.replace("LABEL", "the label of image docker.io/lk/web:1"));
        assertThat(thrown.hint()).hasValue(hint);
    }

    @Test
    void aLabelThatIsNoMappingIsReportedAtTheImage() {
        assertThatThrownBy(() -> Resolving.web("", "[1, 2]"))
                .isInstanceOf(InvalidCompositionException.class)
                .hasMessage("test.yml:1:31: the label of image docker.io/lk/web:1 must be a mapping, not a list");
    }

    @Test
    void allProblemsOfAContainerAreReportedAtOnceInTheOrderOfTheFile() {
        InvalidCompositionException thrown = catchThrowableOfType(
                InvalidCompositionException.class,
                () -> Resolving.service("""
                    services:
                      - name: web
                        resources: {hugepageLimits: [{pageSize: 4096, limit: 1}, {pageSize: 3, limit: 1}]}
                        image: lk/web:1
                    """, Resolving.labelled("{\"uid\": \"x1y2\", \"binds\": [\"v:/v\"]}")));
        assertThat(thrown.problems())
                .extracting(Problem::headline)
                .containsExactly(
                        "test.yml:3:73: the pageSize 3 in hugepageLimits of service web is no size of pages",
                        "test.yml:4:12: no container has the name \"x1y2\", which the label of image docker.io/lk/web:1"
                                + " names as a user or group",
                        "test.yml:4:12: a bind of the label of image docker.io/lk/web:1 names the unknown volume"
                                + " \"v\"");
    }

    @Test
    void aCompositionWithoutATextHasProblemsWithoutAPlace() {
        ContainerResolver resolver = new ContainerResolver(
                new CompositionReader()
                        .read(List.of(new SourceText("test.yml", "onboot: [{name: web, image: lk/web:1}]\n")))
                        .composition(),
                SourceMap.EMPTY,
                Arch.AMD64);
        assertThatThrownBy(() -> resolver.resolve(Section.ONBOOT, 0, Resolving.labelled("{\"name\": \"x\"}")))
                .isInstanceOf(InputException.class)
                .isNotInstanceOf(InvalidCompositionException.class)
                .hasMessage("name cannot be set in the label of image docker.io/lk/web:1");
    }
}
