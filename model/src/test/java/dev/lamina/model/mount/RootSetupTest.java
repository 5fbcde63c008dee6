package dev.lamina.model.mount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// What is said of Lamina's init is what its files say.
final class RootSetupTest {
    private static final Path INIT =
            Conformance.checkout().resolve("assembler/src/main/resources/catalogue/components/init");

    @Test
    void mountsAreThoseOfTheTablesOfTheInit() throws IOException {
        List<RootMount> tables = Stream.concat(table("mounts.base").stream(), table("mounts.more").stream())
                .toList();

        // The first one is /proc, which the script mounts to read the rest.
        assertThat(RootMounts.LAMINA.stream().skip(1).map(RootSetupTest::plain))
                .containsExactlyInAnyOrderElementsOf(
                        tables.stream().map(RootSetupTest::plain).toList());
    }

    private static List<RootMount> table(String name) throws IOException {
        return Files.readAllLines(INIT.resolve("root/usr/lib/lamina/" + name)).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\s+"))
                .map(fields -> RootMount.of(fields[1], fields[2], fields[0], fields[3]))
                .toList();
    }

    private static RootMount plain(RootMount mount) {
        return new RootMount(mount.target(), mount.type(), mount.source(), mount.options(), false);
    }

    @Test
    void directoriesInMemoryAreThoseThatTheScriptMakes() throws IOException {
        String script = Files.readString(INIT.resolve("root/bin/rc.init"));

        assertThat(RootSetup.of(InitKind.LAMINA).made().stream()
                        .filter(path -> path.startsWith("/var/") || path.startsWith("/run/"))
                        .filter(path -> !path.endsWith("/resolv.conf")))
                .allSatisfy(path -> assertThat(script).contains(path));
    }

    @Test
    void directoriesOfTheRootAreThoseOfTheDescription() throws IOException {
        Map<?, ?> component = new Yaml().load(Files.readString(INIT.resolve("component.yml")));
        Map<?, ?> directories = (Map<?, ?>) Objects.requireNonNull(component.get("directories"));

        assertThat(directories.keySet().stream().map(String::valueOf))
                .allSatisfy(path ->
                        assertThat(RootFiles.knownDirectories(InitKind.LAMINA)).contains(path));
        assertThat(RootFiles.knownDirectories(InitKind.LAMINA).stream()
                        .filter(path -> path.startsWith("/root") || path.startsWith("/mnt")))
                .allSatisfy(path -> assertThat(directories.keySet().stream().map(String::valueOf))
                        .contains(path));
    }
}
