package dev.lamina.assembler.facts;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.cpio.CpioReader;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.memory.SystemLoad;
import dev.lamina.model.progress.Reporter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads from an initrd what it will need of memory: the sizes of its files, its services and their limits. Of one that
/// cannot be read to its end, what came before counts.
public final class InitrdReader {
    /// No machine has room for more.
    private static final long MOST = 1L << 40;

    private static final Pattern SERVICE = Pattern.compile("containers/services/([^/]+)/config\\.json");

    /// A bundle's runtime spec has some kilobytes.
    private static final int SPEC = 4 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, OptionalLong> services = new TreeMap<>();
    private final Reporter reporter;
    private long files;

    private InitrdReader(Reporter reporter) {
        this.reporter = reporter;
    }

    public static SystemLoad of(Path initrd, Reporter reporter) throws IOException {
        InitrdReader load = new InitrdReader(reporter);
        load.read(initrd);
        return new SystemLoad(
                Files.size(initrd), load.files, load.services.values().stream().toList());
    }

    private void read(Path initrd) {
        try (InputStream file = Files.newInputStream(initrd)) {
            InputStream in = new BufferedInputStream(Compression.decompress(file, MOST), 1 << 16);
            new CpioReader(in).streamTo(this::accept);
        } catch (IOException e) {
            // The kernel will say it.
        }
    }

    private void accept(TreeEntry entry, InputStream content) throws IOException {
        reporter.checkCancelled();
        if (entry.kind() != Kind.FILE) {
            return;
        }
        files += SystemLoad.pages(entry.size());
        Matcher service = SERVICE.matcher(entry.path());
        if (service.matches() && entry.size() <= SPEC) {
            services.put(service.group(1), limit(content.readAllBytes()));
        }
    }

    private static OptionalLong limit(byte[] spec) {
        try {
            JsonNode limit = JSON.readTree(new String(spec, StandardCharsets.UTF_8))
                    .path("linux")
                    .path("resources")
                    .path("memory")
                    .path("limit");
            return limit.isIntegralNumber() && limit.asLong(-1) >= 0
                    ? OptionalLong.of(limit.asLong())
                    : OptionalLong.empty();
        } catch (JacksonException e) {
            return OptionalLong.empty();
        }
    }
}
