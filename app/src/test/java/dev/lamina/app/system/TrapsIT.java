package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.BootExplainer;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.GuestEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three traps that users of such systems step into, each booted as it is written first and as it is repaired.
final class TrapsIT {
    /// Not quiet, so that there is something to see on every console that is the right one.
    private static final String BASE = BootedSystem.BASE.replace(" quiet", "");

    /// The key of whoever builds, if there is one, as in LinuxKit's examples. `lamina/init` has a directory /root/.ssh,
    /// so
    /// what is missing here is the file in it.
    static final String SSHD_WITHOUT_KEYS = BASE + """
            services:
              - name: sshd
                image: lamina/sshd
                readonly: false
                binds:
                  - /etc/resolv.conf:/etc/resolv.conf:ro
                  - /root/.ssh/authorized_keys:/root/.ssh/authorized_keys:ro
            files:
              - {path: root/.ssh/authorized_keys, source: no-such-key.pub, optional: true, mode: "0600"}
            """;

    static final String SSHD_WITH_KEYS = SSHD_WITHOUT_KEYS.replace(
            "source: no-such-key.pub, optional: true", "contents: \"ssh-ed25519 AAAA test\\n\"");

    /// Without keys: for those that come later, with metadata.
    static final String SSHD_WITH_DIRECTORY = BASE + """
            services:
              - name: sshd
                image: lamina/sshd
                binds: ["/etc/resolv.conf:/etc/resolv.conf:ro", "/run/config/ssh:/root/.ssh:ro"]
                runtime: {mkdir: [/run/config/ssh]}
            """;

    static final String PAGES_UNDER_VAR = BASE + """
            services:
              - {name: web, image: lamina/httpd, binds: ["/var/pages:/var/www:ro"]}
            files:
              - {path: var/pages/index.html, contents: "hello\\n", mode: "0644"}
            """;

    static final String PAGES_UNDER_SRV =
            PAGES_UNDER_VAR.replace("/var/pages:", "/srv/pages:").replace("path: var/pages", "path: srv/pages");

    static final String CONSOLE_ON_THE_SCREEN = """
            kernel:
              image: lamina/kernel
              cmdline: "console=ttyS0 console=tty0 quiet"
            init: [lamina/init, lamina/runtime]
            services:
              - {name: web, image: lamina/httpd, command: [/usr/bin/httpd]}
            """;

    static final String CONSOLE_ON_THE_PORT =
            CONSOLE_ON_THE_SCREEN.replace("console=ttyS0 console=tty0", "console=tty0 console=ttyS0");

    static final String CONSOLE_ON_ANOTHER_PORT = """
            kernel:
              image: lamina/kernel
              cmdline: "console=ttyS1 quiet"
            init: [lamina/init, lamina/runtime]
            services:
              - {name: getty, image: lamina/getty}
            """;

    /// Of two serial ports of this kind the kernel takes the one that it is told first, even if it is not there.
    static final String CONSOLE_ON_THIS_PORT =
            CONSOLE_ON_ANOTHER_PORT.replace("console=ttyS1", "console=ttyS0 console=ttyS1");

    @TempDir
    Path folder = Path.of("");

