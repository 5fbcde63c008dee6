package dev.lamina.model.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lamina.model.Section;
import dev.lamina.model.oci.SystemCalls.Verdict;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeccompTest {
    private static final String ASKS = "annotations: {dev.lamina.seccomp: default}";
    private static final String LABEL_ASKS = "{\"annotations\": {\"dev.lamina.seccomp\": \"default\"}}";

    private static JsonNode linux(String members, String label) {
        return new JsonMapper()
                .readTree(Resolving.web(members, label).configJson())
                .path("linux");
    }

    private static JsonNode seccomp(String capabilities) {
        return linux(ASKS + ", capabilities: [" + capabilities + "]", "{}").path("seccomp");
    }

    /// The calls of all rules with the action, and with or without conditions.
    private static List<String> names(JsonNode seccomp, String action, boolean conditional) {
        List<String> names = new ArrayList<>();
        for (JsonNode rule : seccomp.path("syscalls")) {
            if (rule.path("action").asString().equals(action) && rule.has("args") == conditional) {
                rule.path("names").forEach(name -> names.add(name.asString()));
            }
        }
        return names;
    }

    private static List<String> allowed(String capabilities) {
        return names(seccomp(capabilities), "SCMP_ACT_ALLOW", false);
    }

    @Test
    void aProfileStandsWhereTheSpecificationHasIt() {
        JsonNode linux =
                linux(ASKS + ", rootfsPropagation: shared, devices: [{path: /dev/x, type: c, mode: \"0666\"}]", "{}");

        assertThat(linux.propertyNames())
                .containsExactly("resources", "namespaces", "devices", "seccomp", "rootfsPropagation");
    }

    @Test
    void aContainerWithoutCapabilitiesHasTheWholeProfile() {
        JsonNode seccomp = seccomp("");

        assertThat(seccomp.toString()).isEqualTo("""
                {"defaultAction":"SCMP_ACT_ERRNO","defaultErrnoRet":38,"architectures":["SCMP_ARCH_X86_64"],"syscalls":[
                {"names":ALWAYS,"action":"SCMP_ACT_ALLOW"},
                {"names":["socket"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":1,"op":"SCMP_CMP_EQ"}]},
                {"names":["socket"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":2,"op":"SCMP_CMP_EQ"}]},
                {"names":["socket"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":10,"op":"SCMP_CMP_EQ"}]},
                {"names":["socket"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":16,"op":"SCMP_CMP_EQ"}]},
                {"names":["socket"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":17,"op":"SCMP_CMP_EQ"}]},
                {"names":["clone"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":2114060288,"op":"SCMP_CMP_MASKED_EQ"}]},
                {"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":0,"op":"SCMP_CMP_EQ"}]},
                {"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":8,"op":"SCMP_CMP_EQ"}]},
                {"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":131072,"op":"SCMP_CMP_EQ"}]},
                {"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":131080,"op":"SCMP_CMP_EQ"}]},
                {"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":4294967295,"op":"SCMP_CMP_EQ"}]},
                {"names":["acct","add_key","bpf","chroot","clock_settime","delete_module","fanotify_init","fanotify_mark",
                "finit_module","fsconfig","fsmount","fsopen","fspick","get_mempolicy","init_module",
                "io_uring_enter","io_uring_register","io_uring_setup","ioperm","iopl","kcmp","kexec_file_load","kexec_load",
                "keyctl","listmount","mbind","migrate_pages","modify_ldt","mount","mount_setattr","move_mount","move_pages",
                "open_by_handle_at","open_tree","open_tree_attr","perf_event_open","pidfd_getfd","pivot_root","process_madvise",
                "process_vm_readv","process_vm_writev","ptrace","quotactl","quotactl_fd","reboot","request_key",
                "set_mempolicy","set_mempolicy_home_node","setdomainname","sethostname","setns","settimeofday","statmount",
                "swapoff","swapon","syslog","umount2","unshare","userfaultfd","vhangup"],"action":"SCMP_ACT_ERRNO","errnoRet":1}]}""".replace("\n", "")
                .replace("ALWAYS", seccomp.at("/syscalls/0/names").toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CAP_BPF             | bpf
            CAP_DAC_READ_SEARCH | open_by_handle_at
            CAP_PERFMON         | perf_event_open
            CAP_SYSLOG          | syslog
            CAP_SYS_ADMIN       | bpf clone clone3 fanotify_init fanotify_mark fsconfig fsmount fsopen fspick listmount mount \
            mount_setattr move_mount open_tree open_tree_attr perf_event_open pivot_root quotactl quotactl_fd setdomainname \
            sethostname setns socket statmount swapoff swapon umount2 unshare
            CAP_SYS_BOOT        | kexec_file_load kexec_load reboot
            CAP_SYS_CHROOT      | chroot
            CAP_SYS_MODULE      | delete_module finit_module init_module
            CAP_SYS_NICE        | get_mempolicy mbind migrate_pages move_pages set_mempolicy set_mempolicy_home_node
            CAP_SYS_PACCT       | acct
            CAP_SYS_PTRACE      | kcmp pidfd_getfd process_madvise process_vm_readv process_vm_writev ptrace userfaultfd
            CAP_SYS_RAWIO       | ioperm iopl
            CAP_SYS_TIME        | clock_settime settimeofday
            CAP_SYS_TTY_CONFIG  | vhangup
            CAP_NET_ADMIN       |
            """)
    void aCapabilityBringsItsSystemCalls(String capability, String calls) {
        List<String> more = new ArrayList<>(allowed(capability));
        more.removeAll(allowed(""));

        assertThat(String.join(" ", more)).isEqualTo(calls == null ? "" : calls);
        assertThat(names(seccomp(capability), "SCMP_ACT_ERRNO", false)).noneMatch(more::contains);
        assertThat(names(seccomp(capability), "SCMP_ACT_ALLOW", true)).noneMatch(more::contains);
    }

    @Test
    void evenAllCapabilitiesDoNotBringWhatContainersNeverNeed() {
        assertThat(names(seccomp("all"), "SCMP_ACT_ERRNO", false))
                .containsExactly(
                        "add_key",
                        "io_uring_enter",
                        "io_uring_register",
                        "io_uring_setup",
                        "keyctl",
                        "modify_ldt",
                        "request_key");
    }

    @Test
    void anAmbientCapabilityCountsToo() {
        assertThat(linux(ASKS + ", ambient: [CAP_SYS_CHROOT]", "{}")
                        .at("/seccomp/syscalls/0/names")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("chroot");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            capabilities: []                                                       | {}                                                        | false
            annotations: {dev.lamina.seccomp: unconfined}                          | {}                                                        | false
            annotations: {dev.lamina.seccomp: unconfined}                          | {"annotations": {"dev.lamina.seccomp": "default"}}        | false
            annotations: {dev.lamina.seccomp: default}                             | {"annotations": {"dev.lamina.seccomp": "unconfined"}}     | true
            capabilities: []                                                       | {"annotations": {"dev.lamina.seccomp": "default"}}        | true
            annotations: {dev.lamina.restart: always}                              | {"annotations": {"dev.lamina.seccomp": "default"}}        | true
            """)
    void theDocumentsChoiceCountsElseTheLabels(String members, String label, boolean confined) {
        assertThat(linux(members, label).has("seccomp")).isEqualTo(confined);
    }

    @Test
    void unconfinedChangesNothingButTheAnnotation() {
        String plain = Resolving.web("annotations: {x: unconfined}", "{}").configJson();

        assertThat(Resolving.web("annotations: {dev.lamina.seccomp: unconfined}", "{}")
                        .configJson())
                .isEqualTo(plain.replace("\"x\"", "\"dev.lamina.seccomp\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            defualt  | did you mean "default"?
            strict   | known are default, unconfined
            ``       | known are default, unconfined
            """)
    void anotherChoiceIsReportedAtItsPlace(String choice, String hint) {
        InvalidCompositionException thrown = catchThrowableOfType(
                InvalidCompositionException.class,
                () -> Resolving.web("annotations: {dev.lamina.seccomp: \"" + choice + "\"}", "{}"));

        assertThat(thrown).hasMessage("test.yml:1:75: unknown dev.lamina.seccomp \"" + choice + "\" of service web");
        assertThat(thrown.hint()).hasValue(hint);
    }

    @Test
    void anotherChoiceOfALabelIsReportedAtTheImage() {
        InvalidCompositionException thrown = catchThrowableOfType(
                InvalidCompositionException.class, () -> Resolving.web("", LABEL_ASKS.replace("default", "Default")));

        assertThat(thrown)
                .hasMessage(
                        "test.yml:1:31: unknown dev.lamina.seccomp \"Default\" of the label of image docker.io/lk/web:1");
        assertThat(thrown.hint()).hasValue("did you mean \"default\"?");
    }

    @ParameterizedTest
    @EnumSource(
            value = Arch.class,
            names = {"RISCV64", "S390X"})
    void anArchitectureWithoutAProfileIsAnError(Arch arch) {
        ContainerResolver resolver =
                Resolving.resolver("services: [{name: web, image: lk/web:1, " + ASKS + "}]\n", arch);

        InvalidCompositionException thrown = catchThrowableOfType(
                InvalidCompositionException.class, () -> resolver.resolve(Section.SERVICES, 0, ImageConfig.EMPTY));

        assertThat(thrown)
                .hasMessage("test.yml:1:54: there is no seccomp profile for " + arch + ", which service web asks for");
        assertThat(thrown.hint()).hasValue("write dev.lamina.seccomp: unconfined");
    }

    @Test
    void theArchitectureIsThatOfTheSystem() {
        ContainerResolver resolver =
                Resolving.resolver("services: [{name: web, image: lk/web:1, " + ASKS + "}]\n", Arch.ARM64);

        assertThat(new JsonMapper()
                        .readTree(resolver.resolve(Section.SERVICES, 0, ImageConfig.EMPTY)
                                .configJson())
                        .at("/linux/seccomp/architectures")
                        .toString())
                .isEqualTo("[\"SCMP_ARCH_AARCH64\"]");
    }

    static Stream<SystemCalls> groups() {
        return SeccompTable.DEFAULT.groups().stream();
    }

    @ParameterizedTest
    @MethodSource("groups")
    void everyGroupIsSortedAndHasAReason(SystemCalls group) {
        assertThat(group.names()).isSorted().isNotEmpty();
        assertThat(group.reason()).matches("[A-Z].{10,}\\.");
        assertThat(group.conditions().isEmpty()).isEqualTo(group.otherwise() != Verdict.CONDITIONAL);
        assertThat(group.capabilities()).allMatch(name -> Capability.parse(name).isPresent());
    }

    @Test
    void noNameIsInTheTableTwice() {
        assertThat(groups().map(SystemCalls::name)).doesNotHaveDuplicates();
        assertThat(groups().flatMap(group -> group.names().stream())).doesNotHaveDuplicates();
    }
}
