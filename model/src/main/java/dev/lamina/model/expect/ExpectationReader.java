package dev.lamina.model.expect;

import dev.lamina.model.expect.Expectation.Console;
import dev.lamina.model.expect.Expectation.Event;
import dev.lamina.model.expect.Expectation.Exec;
import dev.lamina.model.expect.Expectation.Explained;
import dev.lamina.model.expect.Expectation.Finding;
import dev.lamina.model.expect.Expectation.Gone;
import dev.lamina.model.expect.Expectation.Http;
import dev.lamina.model.expect.Expectation.Log;
import dev.lamina.model.expect.Expectation.Ready;
import dev.lamina.model.expect.Expectation.Service;
import dev.lamina.model.expect.Expectation.Tcp;
import dev.lamina.model.expect.Expectation.Value;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.yaml.StrictMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads expectations: a mapping for each, with one key that says of what kind it is.
public final class ExpectationReader {
    private static final List<String> OF_MACHINE =
            List.of("console", "ready", "service", "exec", "log", "http", "tcp", "event", "explained");
    private static final List<String> OF_DOCUMENT = List.of("finding", "gone", "container");

    /// A request goes to this computer alone, whoever wrote the file.
    private static final Pattern LOCAL = Pattern.compile("http://(?:127\\.0\\.0\\.1|localhost)(?::\\d{1,5})?/\\S*");

    private ExpectationReader() {}

    /// @param key of a list
    public static List<Expectation> read(StrictMapping mapping, String key) {
        return mapping.mappings(key).stream().map(ExpectationReader::read).toList();
    }

    private static Expectation read(StrictMapping mapping) {
        Expectation expectation = of(mapping);
        mapping.end();
        return expectation;
    }

    /// What one mapping expects. It may have more keys, which the caller asks for.
    static Expectation of(StrictMapping mapping) {
        return of(
                mapping,
                Stream.concat(OF_MACHINE.stream(), OF_DOCUMENT.stream()).toList());
    }

    /// The same where nothing is expected of a document: so advice does not speak of it.
    static Expectation ofMachine(StrictMapping mapping) {
        boolean document = OF_DOCUMENT.stream().anyMatch(mapping::has);
        return document ? of(mapping) : of(mapping, OF_MACHINE);
    }

    private static Expectation of(StrictMapping mapping, List<String> kinds) {
        String kind = kinds.stream()
                .filter(mapping::has)
                .findFirst()
                .orElseThrow(() -> mapping.wrong(
                        "", "nothing is expected here", Optional.of("give one of " + String.join(", ", kinds))));
        return of(kind, mapping);
    }

    private static Expectation of(String kind, StrictMapping mapping) {
        String subject = mapping.required(kind);
        return switch (kind) {
            case "console" -> new Console(subject);
            case "ready" -> ready(mapping);
            case "service" -> new Service(subject, state(mapping));
            case "exec" -> exec(subject, mapping);
            case "log" -> new Log(subject, mapping.required("contains"));
            case "http" -> http(subject, mapping);
            case "tcp" -> new Tcp(mapping.number(kind, 1, 65535).orElseThrow());
            case "event" -> new Event(subject, mapping.text("name"), mapping.text("code"), mapping.text("reason"));
            case "explained" -> new Explained(subject, mapping.text("of"));
            case "finding" -> new Finding(subject, mapping.text("of"));
            case "gone" -> new Gone(subject, mapping.text("of"));
            default -> new Value(subject, mapping.required("value"), wanted(mapping));
        };
    }

    private static Ready ready(StrictMapping mapping) {
        if (!mapping.truth("ready")) {
            throw mapping.wrong(
                    "ready", "a system is expected to be ready", Optional.of("write 'ready: true', or leave it out"));
        }
        return new Ready();
    }

    private static Service.State state(StrictMapping mapping) {
        String state = mapping.text("state").orElse("running");
        return switch (state) {
            case "running" -> Service.State.RUNNING;
            case "down" -> Service.State.DOWN;
            default ->
                throw mapping.wrong(
                        "state",
                        Texts.quote(state) + " is no state of a service",
                        Optional.of("known are running, down"));
        };
    }

    private static Exec exec(String command, StrictMapping mapping) {
        if (command.indexOf('\n') >= 0) {
            throw mapping.wrong("exec", "a command is one line", Optional.of("separate commands by \";\""));
        }
        return new Exec(command, mapping.text("in"), code(mapping), mapping.text("output"), mapping.text("contains"));
    }

    private static OptionalInt code(StrictMapping mapping) {
        OptionalInt code = mapping.number("code", 0, 255);
        boolean fails = mapping.truth("fails");
        if (fails && code.isPresent()) {
            throw mapping.wrong("code", "a command fails or ends with a code", Optional.of("leave out 'fails'"));
        }
        return fails || code.isPresent() ? code : OptionalInt.of(0);
    }

    private static Http http(String address, StrictMapping mapping) {
        if (!LOCAL.matcher(address).matches()) {
            throw mapping.wrong(
                    "http",
                    Texts.quote(address) + " is not on this computer",
                    Optional.of("write http://127.0.0.1:PORT/, with a port that is published"));
        }
        Optional<String> body = mapping.text("body");
        return new Http(
                address, mapping.number("status", 100, 599).orElse(200), body.or(() -> mapping.text("contains")));
    }

    private static Wanted wanted(StrictMapping mapping) {
        List<Wanted> all = new ArrayList<>();
        add(all, mapping, "is", Wanted.Is::new);
        add(all, mapping, "has", Wanted.Has::new);
        add(all, mapping, "lacks", Wanted.Lacks::new);
        if (mapping.truth("missing")) {
            all.add(new Wanted.Missing());
        }
        if (all.size() > 1) {
            throw mapping.wrong("value", "a value is expected to be one thing", Optional.of("write one line for each"));
        }
        return all.isEmpty() ? new Wanted.Given() : all.getFirst();
    }

    private static void add(List<Wanted> all, StrictMapping mapping, String key, Function<String, Wanted> maker) {
        mapping.text(key).map(maker).ifPresent(all::add);
    }
}
