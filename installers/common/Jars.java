import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes the folder of jars that an installation holds, from those that the build made: without what is for other
/// systems, with native libraries beside the jars instead of in them (Java would unpack them into the user's home at
/// the start), and not compressed, since the package is. The same jars in give the same bytes out.
///
/// `java Jars.java COMMANDS WINDOW OUT SYSTEM ARCH`: the folders of jars for the command line and for the window, the
/// new folder, and `linux`, `macos` or `windows` with `amd64` or `arm64`.
///
/// Adds `lamina.jar` and `studio.jar`, which hold nothing but the class path of the two programs.
final class Jars {
    private static final String MAIN = "dev.lamina.app.Main";

    /// Ours first: it is where most is looked for.
    private static final Comparator<Path> ORDER = Comparator.comparing(
                    (Path jar) -> !name(jar).startsWith("lamina-app"))
            .thenComparing(jar -> !name(jar).startsWith("lamina-"))
            .thenComparing(jar -> name(jar).startsWith("bc"))
            .thenComparing(Jars::name);

    private final Path out;
    private final Natives natives;

    private Jars(Path out, Natives natives) {
        this.out = out;
        this.natives = natives;
    }

    public static void main(String[] args) throws IOException {
        Jars jars = new Jars(Path.of(args[2]), new Natives(args[3], args[4]));
        Files.createDirectories(jars.out);
        List<Path> commands = jars.in(Path.of(args[0]));
        List<Path> window = jars.in(Path.of(args[1]));
        for (Path jar : commands) {
            jars.copy(jar);
        }
        for (Path jar : window) {
            jars.copy(jar);
        }
        jars.classPath("lamina.jar", commands);
        // Before the large jars, which are only there for signatures of packages.
        List<Path> all = new ArrayList<>(commands);
        all.addAll(window);
        all.sort(ORDER);
        jars.classPath("studio.jar", all);
    }

    /// Maven adds a jar without content for every one that there is for each system.
    private List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(".jar"))
                    .filter(file -> !isEmpty(file))
                    .sorted(ORDER)
                    .toList();
        }
    }

    private static boolean isEmpty(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .allMatch(entry -> entry.isDirectory() || entry.getName().equals(JarFile.MANIFEST_NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path jar) throws IOException {
        try (JarFile from = new JarFile(jar.toFile());
                ZipOutputStream to = create(name(jar))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = content(from, entry);
                switch (natives.of(entry.getName())) {
                    case NONE -> put(to, entry.getName(), content);
                    case OURS -> Files.write(out.resolve(Natives.file(entry.getName())), content);
                    case OTHER -> {}
                }
            }
        }
    }

    /// Packages that a jar seals keep Java from starting with a cache that was made elsewhere.
    private static byte[] content(JarFile jar, ZipEntry entry) throws IOException {
        byte[] content = read(jar, entry);
        if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
            return content;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return text.replaceAll("(?m)^Sealed: true\\R", "").getBytes(StandardCharsets.UTF_8);
    }

    private void classPath(String name, List<Path> jars) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, MAIN);
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        String.join(" ", jars.stream().map(Jars::name).toList()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        try (ZipOutputStream to = create(name)) {
            put(to, JarFile.MANIFEST_NAME, bytes.toByteArray());
        }
    }

    private ZipOutputStream create(String name) throws IOException {
        OutputStream file = Files.newOutputStream(out.resolve(name));
        ZipOutputStream to = new ZipOutputStream(file);
        to.setMethod(ZipOutputStream.STORED);
        return to;
    }

    private static void put(ZipOutputStream to, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
    }

    private static byte[] read(JarFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }

    private enum Kind {
        NONE,
        OURS,
        OTHER
    }

    /// Which entries of jars are native libraries, by the names that JavaFX, JNA and zstd-jni give them.
    private record Natives(String system, String arch) {
        Kind of(String entry) {
            if (!entry.matches(".*\\.(so|dll|dylib|jnilib|a)")) {
                return Kind.NONE;
            }
            // JavaFX has a jar per system.
            boolean ours = !entry.contains("/") || entry.startsWith(jna()) || entry.startsWith(zstd());
            return ours ? Kind.OURS : Kind.OTHER;
        }

        private String jna() {
            String cpu = arch.equals("arm64") ? "aarch64" : "x86-64";
            String name = switch (system) {
                case "macos" -> "darwin";
                case "windows" -> "win32";
                default -> system;
            };
            return "com/sun/jna/" + name + "-" + cpu + "/";
        }

        private String zstd() {
            boolean arm = arch.equals("arm64");
            return switch (system) {
                case "macos" -> "darwin/" + (arm ? "aarch64" : "x86_64") + "/";
                case "windows" -> "win/" + (arm ? "aarch64" : "amd64") + "/";
                default -> system + "/" + (arm ? "aarch64" : "amd64") + "/";
            };
        }

        /// macOS has two endings, and Java looks for one.
        static String file(String entry) {
            return entry.substring(entry.lastIndexOf('/') + 1).replace(".jnilib", ".dylib");
        }
    }
}
