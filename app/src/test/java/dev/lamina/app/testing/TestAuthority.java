package dev.lamina.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// An authority of the test's own, and a certificate that it gave to 127.0.0.1. Made anew each time.
///
/// @param authority its certificate; this and the other files are PEM
public record TestAuthority(Path authority, Path certificate, Path key) {
    private static final String SECRET = "only-a-test";

    public static TestAuthority in(Path folder) throws Exception {
        Path store = Files.createDirectories(folder).resolve("keys.p12");
        keytool(store, "-genkeypair", "-alias", "ca", "-dname", "CN=Authority of a test", "-ext", "bc:c");
        keytool(
                store,
                "-genkeypair",
                "-alias",
                "server",
                "-dname",
                "CN=registry",
                "-signer",
                "ca",
                "-ext",
                "san=ip:127.0.0.1");
        Path authority = folder.resolve("ca.pem");
        Path certificate = folder.resolve("server.pem");
        export(store, "ca", authority);
        export(store, "server", certificate);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, SECRET.toCharArray());
        }
        byte[] key = keys.getKey("server", SECRET.toCharArray()).getEncoded();
        Path keyFile = Files.writeString(folder.resolve("server.key"), pem("PRIVATE KEY", key));
        return new TestAuthority(authority, certificate, keyFile);
    }

    private static String pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static void export(Path store, String alias, Path file) throws Exception {
        run(List.of("-exportcert", "-rfc", "-alias", alias, "-file", file.toString()), store);
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
        run(all, store);
    }

    private static void run(List<String> arguments, Path store) throws Exception {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        all.addAll(arguments);
        all.addAll(List.of("-keystore", store.toString(), "-storepass", SECRET));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
