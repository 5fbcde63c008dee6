package dev.lamina.model.oci;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Which of document, label, image and default counts, member by member.
class MergeRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", quoteCharacter = '`', nullValues = "-", textBlock = """
            # member                      | document                        | label                                   | value
            /process/args                 | -                               | -                                       | ["/entry","cmd"]
            /process/args                 | -                               | "command": ["l"]                        | ["l"]
            /process/args                 | command: [y]                    | "command": ["l"]                        | ["y"]
            /process/args                 | command: []                     | "command": ["l"]                        | -
            /process/env                  | -                               | -                                       | ["I=image"]
            /process/env                  | -                               | "env": ["L=1"]                          | ["L=1"]
            /process/env                  | env: [Y=1]                      | "env": ["L=1"]                          | ["Y=1"]
            /process/env                  | env: []                         | -                                       | -
            /process/cwd                  | -                               | -                                       | "/image"
            /process/cwd                  | -                               | "cwd": "/l"                             | "/l"
            /process/cwd                  | cwd: /y                         | "cwd": "/l"                             | "/y"
            /process/cwd                  | cwd: ""                         | "cwd": "/l"                             | "/l"
            /process/user/uid             | -                               | -                                       | 0
            /process/user/uid             | -                               | "uid": 11                               | 11
            /process/user/uid             | uid: 0                          | "uid": 11                               | 0
            /process/user/uid             | uid: web                        | -                                       | 100
            /process/user/uid             | uid: 4294967295                 | -                                       | 4294967295
            /process/user/gid             | gid: 5                          | "gid": 12                               | 5
            /process/user/gid             | -                               | "gid": "web"                            | 100
            /process/user/gid             | -                               | "gid": "root"                           | 0
            /process/user/additionalGids  | -                               | "additionalGids": [13, "web"]           | [13,100]
            /process/user/additionalGids  | additionalGids: []              | "additionalGids": [13]                  | -
            /process/noNewPrivileges      | -                               | "noNewPrivileges": true                 | true
            /process/noNewPrivileges      | noNewPrivileges: false          | "noNewPrivileges": true                 | -
            /process/oomScoreAdj          | -                               | -                                       | -
            /process/oomScoreAdj          | oomScoreAdj: 0                  | "oomScoreAdj": 7                        | 0
            /process/oomScoreAdj          | -                               | "oomScoreAdj": 7                        | 7
            /process/rlimits              | rlimits: ["nofile,1,unlimited"] | "rlimits": ["core,1,2"]                 | [{"type":"RLIMIT_NOFILE","hard":18446744073709551615,"soft":1}]
            /process/rlimits              | -                               | "rlimits": ["RLIMIT_CORE,1,2"]          | [{"type":"RLIMIT_CORE","hard":2,"soft":1}]
            /process/rlimits              | rlimits: [" rtprio, 1, Unlimited"] | -                                       | [{"type":"RLIMIT_RTPRIO","hard":18446744073709551615,"soft":1}]
            /root                         | -                               | "readonly": true                        | {"path":"rootfs","readonly":true}
            /root                         | readonly: false                 | "readonly": true                        | {"path":"rootfs"}
            /hostname                     | -                               | "hostname": "l"                         | "l"
            /hostname                     | hostname: y                     | "hostname": "l"                         | "y"
            /hostname                     | hostname: ""                    | "hostname": "l"                         | "l"
            /annotations                  | annotations: {y: "1", a: "2"}   | "annotations": {"l": "1"}               | {"a":"2","y":"1"}
            /annotations                  | annotations: {}                 | "annotations": {"l": "1"}               | -
            /annotations                  | -                               | "annotations": {"dev.lamina.x": ""}     | {"dev.lamina.x":""}
            /linux/sysctl                 | sysctl: {kernel.x: ""}          | "sysctl": {"kernel.l": "1"}             | {"kernel.x":""}
            /linux/cgroupsPath            | cgroupsPath: ""                 | "cgroupsPath": "/l"                     | -
            /linux/cgroupsPath            | -                               | "cgroupsPath": "/l"                     | "/l"
            /linux/rootfsPropagation      | rootfsPropagation: shared       | "rootfsPropagation": "private"          | "shared"
            /linux/maskedPaths            | maskedPaths: []                 | "maskedPaths": ["/l"]                   | -
            /linux/readonlyPaths          | -                               | "readonlyPaths": ["/l"]                 | ["/l"]
            /linux/resources              | -                               | -                                       | {}
            /linux/resources              | resources: {}                   | "resources": {"pids": {"limit": 9}}     | {}
            /linux/resources              | resources: {cpu: {cpus: "0"}}   | "resources": {"pids": {"limit": 9}}     | {"cpu":{"cpus":"0"}}
            /linux/uidMappings            | uidMappings: [{hostID: 1, containerID: 2, size: 3}] | -                   | [{"containerID":2,"hostID":1,"size":3}]
            /linux/gidMappings            | gidMappings: []                 | "gidMappings": [{"size": 1}]            | -
            /linux/namespaces             | -                               | -                                       | [{"type":"pid"},{"type":"mount"}]
            /linux/namespaces             | pid: host                       | -                                       | [{"type":"mount"}]
            /linux/namespaces             | pid: ""                         | "pid": "host"                           | [{"type":"mount"}]
            /linux/namespaces             | pid: new, net: ""               | "pid": "host", "net": "none"            | [{"type":"network"},{"type":"pid"},{"type":"mount"}]
            /linux/namespaces             | ipc: /i, uts: new, userns: new  | -                                       | [{"type":"ipc","path":"/i"},{"type":"uts"},{"type":"pid"},{"type":"user"},{"type":"mount"}]
            /linux/namespaces             | net: root                       | "net": "/run/netns/l", "pid": "root"    | [{"type":"mount"}]
            """)
    void aMemberComesFromTheFirstThatGivesIt(String member, String document, String label, String value) {
        String config = Resolving.web(document == null ? "" : document, label == null ? "{}" : "{" + label + "}")
                .configJson();
        assertThat(new JsonMapper().readTree(config).at(member).toString()).isEqualTo(value == null ? "" : value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            # document                                  | label                                                | runtime.json
            cgroups: [y]                                | "cgroups": ["l"], "mkdir": ["/l"]                    | "cgroups":["y"],"mounts":[],"mkdir":["/l"],"interfaces":[],NONE,"namespace":""
            cgroups: [], namespace: ""                  | "cgroups": ["l"], "namespace": "l"                   | "cgroups":[],"mounts":[],"mkdir":[],"interfaces":[],NONE,"namespace":""
            interfaces: [{name: y}]                     | "interfaces": [{"name": "l"}], "namespace": "l"      | "cgroups":[],"mounts":[],"mkdir":[],"interfaces":[{"name":"y","createInRoot":false}],NONE,"namespace":"l"
            -                                           | "mounts": [{"destination": "/l", "type": "tmpfs"}]   | "cgroups":[],"mounts":[{"destination":"/l","type":"tmpfs"}],"mkdir":[],"interfaces":[],NONE,"namespace":""
            bindNS: {net: /y, uts: ""}                  | "bindNS": {"net": "/l", "uts": "/l", "pid": "/l"}    | "cgroups":[],"mounts":[],"mkdir":[],"interfaces":[],"bindNS":{"cgroup":"","ipc":"","mnt":"","net":"/y","pid":"/l","user":"","uts":""},"namespace":""
            """)
    void runtimeMergesMemberByMember(String document, String label, String expected) {
        ResolvedContainer resolved =
                Resolving.web(document == null ? "" : "runtime: {" + document + "}", "{\"runtime\": {" + label + "}}");
        String none =
                "\"bindNS\":{\"cgroup\":\"\",\"ipc\":\"\",\"mnt\":\"\",\"net\":\"\",\"pid\":\"\",\"user\":\"\",\"uts\":\"\"}";
        assertThat(new JsonMapper()
                        .readTree(RuntimeJson.write(resolved.runtime()))
                        .toString())
                .isEqualTo("{" + expected.replace("NONE", none) + "}");
    }
}
