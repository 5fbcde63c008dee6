package dev.lamina.assembler.testing;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A small Debian: packages whose content is their name and version, an index of them, a signed release.
public final class TestArchive {
    public static final String RELEASE = "dists/trixie/InRelease";
    public static final String PACKAGES = "dists/trixie/main/binary-amd64/Packages.xz";

    private final Map<String, PackagePin> pins = new TreeMap<>();
    private final StringBuilder index = new StringBuilder();
    private String head = "Suite: stable\nCodename: trixie\n";
    private String date = "Sat, 21 Nov 2026 09:15:44 UTC";

    /// A package in the pool and in the index.
    ///
    /// @param depends as the index has it
    /// @param followed those of `depends` that count
    public TestArchive add(String name, String version, String depends, String... followed) {
        byte[] content = content(name, version);
        String path = "pool/main/x/" + name + "_" + version.replaceFirst(".*:", "") + "_amd64.deb";
        Digest digest = Hashing.digest(content);
        pins.put(name, new PackagePin(name, version, Arch.AMD64, content.length, digest, path, List.of(followed)));
        index.append("Package: ").append(name).append("\nVersion: ").append(version);
        index.append("\nArchitecture: amd64\nDescription: x\n y\nFilename: ").append(path);
        index.append("\nSize: ").append(content.length).append("\nSHA256: ").append(digest.hex());
        index.append(depends.isEmpty() ? "" : "\nDepends: " + depends).append("\n\n");
        return this;
    }

    /// A package by hand.
    public TestArchive paragraph(String text) {
        index.append(text).append("\n\n");
        return this;
    }

    public static byte[] content(String name, String version) {
        return (name + " " + version + "\n").repeat(1000).getBytes(StandardCharsets.UTF_8);
    }

    public TestArchive dated(String text) {
        date = text;
        return this;
    }

    public TestArchive field(String line) {
        head += line + "\n";
        return this;
    }

    public TestArchive named(String codename) {
        head = "Suite: stable\nCodename: " + codename + "\n";
        return this;
    }

    public PackagePin pin(String name) {
        PackagePin pin = pins.get(name);
        if (pin == null) {
            throw new IllegalArgumentException(name);
        }
        return pin;
    }

    public List<PackagePin> pins() {
        return List.copyOf(pins.values());
    }

    public String release() throws IOException {
        byte[] plain = index.toString().getBytes(StandardCharsets.UTF_8);
        return head + "Date: " + date + "\nMD5Sum:\n 00112233445566778899aabbccddeeff 1 main/binary-amd64/Packages.xz\n"
                + "SHA256:\n" + listed(plain, "main/binary-amd64/Packages")
                + listed(packages(), "main/binary-amd64/Packages.xz");
    }

    private static String listed(byte[] content, String name) {
        return " %s %8d %s\n".formatted(Hashing.digest(content).hex(), content.length, name);
    }

    public byte[] packages() throws IOException {
        return TestDeb.compressed(index.toString().getBytes(StandardCharsets.UTF_8), ".xz");
    }

    /// Puts the pool on a mirror.
    public TestArchive pool(TestMirror mirror) {
        pins.values().forEach(pin -> mirror.file(pin.path(), content(pin.name(), pin.version())));
        return this;
    }

    /// Puts the index on a mirror, with a signature by each key.
    public TestArchive index(TestMirror mirror, TestKey... keys) throws IOException {
        mirror.file(RELEASE, TestKey.signed(release(), keys));
        mirror.file(PACKAGES, packages());
        return this;
    }
}
