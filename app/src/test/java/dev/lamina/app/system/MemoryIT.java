package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.oci.ImageManifest;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.LayerWriter;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A build of an image that is larger than the memory that the launcher allows.
final class MemoryIT {
    private static final long LAYER = 2L << 30;
    private static final int FILES = 8;
    private static final long MAX_RESIDENT_KB = 400 * 1000;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    @TempDir
    Path folder;

    @Test
    void aLayerOfTwoGigabytesIsBuiltWith256MegabytesOfHeap() throws Exception {
        putImage();
        Files.writeString(folder.resolve("big.yml"), "init: [big]\n");

        Process lamina = new ProcessBuilder(command())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("told").toFile())
                .start();
        long peak = peakOf(lamina);

        assertThat(Files.readString(folder.resolve("told"))).startsWith("big-initrd.img  ");
        assertThat(lamina.exitValue()).isZero();
        assertThat(peak).isLessThan(MAX_RESIDENT_KB);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classPath(), "dev.lamina.app.Main"));
        command.addAll(List.of("build", "-q", "--compression", "fast", "--cache", "images", "big.yml"));
        return command;
    }

    private static String classPath() {
        List<String> paths = new ArrayList<>();
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            String value = System.getProperty(property, "");
            if (!value.isEmpty()) {
                paths.add(value);
            }
        }
        return String.join(System.getProperty("path.separator"), paths);
    }

    /// The largest size so far is what the kernel tells; where it tells nothing the answer is 0.
    private static long peakOf(Process process) throws Exception {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            try {
                Matcher found = PEAK.matcher(Files.readString(status));
                peak = found.find() ? Math.max(peak, Long.parseLong(found.group(1))) : peak;
            } catch (IOException e) {
                // it has just ended, or this is not Linux
            }
        }
        return peak;
    }

    private void putImage() throws IOException {
        ImageStore store = ImageStore.open(folder.resolve("images"));
        try (LayerWriter writer = store.newLayer(1)) {
            for (int i = 0; i < FILES; i++) {
                writer.accept(TreeEntry.file("file" + i, 0644, LAYER / FILES), new Repeated(i));
            }
            Layer layer = writer.finish();
            store.publish(
                    ImageRef.parse("big"),
                    Arch.ofJavaProperty(System.getProperty("os.arch")),
                    new ImageManifest(
                            new ImageConfig(List.of(), List.of(), List.of(), "", "", Map.of()), List.of(layer)));
        }
    }

    /// Endless text that compresses well.
    private static final class Repeated extends InputStream {
        private final byte[] pattern = new byte[1 << 16];

        Repeated(int seed) {
            byte[] line = new byte[4096];
            new Random(seed).nextBytes(line);
            byte[] text = java.util.HexFormat.of().formatHex(line).getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at < pattern.length; at += text.length) {
                System.arraycopy(text, 0, pattern, at, text.length);
            }
        }

        @Override
        public int read() {
            return pattern[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = Math.min(length, pattern.length);
            System.arraycopy(pattern, 0, bytes, offset, count);
            return count;
        }
    }
}
