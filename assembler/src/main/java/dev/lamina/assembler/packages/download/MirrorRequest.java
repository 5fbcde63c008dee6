package dev.lamina.assembler.packages.download;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpFailure;
import java.net.URI;
import java.net.http.HttpRequest;

/// Asks a mirror for a file.
final class MirrorRequest {
    private MirrorRequest() {}

    /// From byte `from` on; the server may send all of it nevertheless.
    static Answer get(Http http, URI mirror, String path, long from) throws HttpFailure, InterruptedException {
        HttpRequest.Builder request = Http.request(at(mirror, path));
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        return http.send(mirror, request.build());
    }

    private static URI at(URI mirror, String path) {
        String root = mirror.toString();
        return URI.create(root.endsWith("/") ? root + path : root + "/" + path);
    }
}
