package dev.lamina.model.known;

import java.util.List;

/// What a common image needs, from its own documentation.
///
/// @param summary what it is, e.g. `a web server and proxy`
/// @param repositories where it is had from, e.g. `docker.io/library/nginx`
/// @param command what it starts when nobody says otherwise
/// @param notes what no rule looks at, with the numbers of the sources in brackets
public record KnownImage(
        String name,
        String summary,
        List<String> repositories,
        List<String> command,
        List<Claim> claims,
        List<String> notes,
        List<Source> sources) {

    public KnownImage {
        repositories = List.copyOf(repositories);
        command = List.copyOf(command);
        claims = List.copyOf(claims);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /// A page or file that was read.
    public record Source(int number, String url) {}
}
