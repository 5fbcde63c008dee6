package dev.lamina.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What a service waits for before it is started: one word of the annotation `dev.lamina.after`, whose words are
/// separated by commas or blanks. The guest's `conditions.sh` looks whether it holds.
public sealed interface StartCondition {
    String ANNOTATION = "dev.lamina.after";

    /// What the words can be, for hints.
    String FORMS = "the name of a service, network, port:NUMBER, tcp:HOST:NUMBER, file:/PATH, within:SECONDS";

    /// Another service runs, or has ended with 0. Written as its name, or as `service:NAME`.
    record Service(String name) implements StartCondition {}

    /// The system has a default route, and so an address: `network`.
    record Network() implements StartCondition {}

    /// A program listens on this TCP port of the system: `port:6379`.
    record Port(int number) implements StartCondition {}

    /// A TCP connection can be made: `tcp:db.example:5432`.
    record Connection(String host, int port) implements StartCondition {}

    /// A file or directory of the system exists: `file:/run/db.sock`.
    record Existing(String path) implements StartCondition {}

    /// Not a condition but the time after which the service is started without the others: `within:30`.
    record Within(int seconds) implements StartCondition {}

    static List<String> words(String text) {
        return Arrays.stream(text.split("[, ]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Empty when the word has none of the forms.
    static Optional<StartCondition> parse(String word) {
        int colon = word.indexOf(':');
        String form = colon < 0 ? "" : word.substring(0, colon);
        String value = word.substring(colon + 1);
        return switch (form) {
            case "" -> word.equals("network") ? Optional.of(new Network()) : service(value);
            case "service" -> service(value);
            case "port" ->
                whole(value, 65535).stream().<StartCondition>mapToObj(Port::new).findFirst();
            case "tcp" -> connection(value);
            case "file" -> matching(Words.PATH, value).map(Existing::new);
            case "within" ->
                whole(value, 86400).stream()
                        .<StartCondition>mapToObj(Within::new)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<StartCondition> service(String name) {
        return matching(Words.NAME, name).map(Service::new);
    }

    private static Optional<StartCondition> connection(String value) {
        int colon = value.lastIndexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        OptionalInt port = whole(value.substring(colon + 1), 65535);
        return port.isEmpty()
                ? Optional.empty()
                : matching(Words.HOST, value.substring(0, colon)).map(host -> new Connection(host, port.getAsInt()));
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return Optional.of(text).filter(pattern.asMatchPredicate());
    }

    /// 1 to `most`.
    private static OptionalInt whole(String text, int most) {
        if (!Words.NUMBER.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(text);
        return number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
