package dev.lamina.assembler.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server answered. Close it.
///
/// @param server what was asked, for messages
public record Answer(URI server, int status, HttpHeaders headers, Body body) implements AutoCloseable {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18})-.*");

    static Answer of(URI server, HttpResponse<Body> response) {
        return new Answer(server, response.statusCode(), response.headers(), response.body());
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /// Of the body, when the server says so.
    public OptionalLong length() {
        String text = header("Content-Length").orElse("");
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /// Where in the file the body begins, when the server says so.
    public OptionalLong start() {
        Matcher matcher = CONTENT_RANGE.matcher(header("Content-Range").orElse(""));
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /// The next bytes of the body; an empty list at its end.
    public List<ByteBuffer> next() throws HttpFailure, InterruptedException {
        try {
            return body.next();
        } catch (IOException e) {
            throw HttpFailure.of(server, e);
        }
    }

    /// The whole body; empty when it has more than `maxBytes`.
    public Optional<byte[]> bytes(int maxBytes) throws HttpFailure, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (List<ByteBuffer> chunk = next(); !chunk.isEmpty(); chunk = next()) {
            for (ByteBuffer buffer : chunk) {
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.writeBytes(part);
            }
            if (bytes.size() > maxBytes) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.toByteArray());
    }

    @Override
    public void close() {
        body.close();
    }
}
