package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.process.ProcessRunner.Result;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// That there are classes for other systems costs nothing and breaks nothing.
final class InitialisationTest {

    @Test
    void noClassLoadsNativeCodeByBeingThere() throws IOException {
        Result result = new ProcessRunner()
                .run(
                        new CommandLine(List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                // JNA itself cannot be loaded: whoever tries fails.
                                "-Djna.nosys=true",
                                "-Djna.noclasspath=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EveryClass.class.getName())),
                        Duration.ofMinutes(1));

        assertThat(result).isEqualTo(new Result(0, "no native code\n"));
    }

    /// Initialises all classes of the package, but for holders, which are there to be late.
    static final class EveryClass {
        private EveryClass() {}

        static void main() throws Exception {
            for (String name : names()) {
                Class.forName(name, true, EveryClass.class.getClassLoader());
            }
            System.out.print("no native code\n");
        }

        private static List<String> names() throws IOException, URISyntaxException {
            URL one = Objects.requireNonNull(NamedPipe.class.getResource("NamedPipe.class"));
            try (Stream<Path> files = Files.list(Path.of(one.toURI()).getParent())) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.contains("Holder"))
                        .map(name -> NamedPipe.class.getPackageName() + "." + name.replace(".class", ""))
                        .toList();
            }
        }
    }
}
