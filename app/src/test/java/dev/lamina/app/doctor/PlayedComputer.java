package dev.lamina.app.doctor;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A computer in a folder of a test. As it is made it is a desktop with a Debian, where Anna works.
public final class PlayedComputer {
    private final Path root;
    private final Map<String, String> variables = new HashMap<>();
    private final PlayedInstruments instruments = new PlayedInstruments();
    private Os os = Os.LINUX;
    private Arch arch = Arch.AMD64;
    private String version = "6.12.57";
    private String user = "anna";
    private Computer.Java java = new Computer.Java("25.0.1", 256L << 20, 8);

    public PlayedComputer(Path root) {
        this.root = root;
        variables.put("DISPLAY", ":0");
        has("etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\nID=debian\n");
        has("proc/cpuinfo", "processor : 0\nflags\t\t: fpu vme vmx sse2\n");
        has("etc/group", "root:x:0:\nkvm:x:108:anna,ben\n");
        has("proc/self/status", "Name:\tjava\nGroups:\t27 108 1000 \n");
        has("dev/kvm", "");
        for (String library : List.of("libgtk-3.so.0", "libGL.so.1", "libXtst.so.6", "libXxf86vm.so.1")) {
            has("usr/lib/x86_64-linux-gnu/" + library, "");
        }
    }

    PlayedComputer has(String file, String content) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PlayedComputer lacks(String file) {
        try {
            Files.delete(root.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PlayedComputer runs(Os system, Arch processor, String ofVersion) {
        os = system;
        arch = processor;
        version = ofVersion;
        return this;
    }

    PlayedComputer variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    PlayedComputer user(String name) {
        user = name;
        return this;
    }

    PlayedComputer java(Computer.Java of) {
        java = of;
        return this;
    }

    PlayedInstruments instruments() {
        return instruments;
    }

    Computer computer() {
        Path home = Path.of("/home/anna");
        return new Computer(
                root,
                new HostSystem(os, arch, variables),
                version,
                user,
                new Computer.Folders(
                        home.resolve(".cache/lamina"),
                        home.resolve(".local/share/lamina"),
                        home.resolve(".cache/lamina/images")),
                java,
                instruments,
                ZoneOffset.UTC);
    }

    public Doctor doctor() {
        return new Doctor(
                computer(),
                () -> List.of(new Doctor.Server("registry", "Registry", URI.create("https://registry.example/v2/"))));
    }

    public Diagnosis diagnosis() {
        return diagnosis(Doctor.Wish.LOOK);
    }

    Diagnosis diagnosis(Doctor.Wish wish) {
        try {
            return doctor().examine(wish);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Check check(String id) {
        return diagnosis().checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
