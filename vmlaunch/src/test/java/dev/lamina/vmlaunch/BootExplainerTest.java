package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BootExplainerTest {
    private static GuestEvent event(String kind, String... fields) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return new GuestEvent(kind, Duration.ZERO, map);
    }

    private static GuestEvent failed(String section, String name, String reason) {
        return event("failed", "section", section, "name", name, "code", "1", "reason", reason);
    }

    private static List<String> ids(List<BootFailure> failures) {
        return failures.stream().map(BootFailure::signature).toList();
    }

    /// Lines as Linux 6.12, QEMU, LinuxKit's init, runc and containerd print them; most others come from real boots, in
    /// BootFailuresIT.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            unpack-memory       | [    0.51] Initramfs unpacking failed: write error
            unpack-magic        | [    0.51] Initramfs unpacking failed: invalid magic at start of compressed archive
            unpack              | [    0.51] Initramfs unpacking failed: junk within compressed archive
            decoding            | [    0.51] Decoding failed
            memory-deadlock     | [    0.90] Kernel panic - not syncing: System is deadlocked on memory
            no-process-to-kill  | [    0.90] Kernel panic - not syncing: Out of memory and no killable processes...
            out-of-memory       | [    9.10] Out of memory: Killed process 214 (web) total-vm:1000kB
            init-format         | [    0.80] Failed to execute /init (error -8)
            init-not-executable | [    0.80] Failed to execute /init (error -40)
            no-init             | [    0.80] Kernel panic - not syncing: No working init found.  Try passing init= option
            no-root             | Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)
            init-ended          | Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100
            accelerator         | KVM internal error. Suberror: 1
            panic               | Kernel panic - not syncing: stack-protector: Kernel stack is corrupted
            root-copy           | 2026/11/27 10:00:00 Copy root failed: write /mnt/usr/bin/containerd: no space left on device
            program-missing     | container_linux.go:265: starting container process caused "exec: \\"/usr/bin/metadata\\": stat /usr/bin/metadata: no such file or directory"
            loader-missing-runc | standard_init_linux.go:195: exec user process caused "no such file or directory"
            mount-kind          | container init caused \\"rootfs_linux.go:54: mounting \\\\\\"/var/run/docker.sock\\\\\\" to rootfs \\\\\\"/m\\\\\\" at \\\\\\"/var/run/docker.sock\\\\\\" caused \\\\\\"not a directory\\\\\\"
            unknown-capability  | runc create failed: unable to start container process: unknown capability "CAP_FOO"
            no-carrier          | eth0: waiting for carrier
            linuxkit-container  | 2026/11/27 10:00:00 Error creating 000-sysctl: exit status 1
            linuxkit-service    | time="2026-11-27T10:00:00Z" level=error msg="creating task" error="no such image"
            volume              | time="2026-11-27T10:00:00Z" level=error msg="Error overlay-mounting volume data"
            no-runtime          | time="2026-11-27T10:00:00Z" level=fatal msg="cannot start containerd" error="no such file"
            """)
    void everyKnownLineHasItsCause(String signature, String line) {
        assertThat(ids(BootExplainer.explain(List.of("before", line, "after"), List.of())))
                .containsExactly(signature);
    }

    @Test
    void aFailureNamesComponentReasonRuleAndFix() {
        assertThat(BootExplainer.explain(
                        List.of("Linux"), List.of(failed("services", "web", "httpd: bind: Address already in use"))))
                .containsExactly(new BootFailure(
                        "port-in-use",
                        Optional.of("service web"),
                        "httpd: bind: Address already in use",
                        "another service listens on the port that it wants",
                        Optional.of("NET01"),
                        "give one of them another port, or a network of its own with net: new",
                        false));
    }

    @Test
    void quotesOfQuotesAreTakenOff() {
        assertThat(BootExplainer.explain(
                        List.of("caused \"exec: \\\"/usr/bin/metadata\\\": stat /usr/bin/metadata: no such file"
                                + " or directory\""),
                        List.of()))
                .extracting(BootFailure::reason)
                .containsExactly("/usr/bin/metadata is not in the image");
    }

    @Test
    void kernelFirstCausesBeforeWhatFollowsThenContainersAsTheyFailed() {
        List<String> console = List.of(
                "lamina: dhcp failed with code 1: no network interface got an address by DHCP",
                "Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)",
                "---[ end Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0) ]---",
                "Initramfs unpacking failed: write error");
        List<GuestEvent> events = List.of(
                failed("onboot", "dhcp", "no network interface got an address by DHCP"),
                failed("services", "web", "wget: can't connect to remote host: Network is unreachable"));
        assertThat(BootExplainer.explain(console, events))
                .extracting(failure -> failure.component().orElse("-") + " " + failure.signature())
                .containsExactly(
                        "initrd unpack-memory", "kernel no-root", "onboot dhcp no-lease", "service web unreachable");
    }

    @Test
    void withoutEventsTheConsoleTellsOfContainers() {
        assertThat(BootExplainer.explain(
                        List.of(
                                "lamina: a failed with code 4",
                                "lamina: b failed with code 1: chown: /run/x: Operation not permitted",
                                "lamina: c starts without what it waited for: port:80",
                                "mkdirat /containers/onboot/002-d/rootfs: exec: \"foo\": executable file not found in"
                                        + " $PATH"),
                        List.of()))
                .extracting(failure -> failure.component().orElse("-") + " " + failure.signature())
                .containsExactly("a ended", "b chown-refused", "c waited-in-vain", "onboot d program-not-in-path");
    }

    @Test
    void onlyUnaskedEndsWithACodeAreFailures() {
        List<GuestEvent> events = List.of(
                event("exit", "section", "onboot", "name", "a", "code", "0"),
                event("exit", "section", "services", "name", "b", "code", "143", "asked", "true"),
                event("waited", "section", "services", "name", "c", "ok", "true"),
                event("restart", "section", "services", "name", "d", "delay", "2"),
                event("volume", "name", "e", "ok", "true"),
                event("ready"));
        assertThat(BootExplainer.explain(List.of("Linux"), events)).isEmpty();
    }

    @Test
    void loopsVolumesAndWaitingInVainAreFailures() {
        List<GuestEvent> events = List.of(
                event("restart", "section", "services", "name", "a", "delay", "4"),
                event("restart", "section", "services", "name", "a", "delay", "soon"),
                event("waited", "section", "services", "name", "b", "ok", "false", "for", "network"),
                event("volume", "name", "c", "ok", "false", "reason", "mount: no such device"));
        assertThat(BootExplainer.explain(List.of("Linux"), events))
                .extracting(BootFailure::reason)
                .containsExactly(
                        "it ends again and again soon after its start",
                        "it has waited for network (dev.lamina.after), which did not come in time",
                        "the volume c could not be mounted");
    }

    @Test
    void silenceIsAFailureOfTheConsoleWhenTheSystemRuns() {
        assertThat(ids(BootExplainer.explain(List.of(), List.of()))).containsExactly("silent");
        assertThat(ids(BootExplainer.explain(List.of("  "), List.of(event("ready")))))
                .containsExactly("silent-alive");
        assertThat(ids(BootExplainer.explain(List.of(), List.of(failed("services", "web", "?"), event("ready")))))
                .containsExactly("ended", "silent-alive");
        assertThat(BootExplainer.explain(List.of("Linux version 6.12", "login:"), List.of(event("ready"))))
                .isEmpty();
    }

    @Test
    void whatAGuestSaysCannotWriteToATerminal() {
        List<BootFailure> failures = BootExplainer.explain(
                List.of("Kernel panic - not syncing: \033]0;x\007", "lamina: w\033[2Jeb failed with code 1: \u202ex"),
                List.of(failed("services", "w\033[2Jeb", "no such file: /\033]0;x\007")));
        assertThat(failures).hasSize(3);
        assertThat(failures.toString()).doesNotContain("\033", "\007", "\u202e");
    }

    @Test
    void aGuestThatFailsWithoutEndTakesNoMemoryAndHidesNoPanic() {
        BootExplainer explainer = new BootExplainer();
        for (int i = 0; i < 10_000; i++) {
            explainer.event(failed("services", "s" + i, "x".repeat(20_000)));
            explainer.line("lamina: t" + i + " failed with code 1: " + i);
        }
        explainer.line("Kernel panic - not syncing: now");
        assertThat(explainer.failures()).hasSize(201);
        assertThat(explainer.failures().getFirst().signature()).isEqualTo("panic");
        assertThat(explainer.failures().get(1).line()).hasSize(1024);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomLinesMadeOfWhatIsLookedForDoNoHarm(long seed) {
        Random random = new Random(seed);
        List<String> words =
                new ArrayList<>(List.of("lamina: ", " failed with code ", "\"", "`", ": ", "{", "}", "\u0000"));
        SignatureTable.ALL.forEach(signature -> {
            signature.console().forEach(pattern -> words.add(pattern.toString()));
            signature.says().forEach(pattern -> words.add(pattern.toString()));
        });
        BootExplainer explainer = new BootExplainer();
        for (int i = 0; i < 2000; i++) {
            StringBuilder line = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                line.append(words.get(random.nextInt(words.size())));
            }
            explainer.event(failed("services", "a", line.toString()));
            assertThatCode(() -> explainer.line(line.toString())).doesNotThrowAnyException();
        }
        assertThat(explainer.failures()).isNotEmpty();
    }
}
