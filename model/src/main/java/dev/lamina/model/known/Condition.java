package dev.lamina.model.known;

import java.util.Arrays;
import java.util.List;

/// When a [Claim] is true of a container. Empty lists and texts ask for nothing.
///
/// @param programs one of which has to be in the command
/// @param root whether it has to run as uid 0
/// @param tags one of which the tag has to begin with, or to have among its words
/// @param variable that must not be set
/// @param arguments with which no word of the command may begin
/// @param other with which no word may begin but those that it starts with anyway
/// @param free paths at, above and below which nothing may be mounted, as the configuration is read there
/// @param port that has to need a privilege; 0 for none
public record Condition(
        List<String> programs,
        boolean root,
        List<String> tags,
        String variable,
        List<String> arguments,
        String other,
        List<String> free,
        int port) {
    static final Condition ALWAYS = new Condition(List.of(), false, List.of(), "", List.of(), "", List.of(), 0);

    public Condition {
        programs = List.copyOf(programs);
        tags = List.copyOf(tags);
        arguments = List.copyOf(arguments);
        free = List.copyOf(free);
    }

    Condition with(String word) {
        String[] parts = word.split("=", 2);
        String value = parts.length == 2 ? parts[1] : "";
        List<String> values = Arrays.asList(value.split(","));
        return switch (parts[0]) {
            case "by" -> new Condition(values, root, tags, variable, arguments, other, free, port);
            case "root" -> new Condition(programs, true, tags, variable, arguments, other, free, port);
            case "tag" -> new Condition(programs, root, values, variable, arguments, other, free, port);
            case "noenv" -> new Condition(programs, root, tags, value, arguments, other, free, port);
            case "noarg" -> new Condition(programs, root, tags, variable, values, other, free, port);
            case "otherarg" -> new Condition(programs, root, tags, variable, arguments, value, free, port);
            case "nomount" -> new Condition(programs, root, tags, variable, arguments, other, values, port);
            case "below" ->
                new Condition(programs, root, tags, variable, arguments, other, free, Integer.parseInt(value));
            default -> throw new IllegalArgumentException("unknown condition: " + word);
        };
    }
}
