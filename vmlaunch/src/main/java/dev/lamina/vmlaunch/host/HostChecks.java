package dev.lamina.vmlaunch.host;

import dev.lamina.model.BootMedia;
import dev.lamina.model.memory.MemoryForecast;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.PortBusyException;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.PublishedPort.Protocol;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Finds out before the start what would make it fail, because hypervisors' own messages come late and read badly.
public final class HostChecks {
    private static final Path ROOT = Path.of("/");

    private HostChecks() {}

    /// @throws InputException a file of the machine cannot be read
    /// @throws EnvironmentException memory or a port is missing
    public static void check(VmSpec spec) {
        files(spec);
        memory(spec);
        ports(spec.ports());
    }

    private static void files(VmSpec spec) {
        switch (spec.media()) {
            case BootMedia.KernelInitrd media -> {
                readable(media.kernel(), "kernel");
                media.initrd().ifPresent(initrd -> readable(initrd, "initrd"));
            }
            case BootMedia.KernelRoot media -> {
                readable(media.kernel(), "kernel");
                readable(media.root(), "root file system");
            }
            case BootMedia.DiskImage media -> readable(media.file(), "disk");
            case BootMedia.Cd media -> readable(media.file(), "CD image");
        }
        spec.disks().stream().map(Disk::file).forEach(file -> readable(file, "disk"));
        spec.equipment().cds().forEach(file -> readable(file, "CD image"));
    }

    private static void readable(Path file, String what) {
        if (!Files.exists(file)) {
            throw new InputException("there is no " + what + " " + file, null);
        }
        if (Files.isDirectory(file)) {
            throw new InputException("the " + what + " " + file + " is a folder", "name a file");
        }
        if (!Files.isReadable(file)) {
            throw new InputException("the " + what + " " + file + " cannot be read", "check its permissions");
        }
    }

    private static void memory(VmSpec spec) {
        long neededMib = neededBytes(spec.media()) / VmSpec.MIB;
        if (spec.memoryMib() < neededMib) {
            throw NotEnoughMemoryException.inGuest(spec.memoryMib(), neededMib);
        }
        OptionalLong available = new HostMemory(ROOT).available();
        if (available.isPresent() && available.getAsLong() / VmSpec.MIB < spec.memoryMib()) {
            throw NotEnoughMemoryException.onHost(spec.memoryMib(), available.getAsLong() / VmSpec.MIB);
        }
    }

    private static long neededBytes(BootMedia media) {
        return switch (media) {
            case BootMedia.KernelInitrd direct ->
                direct.initrd()
                        .map(initrd -> MemoryForecast.surely(size(initrd)))
                        .orElse(VmSpec.MIB);
            case BootMedia.KernelRoot direct -> VmSpec.MIB;
            case BootMedia.DiskImage disk -> VmSpec.MIB;
            case BootMedia.Cd cd -> VmSpec.MIB;
        };
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e.getMessage(), null, e);
        }
    }

    static void ports(List<PublishedPort> ports) {
        Set<String> seen = new HashSet<>();
        for (PublishedPort port : ports) {
            if (!seen.add(port.hostAddress() + port.protocol() + port.hostPort())) {
                throw PortBusyException.twice(port);
            }
            bind(port);
        }
    }

    private static void bind(PublishedPort port) {
        try {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getByName(port.hostAddress()), port.hostPort());
            if (port.protocol() == Protocol.TCP) {
                bindTcp(address);
            } else {
                bindUdp(address);
            }
        } catch (BindException e) {
            throw isTaken(e)
                    ? PortBusyException.taken(port)
                    : PortBusyException.refused(port, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw PortBusyException.refused(port, String.valueOf(e.getMessage()));
        }
    }

    private static void bindTcp(InetSocketAddress address) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address, 1);
        }
    }

    private static void bindUdp(InetSocketAddress address) throws SocketException {
        try (DatagramSocket socket = new DatagramSocket(null)) {
            socket.bind(address);
        }
    }

    private static boolean isTaken(BindException e) {
        return String.valueOf(e.getMessage()).contains("in use");
    }
}
