package dev.lamina.app.cli;

import static java.util.Map.entry;

import dev.lamina.app.operation.ServeFolder.Served;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `lamina serve`.
@Command(
        name = "serve",
        header = "Serve a folder by HTTP, so that other computers boot what was built there.",
        description = {
            "Each build NAME of the folder also has a script NAME.ipxe for the boot loader iPXE, whose",
            "'chain http://THIS-COMPUTER:8080/NAME.ipxe' boots it. Everybody who reaches this computer can read",
            "the folder; hidden files and links are not served. Ctrl-C ends it."
        },
        footer = {
            "",
            "Examples:",
            "  lamina build --dir out web.yml && lamina serve out",
            "  lamina serve --port 127.0.0.1:9000 --directory out"
        })
final class ServeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The folder (default: that of --directory, or the current one).")
    @Nullable
    Path folder;

    @Option(names = "--directory", paramLabel = "DIR", description = "The same, as LinuxKit names it.")
    @Nullable
    Path directory;

    @Option(
            names = "--port",
            paramLabel = "[HOST:]PORT",
            defaultValue = ":8080",
            converter = OfAddress.class,
            description = "Where to listen (default: ${DEFAULT-VALUE}, at all addresses of this computer).")
    InetSocketAddress address = new InetSocketAddress(8080);

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path chosen = folder != null ? folder : directory != null ? directory : Path.of(".");
        try (Served served = session.operations().serveFolder().start(chosen, address, session.err())) {
            String at = "http://" + host() + ":" + served.port() + "/";
            session.print(() -> "serving " + chosen + " at " + at, () -> Map.of("address", at));
            served.builds()
                    .forEach(build -> session.print(
                            () -> "  " + build + " boots from " + at + build + ".ipxe",
                            () -> Json.object(entry("build", build), entry("script", at + build + ".ipxe"))));
            new CountDownLatch(1).await(); // until Ctrl-C interrupts it
        }
        return 0;
    }

    private String host() {
        return address.getAddress() != null && address.getAddress().isAnyLocalAddress()
                ? "0.0.0.0"
                : address.getHostString();
    }

    /// `:8080`, `8080` or `127.0.0.1:8080`.
    static final class OfAddress implements ITypeConverter<InetSocketAddress> {
        @Override
        public InetSocketAddress convert(String text) {
            int colon = text.lastIndexOf(':');
            String host = colon < 0 ? "" : text.substring(0, colon).replaceAll("[\\[\\]]", "");
            String port = text.substring(colon + 1);
            if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
                throw new TypeConversionException("'" + text + "' is not [HOST:]PORT, for example :8080");
            }
            InetSocketAddress address = host.isEmpty()
                    ? new InetSocketAddress(Integer.parseInt(port))
                    : new InetSocketAddress(host, Integer.parseInt(port));
            if (address.isUnresolved()) {
                throw new TypeConversionException("there is no host " + host);
            }
            return address;
        }
    }
}
