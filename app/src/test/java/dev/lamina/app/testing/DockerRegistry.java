package dev.lamina.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Assumptions;

/// Debian's `docker-registry` on the loopback address, with its images in a folder of the test.
public final class DockerRegistry implements AutoCloseable {
    public static final String USER = "ann";
    public static final String PASSWORD = "walrus-47";

    /// [#USER] and [#PASSWORD], as `htpasswd -B` writes them.
    private static final String HTPASSWD = "ann:$2y$05$KBCwKxOzLha2MUDgW0PjXerTHYCR4u9oo92qrF.DH4lu8H8UPTQhW\n";

    private final Process process;
    private final int port;

    private DockerRegistry(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static DockerRegistry open(Path folder) throws IOException {
        return start(folder, "", "");
    }

    /// Lets in who knows [#PASSWORD].
    public static DockerRegistry guarded(Path folder) throws IOException {
        Path passwords = Files.writeString(Files.createDirectories(folder).resolve("htpasswd"), HTPASSWD);
        return start(folder, "", "auth: {htpasswd: {realm: tests, path: " + passwords + "}}\n");
    }

    /// Encrypts, with a certificate that is signed by that of [TestAuthority].
    public static DockerRegistry encrypted(Path folder, TestAuthority authority) throws IOException {
        return start(folder, ", tls: {certificate: " + authority.certificate() + ", key: " + authority.key() + "}", "");
    }

    private static DockerRegistry start(Path folder, String http, String more) throws IOException {
        need();
        int port = freePort();
        Path config = Files.createDirectories(folder).resolve("config.yml");
        Files.writeString(config, """
                version: 0.1
                storage: {filesystem: {rootdirectory: %s}, delete: {enabled: true}}
                http: {addr: "127.0.0.1:%d"%s}
                """.formatted(folder.resolve("data"), port, http) + more);
        Process process = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        awaitReady(process);
        return new DockerRegistry(process, port);
    }

    private static void need() {
        boolean found = Files.isExecutable(Path.of("/usr/bin/docker-registry"));
        boolean wanted = "true".equals(System.getenv("CI")) && Files.exists(Path.of("/etc/debian_version"));
        if (!found && wanted) {
            throw new AssertionError("docker-registry is missing; ./verify installs it");
        }
        Assumptions.assumeTrue(found, "docker-registry is not installed");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// It says so; then somebody reads what else it says.
    private static void awaitReady(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); ; line = said.readLine()) {
            assertThat(line).as("docker-registry: " + all).isNotNull();
            all.append(line).append('\n');
            if (line.contains("listening on")) {
                break;
            }
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(line -> {}));
    }

    /// Host and port.
    public String address() {
        return "127.0.0.1:" + port;
    }

    /// A file as `docker login` writes it.
    public String login() {
        String pair = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return "{\"auths\":{\"" + address() + "\":{\"auth\":\"" + pair + "\"}}}";
    }

    @Override
    public void close() {
        process.destroy();
    }
}
