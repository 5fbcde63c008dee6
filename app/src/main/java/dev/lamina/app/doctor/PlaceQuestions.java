package dev.lamina.app.doctor;

import dev.lamina.app.doctor.Instruments.Machines;
import dev.lamina.model.problem.EnvironmentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a machine takes of this computer beside its processor: sockets, ports; and the machines that are there.
final class PlaceQuestions implements Question.Family {
    /// What the examples and the templates publish.
    private static final List<Integer> USUAL = List.of(2222, 8080, 8443, 6379);

    private final Computer computer;

    PlaceQuestions(Computer computer) {
        this.computer = computer;
    }

    @Override
    public List<Question> questions() {
        return List.of(
                Question.of(
                                Group.RUNNING,
                                "sockets",
                                "Folder for sockets",
                                "Lamina and a machine talk through sockets, whose paths must be short.",
                                this::sockets)
                        .needed(),
                Question.of(
                        Group.RUNNING,
                        "ports",
                        "Ports",
                        "A service of a system is reached at a port of this computer (--publish 8080:80).",
                        this::ports),
                Question.of(
                        Group.RUNNING, "machines", "Machines", "Machines take memory until they end.", this::machines));
    }

    private Finding sockets() throws IOException {
        try {
            return Finding.ok(computer.instruments().sockets().toString());
        } catch (EnvironmentException e) {
            return Finding.missing(
                    String.valueOf(e.getMessage()), e.hint().map(Cure::told).orElse(Cure.text("Make /tmp writable.")));
        }
    }

    private Finding ports() {
        List<Integer> taken =
                USUAL.stream().filter(computer.instruments()::taken).toList();
        if (taken.isEmpty()) {
            return Finding.ok("the usual ones are free: " + list(USUAL));
        }
        String found = taken.stream().map(this::named).collect(Collectors.joining(", "));
        return Finding.limited(
                found,
                Cure.text("End that program, or publish another port, such as --publish " + free(taken.getFirst())
                        + ":80."));
    }

    private String named(int port) {
        return port + " is taken"
                + computer.instruments()
                        .owner(port)
                        .map(owner -> " by " + owner)
                        .orElse("");
    }

    private int free(int port) {
        return IntStream.range(port + 1, port + 100)
                .filter(other -> !computer.instruments().taken(other))
                .findFirst()
                .orElse(port + 10000);
    }

    private static String list(List<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private Finding machines() throws IOException {
        Machines machines = computer.instruments().machines();
        List<String> parts = new ArrayList<>();
        if (!machines.running().isEmpty()) {
            parts.add(
                    String.join(", ", machines.running()) + (machines.running().size() == 1 ? " runs" : " run"));
        }
        if (machines.dead().isEmpty()) {
            return Finding.ok(parts.isEmpty() ? "none runs" : parts.getFirst());
        }
        parts.add(String.join(", ", machines.dead()) + " ended in the background without a word");
        Optional<Cure> cure = Optional.of(Cure.command("lamina ps").saying("To clear up after it:"));
        return new Finding(Outcome.LIMITED, String.join("; ", parts), List.of(), cure);
    }
}
