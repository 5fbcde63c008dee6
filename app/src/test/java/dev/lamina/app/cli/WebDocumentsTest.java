package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Compositions that lie on a web server.
class WebDocumentsTest {
    private static final int HUGE = 17 << 20;

    private static final Map<String, byte[]> PAGES = Map.of(
            "/a/web.yml", "init: [alpine]\n".getBytes(StandardCharsets.UTF_8),
            "/a/web.yml?v=2", "init: [busybox]\n".getBytes(StandardCharsets.UTF_8),
            "/pkg.yml", "init: ['@pkg:x']\n".getBytes(StandardCharsets.UTF_8),
            "/binary", new byte[] {(byte) 0xFF, (byte) 0xFE},
            "/huge", new byte[HUGE]);

    @TempDir
    Path folder = Path.of("");

    private final HttpServer server = unbound();
    private String root = "";

    private static HttpServer unbound() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", WebDocumentsTest::answer);
        server.start();
        root = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            if (path.equals("/moved")) {
                exchange.getResponseHeaders().set("Location", "/a/web.yml");
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            byte[] page = PAGES.get(path);
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private CliRun dryRun(String... documents) {
        String[] command = new String[documents.length + 2];
        command[0] = "build";
        command[1] = "--dry-run";
        System.arraycopy(documents, 0, command, 2, documents.length);
        return CliRun.in(folder, command);
    }

    @Test
    void documentsAreFetchedAndMergedWithLocalOnes() throws IOException {
        Files.writeString(folder.resolve("local.yml"), "init: [local]\n");

        assertThat(dryRun("local.yml", root + "/a/web.yml", root + "/a/web.yml?v=2", root + "/moved"))
                .isEqualTo(new CliRun(0, """
                    init:
                      - docker.io/library/local
                      - docker.io/library/alpine
                      - docker.io/library/busybox
                      - docker.io/library/alpine
                    """, ""));
    }

    @Test
    void filesOfABuildAreNamedAfterThePage() throws IOException {
        CliRun plan = CliRun.in(folder, "plan", "--offline", "--format", "tar", root + "/a/web.yml?v=2");

        assertThat(plan.out()).contains("image  docker.io/library/busybox");
        CliRun build = CliRun.in(folder, "build", "--offline", root + "/a/web.yml?v=2");
        assertThat(build.err()).startsWith(root + "/a/web.yml?v=2:1:8: ");
    }

    @Test
    void anEndlessDocumentIsRefused() {
        CliRun refused =
                new CliRun(1, "", "lamina: <stdin> is too large to be a composition\nhint: give a YAML file\n");

        assertThat(CliRun.withInput(folder, "# x\n".repeat(HUGE / 4), "build", "--dry-run", "-"))
                .isEqualTo(refused);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only there is an endless file")
    void aDeviceIsReadToAnEndAsWell() {
        assertThat(dryRun("/dev/zero").err())
                .isEqualTo("lamina: /dev/zero is too large to be a composition\nhint: give a YAML file\n");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertThat(dryRun(root + "/missing.yml"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: cannot read " + root + "/missing.yml: " + root
                                + "/ has no missing.yml\nhint: check the address\n"));
        assertThat(dryRun(root + "/binary").err())
                .isEqualTo("lamina: " + root + "/binary is not a text in UTF-8\n" + "hint: give a YAML file\n");
        assertThat(dryRun(root + "/huge").err())
                .isEqualTo("lamina: cannot read " + root + "/huge: " + root + "/ sends far too much\n"
                        + "hint: check the address\n");
        assertThat(dryRun("http://a b/").err()).startsWith("lamina: http://a b/ is not an address of the web\n");
        assertThat(dryRun("http:///x.yml").err()).startsWith("lamina: http:///x.yml is not an address of the web\n");
    }

    @Test
    void aServerThatIsNotThereIsNoFaultOfTheInput() {
        server.stop(0);

        CliRun run = dryRun(root + "/a/web.yml");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("lamina: cannot read " + root + "/a/web.yml: " + root + "/ cannot be reached\n"
                        + "hint: check the network and the proxy, or give a file\n");
    }

    @Test
    void packagesCannotBeNamedFromTheWeb() {
        assertThat(dryRun(root + "/pkg.yml").err())
                .isEqualTo(
                        root + "/pkg.yml:1:8: the image \"@pkg:x\" in init is that of a package, but the document does"
                                + " not lie in a folder\n"
                                + "hint: save it to a file beside the packages, or name a built image\n");
    }
}
