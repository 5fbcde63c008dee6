package dev.lamina.app;

import dev.lamina.app.doctor.Computer;
import dev.lamina.app.doctor.Doctor;
import dev.lamina.app.doctor.Doctor.Server;
import dev.lamina.app.operation.ComputerInstruments;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Home;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.packages.debian.DebianAccess;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.qemu.QemuSettings;
import dev.lamina.vmlaunch.qemu.QemuSurvey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// The part of [Wiring] that tells the doctor which computer this is.
///
/// @param hypervisors in the order in which they are taken
record DoctorWiring(
        Environment environment, Home home, List<Hypervisor> hypervisors, QemuSettings qemu, DebianAccess debian) {
    private static final Server REGISTRY =
            new Server("registry", "Registry of images", URI.create("https://registry-1.docker.io/v2/"));

    Doctor doctor() {
        HostSystem system = HostSystem.current(environment.variables());
        Http http = new Http(debian.http());
        return new Doctor(
                new Computer(
                        Path.of("/"),
                        system,
                        version(system),
                        System.getProperty("user.name", ""),
                        new Computer.Folders(home.cache(), home.data(), home.images()),
                        new Computer.Java(
                                Runtime.version().toString(),
                                Runtime.getRuntime().maxMemory(),
                                Runtime.getRuntime().availableProcessors()),
                        new ComputerInstruments(system, home, hypervisors, new QemuSurvey(qemu), http),
                        ZoneId.systemDefault()),
                this::servers);
    }

    /// Windows 11 calls itself version 10.0, too; its name says more.
    private static String version(HostSystem system) {
        String version = System.getProperty("os.version", "");
        return system.isWindows()
                ? System.getProperty("os.name", "").replace("Windows ", "") + " (" + version + ")"
                : version;
    }

    private List<Server> servers() {
        Stream<Server> mirror = debian.mirrors().get().at(Instant.EPOCH).stream()
                .limit(1)
                .map(root -> new Server("packages", "Mirror of packages", root.resolve("dists/")));
        return Stream.concat(Stream.of(REGISTRY), mirror).toList();
    }
}