    private BootedSystem boot(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("system.yml"), document);
        return BootedSystem.start(folder, Arch.AMD64, "256M", List.of(), file);
    }

    /// Its keys are bound from /root/.ssh of the system, and the file is optional: without a key it is left out.
    @Test
    void sshdDoesNotStartWithoutItsKeys() throws Exception {
        try (BootedSystem system = boot(SSHD_WITHOUT_KEYS)) {
            system.ready();

            assertThat(system.failures())
                    .containsExactly(new BootFailure(
                            "ssh-keys",
                            Optional.of("service sshd"),
                            "no such file: /root/.ssh/authorized_keys, the source of a bind",
                            "sshd binds /root/.ssh/authorized_keys of the system, and nothing makes it",
                            Optional.of("MNT01"),
                            "add a files entry root/.ssh/authorized_keys with the key and mode \"0600\","
                                    + " or runtime: {mkdir: [/root/.ssh]}",
                            false));
        }
        for (String fixed : List.of(SSHD_WITH_KEYS, SSHD_WITH_DIRECTORY)) {
            try (BootedSystem system = boot(fixed)) {
                system.event("start", "sshd");

                // It has started, and listens a moment later.
                assertThat(system.exec("until nc -w 5 127.0.0.1 22 </dev/null 2>/dev/null | grep ^SSH;"
                                + " do sleep 0.1; done"))
                        .startsWith("SSH-2.0-dropbear");
                assertThat(system.failures()).isEmpty();
            }
        }
    }

    /// A tmpfs is mounted over /var before anything starts.
    @Test
    void filesUnderVarAreHiddenAtBoot() throws Exception {
        try (BootedSystem system = boot(PAGES_UNDER_VAR)) {
            system.ready();

            assertThat(system.exec("ls -A /var")).doesNotContain("pages");
            assertThat(system.failures())
                    .containsExactly(new BootFailure(
                            "bind-hidden",
                            Optional.of("service web"),
                            "no such file: /var/pages, the source of a bind",
                            "/var, /run and /tmp are empty at boot: a tmpfs hides what files and images put there,"
                                    + " so pages is not to be found",
                            Optional.of("MNT05"),
                            "put the file elsewhere, such as /etc or /usr, and bind it from there;"
                                    + " or make a directory with runtime: {mkdir: [...]}",
                            false));
        }
        try (BootedSystem system = boot(PAGES_UNDER_SRV)) {
            system.event("start", "web");

            assertThat(system.exec("until wget -qO- http://127.0.0.1/; do sleep 0.2; done"))
                    .isEqualTo("hello\n");
            assertThat(system.failures()).isEmpty();
        }
    }

    /// What the init says goes to the last console alone, here a screen that nobody has.
    @Test
    void theInitWritesToTheLastConsole() throws Exception {
        try (BootedSystem system = boot(CONSOLE_ON_THE_SCREEN)) {
            system.event("failed", "web");
            system.ready();

            assertThat(system.exec("cat /sys/class/tty/console/active")).isEqualTo("ttyS0 tty0\n");
            assertThat(system.vm().console().recent()).isEmpty();
            assertThat(system.failures())
                    .extracting(BootFailure::signature, BootFailure::rule)
                    .containsExactly(
                            tuple("program-missing", Optional.of("SCH05")),
                            tuple("silent-alive", Optional.of("KRN01")));
        }
        try (BootedSystem system = boot(CONSOLE_ON_THE_PORT)) {
            system.seen("lamina: web failed with code 1: no such file: /usr/bin/httpd");
        }
    }

    /// As other launchers and computers start it; `lamina run` names the port that it shows itself.
    @Test
    void aConsoleOnAnotherPortShowsNothing() throws Exception {
        try (RawMachine machine = raw(CONSOLE_ON_ANOTHER_PORT)) {
            GuestEvent ready = machine.heard("ready");

            assertThat(machine.console()).isEmpty();
            assertThat(reasons(machine, List.of(ready)))
                    .containsExactly(
                            "silent-alive KRN01: the system runs and shows nothing: its console goes to another"
                                    + " port than this one, or it has nothing to say");
            assertThat(reasons(machine, List.of()))
                    .containsExactly("silent KRN01: the guest printed nothing: its kernel may log to another console"
                            + " or not start at all");
        }
        try (RawMachine machine = raw(CONSOLE_ON_THIS_PORT)) {
            machine.seen("login:");

            assertThat(reasons(machine, List.of(machine.heard("ready")))).isEmpty();
        }
    }

    @Test
    void laminasLauncherNamesThePortThatItShows() throws Exception {
        try (BootedSystem system = boot(CONSOLE_ON_ANOTHER_PORT)) {
            system.seen("login:");
        }
    }

    private RawMachine raw(String document) throws IOException {
        Files.writeString(folder.resolve("system.yml"), document);
        Files.deleteIfExists(folder.resolve("console"));
        return RawMachine.start(folder, "system.yml", "256M", RawMachine.eventChannel());
    }

    private static List<String> reasons(RawMachine machine, List<GuestEvent> events) throws IOException {
        byte[] console = machine.console().getBytes(StandardCharsets.ISO_8859_1);
        return BootExplainer.explain(console, events).stream()
                .map(failure -> failure.signature() + " " + failure.rule().orElse("-") + ": " + failure.reason())
                .toList();
    }
}
