package dev.lamina.model.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.ContainerSpec.Mount;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeJsonTest {

    @Test
    void allKeysAreWrittenEvenIfNothingIsGiven() {
        assertThat(RuntimeJson.write(Resolving.web("", "").runtime())).isEqualTo("""
                {
                    "cgroups": [],
                    "mounts": [],
                    "mkdir": [],
                    "interfaces": [],
                    "bindNS": {
                        "cgroup": "",
                        "ipc": "",
                        "mnt": "",
                        "net": "",
                        "pid": "",
                        "user": "",
                        "uts": ""
                    },
                    "namespace": ""
                }""");
    }

    @Test
    void theMountsOfTheRootFileSystemComeFirst() {
        RuntimeConfig runtime = Resolving.web("""
                runtime: {cgroups: [c], mounts: [{type: bind, source: "/a&b", destination: run, options: [rw, bind],
                    gidmappings: [{hostID: 1, containerID: 2, size: 3}]}], mkdir: [/m],
                    interfaces: [{name: wg0, add: wireguard, createInRoot: true}, {name: v0, peer: v1}],
                    bindNS: {net: /run/netns/wg}, namespace: k8s.io}""", "").runtime();
        Mount first =
                new Mount("/containers/services/web/tmp", "", "", List.of("remount", "private"), List.of(), List.of());
        assertThat(RuntimeJson.write(runtime.withMountsFirst(List.of(first)))).isEqualTo("""
                {
                    "cgroups": [
                        "c"
                    ],
                    "mounts": [
                        {
                            "destination": "/containers/services/web/tmp",
                            "options": [
                                "remount",
                                "private"
                            ]
                        },
                        {
                            "destination": "run",
                            "type": "bind",
                            "source": "/a\\u0026b",
                            "options": [
                                "rw",
                                "bind"
                            ],
                            "gidMappings": [
                                {
                                    "containerID": 2,
                                    "hostID": 1,
                                    "size": 3
                                }
                            ]
                        }
                    ],
                    "mkdir": [
                        "/m"
                    ],
                    "interfaces": [
                        {
                            "name": "wg0",
                            "add": "wireguard",
                            "createInRoot": true
                        },
                        {
                            "name": "v0",
                            "peer": "v1",
                            "createInRoot": false
                        }
                    ],
                    "bindNS": {
                        "cgroup": "",
                        "ipc": "",
                        "mnt": "",
                        "net": "/run/netns/wg",
                        "pid": "",
                        "user": "",
                        "uts": ""
                    },
                    "namespace": "k8s.io"
                }""");
    }
}
