package dev.lamina.assembler.packages.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server answered, as far as downloads care. Close it.
record Answer(URI mirror, int status, OptionalLong length, OptionalLong start, Body body) implements AutoCloseable {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18})-.*");

    static Answer of(URI mirror, HttpResponse<Body> response) {
        return new Answer(
                mirror,
                response.statusCode(),
                length(response.headers().firstValue("Content-Length").orElse("")),
                start(response.headers().firstValue("Content-Range").orElse("")),
                response.body());
    }

    private static OptionalLong length(String text) {
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /// Where in the file the body begins, when the server says so.
    private static OptionalLong start(String contentRange) {
        Matcher matcher = CONTENT_RANGE.matcher(contentRange);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /// The next bytes of the body; an empty list at its end.
    List<ByteBuffer> next() throws MirrorException, InterruptedException {
        try {
            return body.next();
        } catch (IOException e) {
            throw Http.failure(mirror, e);
        }
    }

    MirrorException failure(MirrorProblem.Kind kind, String reason) {
        return new MirrorException(mirror, kind, reason);
    }

    @Override
    public void close() {
        body.close();
    }
}
