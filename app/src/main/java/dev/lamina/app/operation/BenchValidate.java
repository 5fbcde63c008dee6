package dev.lamina.app.operation;

import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.validate.Validator;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Measures how long the rules take for a large system, at once and while somebody types in it. It is made of common
/// images with some of everything that rules look at; what is known of images is what the catalogue says.
public final class BenchValidate {
    private static final String HEAD = """
            kernel:
              image: lamina/kernel
              cmdline: console=ttyAMA0 console=ttyS0 quiet
            init: [lamina/init, lamina/runtime]
            onboot:
              - {name: dhcp, image: lamina/dhcp}
            services:
            """;

    private static final List<String> SERVICES = List.of("""
              - name: web-%1$d
                image: nginx:1.27
                capabilities: [CAP_CHOWN, CAP_NET_BIND_SERVICE, CAP_SETGID, CAP_SETUID]
                binds: ["/etc/pages-%1$d:/usr/share/nginx/html:ro"]
                readonly: true
                tmpfs: ["/var/cache/nginx:size=1m", "/run:size=1m"]
                env: [COUNT=%2$d]
            """, """
              - name: cache-%1$d
                image: redis:7.4
                command: [redis-server, --port, "%2$d"]
                net: new
                runtime: {mkdir: [/var/cache-%1$d]}
                binds: ["/var/cache-%1$d:/data"]
            """, """
              - name: shell-%1$d
                image: lamina/httpd
                pid: host
                capabilities: [all]
                binds: ["/:/host", "/dev:/dev", "/run:/run"]
                devices: [{path: all, type: b}]
                env: [COUNT=%2$d]
            """, """
              - name: small-%1$d
                image: lamina/httpd
                command: [/bin/httpd, -f, -p, "%2$d"]
                uid: 1000
                noNewPrivileges: true
            """);

    private final GatherFacts facts;

    public BenchValidate(GatherFacts facts) {
        this.facts = facts;
    }

    /// @param components how many services the system has
    public record Request(int components, int runs) {
        public Request {
            if (components < 1 || runs < 1) {
                throw new InputException("a benchmark needs something to measure", "give at least 1");
            }
        }
    }

    /// @param findings of the system, all of them
    /// @param first the rules for the first time in this process, before anything is compiled
    /// @param read of the text
    /// @param whole all rules on everything
    /// @param typing all rules after one value has changed, by what is known of the state before
    public record Result(int components, int findings, Duration first, Timings read, Timings whole, Timings typing) {}

    public Result run(Request request, Reporter reporter) {
        SourceText text = text(request.components(), 0);
        ReadResult read = new CompositionReader().read(List.of(text));
        SystemFacts known = facts.of(read, Arch.AMD64, RunFacts.UNKNOWN, reporter);
        long begun = System.nanoTime();
        int findings = validate(new Validator(), text, read, known);
        Duration first = Duration.ofNanos(System.nanoTime() - begun);
        List<Duration> reading = new ArrayList<>();
        List<Duration> whole = new ArrayList<>();
        List<Duration> typing = new ArrayList<>();
        Validator typed = new Validator();
        for (int run = 0; run < request.runs(); run++) {
            reporter.checkCancelled();
            SourceText changed = text(request.components(), run + 1);
            long start = System.nanoTime();
            ReadResult after = new CompositionReader().read(List.of(changed));
            reading.add(Duration.ofNanos(System.nanoTime() - start));
            whole.add(time(new Validator(), changed, after, known));
            typing.add(time(typed, changed, after, known));
        }
        // The first one of them knew no state before.
        List<Duration> stateKnown = typing.size() > 1 ? typing.subList(1, typing.size()) : typing;
        return new Result(
                request.components(),
                findings,
                first,
                new Timings(reading),
                new Timings(whole),
                new Timings(stateKnown));
    }

    private static Duration time(Validator validator, SourceText text, ReadResult read, SystemFacts known) {
        long begun = System.nanoTime();
        validate(validator, text, read, known);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static int validate(Validator validator, SourceText text, ReadResult read, SystemFacts known) {
        return validator
                .validate(List.of(text), read, known, Profile.RESTRICTED)
                .findings()
                .size();
    }

    /// A large system.
    ///
    /// @param state changes one value in the middle: `COUNT=` of the service of that number, or the like
    public static SourceText text(int components, int state) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < components; i++) {
            int value = i == components / 2 ? 1000 + state : i;
            text.append(SERVICES.get(i % SERVICES.size()).formatted(i, value));
        }
        text.append("files:\n");
        for (int i = 0; i < components; i += SERVICES.size()) {
            text.append("  - {path: etc/pages-%d/index.html, contents: hello, mode: \"0644\"}\n".formatted(i));
        }
        return new SourceText("bench.yml", text.toString());
    }
}
