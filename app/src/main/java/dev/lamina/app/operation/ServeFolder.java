package dev.lamina.app.operation;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Serves a folder by HTTP, so that computers without a disk can boot what was built there: beside the files, each
/// build `NAME` has a script `NAME.ipxe` for the boot loader iPXE. Reads only; links and hidden files are not served.
public final class ServeFolder {
    private static final String SCRIPT = ".ipxe";

    private final Path directory;

    public ServeFolder(Path directory) {
        this.directory = directory;
    }

    /// A server that runs until it is closed.
    ///
    /// @param port where it listens
    /// @param builds the names of the builds that it has scripts for
    public record Served(int port, List<String> builds, Closeable stop) implements Closeable {
        @Override
        public void close() throws IOException {
            stop.close();
        }
    }

    /// @param folder relative to the current directory
    /// @param address where to listen; port 0 is any free one
    /// @param log gets a line for each request
    public Served start(Path folder, InetSocketAddress address, OutputStream log) throws IOException {
        Path root = directory.resolve(folder).toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new InputException(
                    "cannot serve " + root + ": "
                            + (Files.exists(root) ? "it is no folder" : "there is no such folder"),
                    "name the folder that 'lamina build --dir' writes to");
        }
        HttpServer server = listening(address);
        server.createContext("/", handler(root))
                .getFilters()
                .add(SimpleFileServer.createOutputFilter(log, SimpleFileServer.OutputLevel.INFO));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.start();
        return new Served(server.getAddress().getPort(), builds(root), () -> {
            server.stop(0);
            threads.shutdownNow();
        });
    }

    private static HttpServer listening(InetSocketAddress address) throws IOException {
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw new EnvironmentException(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + ": " + e.getMessage(),
                    "another program may use the port; choose one with --port, for example --port :8081",
                    e);
        }
    }

    private static HttpHandler handler(Path root) {
        HttpHandler files = SimpleFileServer.createFileHandler(root);
        return exchange -> {
            Optional<String> script = script(root, exchange);
            if (script.isPresent()) {
                HttpHandlers.of(200, Headers.of("Content-Type", "text/plain"), script.get())
                        .handle(exchange);
            } else {
                files.handle(exchange);
            }
        };
    }

    /// What iPXE does to boot a build that lies beside where its script would lie.
    private static Optional<String> script(Path root, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean reads = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
        if (!reads || !path.endsWith(SCRIPT)) {
            return Optional.empty();
        }
        String name = path.substring(path.lastIndexOf('/') + 1, path.length() - SCRIPT.length());
        Path script = root.resolve("." + path).normalize();
        if (path.contains("/..") || !script.startsWith(root) || name.isEmpty() || Files.exists(script)) {
            return Optional.empty();
        }
        EarlierBuild build = new EarlierBuild(script.resolveSibling(name), name);
        boolean served = build.files().stream().allMatch(file -> isServed(root, file));
        return served && build.exists() ? Optional.of(script(name, build)) : Optional.empty();
    }

    /// Neither a link nor hidden, and not below such a folder: as with the files themselves.
    private static boolean isServed(Path root, Path file) {
        Path at = root;
        for (Path part : root.relativize(file)) {
            at = at.resolve(part);
            if (Files.isSymbolicLink(at) || part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static String script(String name, EarlierBuild build) throws IOException {
        StringBuilder script = new StringBuilder("#!ipxe\n");
        script.append("kernel ").append(name).append(EarlierBuild.KERNEL);
        boolean ramdisk = build.initrd().isPresent();
        if (ramdisk) {
            // EFI kernels find the ramdisk by this word; others do not mind it
            script.append(" initrd=").append(name).append(EarlierBuild.INITRD);
        }
        String cmdline = build.cmdline();
        script.append(cmdline.isEmpty() ? "" : " " + cmdline).append('\n');
        if (ramdisk) {
            script.append("initrd ").append(name).append(EarlierBuild.INITRD).append('\n');
        }
        return script.append("boot\n").toString();
    }

    private static List<String> builds(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> isServed(root, file))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(EarlierBuild.KERNEL) && name.length() > EarlierBuild.KERNEL.length())
                    .map(name -> name.substring(0, name.length() - EarlierBuild.KERNEL.length()))
                    .sorted()
                    .toList();
        }
    }
}
