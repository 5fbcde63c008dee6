package dev.lamina.assembler.registry;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;

/// Gets blobs as a program of ten lines would: what a pull is measured by. Does not log in.
public final class PlainGet implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final Endpoint endpoint;

    public PlainGet(Registries registries, ImageRef ref) throws IOException {
        try {
            this.endpoint = registries.endpoint(RegistryName.of(ref));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /// Copies all of a blob.
    ///
    /// @return whether it is the one, when it was to be hashed
    public boolean get(Digest blob, boolean hash, OutputStream out) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint.at("blobs/" + blob)).build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new EnvironmentException(
                        endpoint.shown() + " answers a plain request with status " + answer.statusCode(),
                        "measure with a registry that wants no login");
            }
            try (InputStream in = answer.body()) {
                return copy(in, blob, hash, out);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static boolean copy(InputStream in, Digest blob, boolean hash, OutputStream out) throws IOException {
        MessageDigest sha256 = Hashing.sha256();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (hash) {
                sha256.update(buffer, 0, read);
            }
            out.write(buffer, 0, read);
        }
        return hash && Digest.of(sha256.digest()).equals(blob);
    }

    @Override
    public void close() {
        client.close();
    }
}
