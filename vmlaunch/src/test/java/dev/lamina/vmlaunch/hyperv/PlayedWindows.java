package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.natives.HostCompute;
import dev.lamina.vmlaunch.natives.HostComputeException;
import dev.lamina.vmlaunch.natives.HostNetworks;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plays the Host Compute Service and the networks of Windows: strict about documents and access, with guests that run.
/// Every call can be made to fail.
final class PlayedWindows implements HostCompute, HostNetworks {
    static final String NEW = "{\"Properties\":[{\"SupportedSchemaVersions\":[{\"Major\":1,\"Minor\":0},"
            + "{\"Major\":2,\"Minor\":7}]}]}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TEXT = 0x300;

    final Map<String, FakeSystem> systems = new ConcurrentHashMap<>();
    final Set<String> granted = ConcurrentHashMap.newKeySet();
    final Map<UUID, String> endpoints = new ConcurrentHashMap<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final Map<String, HostComputeException> failures = new ConcurrentHashMap<>();
    final Set<UUID> networks = new HashSet<>(Set.of(DefaultSwitch.ID));
    private String properties = NEW;

    /// What the document of a machine says.
    record Made(String id, String owner, String cmdline, String text) {}

    PlayedWindows fail(String call, int hresult) {
        return fail(call, hresult, Optional.empty());
    }

    PlayedWindows fail(String call, int hresult, Optional<String> document) {
        failures.put(call, new HostComputeException(hresult, call, document));
        return this;
    }

    PlayedWindows offering(String answer) {
        properties = answer;
        return this;
    }

    Services services() {
        return new Services(
                () -> this,
                () -> this,
                this::dial,
                () -> false,
                id -> id == ProcessHandle.current().pid());
    }

    void called(String call) {
        calls.add(call);
        HostComputeException failure = failures.get(call);
        if (failure != null) {
            throw failure;
        }
    }

    void forget(String id) {
        systems.remove(id);
    }

    private SerialPort dial(String pipe, Duration patience, BooleanSupplier pointless) throws IOException {
        String id = pipe.replace("\\\\.\\pipe\\lamina-", "").replace("-com1", "");
        FakeSystem system = systems.get(id);
        if (system == null || failures.containsKey("CreateFileW")) {
            throw new FileNotFoundException(pipe);
        }
        return system.pipe().outerEnd();
    }

    @Override
    public ComputeSystem create(String id, String document) {
        called("HcsCreateComputeSystem");
        if (systems.containsKey(id)) {
            throw new HostComputeException(0x8037010F, "HcsCreateComputeSystem", Optional.empty());
        }
        FakeSystem system = new FakeSystem(this, read(id, document));
        systems.put(id, system);
        return system;
    }

    private Made read(String id, String document) {
        try {
            JsonNode node = JSON.readTree(document);
            JsonNode version = node.path("SchemaVersion");
            SchemaVersion schema = new SchemaVersion(
                    version.path("Major").asInt(0), version.path("Minor").asInt(0));
            boolean known = SchemaVersion.newest(properties).orElseThrow().knows(schema)
                    && AllowedProperties.read().newerThan(schema, node).isEmpty();
            if (!known) {
                throw new HostComputeException(0x8037010D, "HcsCreateComputeSystem", Optional.empty());
            }
            JsonNode chipset = node.path("VirtualMachine").path("Chipset");
            JsonNode direct = chipset.path("LinuxKernelDirect");
            JsonNode stub = chipset.path("Uefi").path("BootThis");
            String kernel = direct.isMissingNode()
                    ? stub.path("VmbFsRootPath").asString("")
                            + stub.path("DevicePath").asString("").replace('\\', '/')
                    : direct.path("KernelFilePath").asString("");
            String cmdline = direct.path("KernelCmdLine").asString("")
                    + stub.path("OptionalData").asString("");
            return new Made(id, node.path("Owner").asString(""), cmdline, text(id, kernel));
        } catch (JacksonException e) {
            throw new HostComputeException(0x8037010D, "HcsCreateComputeSystem", Optional.empty());
        }
    }

    private String text(String id, String kernel) {
        if (!granted.contains(id + " " + kernel)) {
            throw new HostComputeException(0x80070005, "HcsCreateComputeSystem", Optional.empty());
        }
        try {
            byte[] image = Files.readAllBytes(Path.of(kernel));
            String text = new String(image, TEXT, image.length - TEXT, StandardCharsets.UTF_8);
            return text.substring(0, text.indexOf('\0'));
        } catch (IOException e) {
            throw new HostComputeException(0x80070002, "HcsCreateComputeSystem", Optional.empty());
        }
    }

    @Override
    public Optional<ComputeSystem> find(String id) {
        called("HcsOpenComputeSystem");
        return Optional.ofNullable(systems.get(id));
    }

    @Override
    public String enumerate(String query) {
        called(query.isEmpty() ? "HcnEnumerateNetworks" : "HcsEnumerateComputeSystems");
        return query.isEmpty()
                ? array(networks.stream()
                        .map(UUID::toString)
                        .map(id -> "\"" + id.toUpperCase(Locale.ROOT) + "\"")
                        .toList())
                : array(systems.entrySet().stream()
                        .map(entry -> "{\"Id\":\"" + entry.getKey() + "\",\"Owner\":\""
                                + entry.getValue().owner() + "\",\"State\":\"Running\"}")
                        .toList());
    }

    private static String array(List<String> items) {
        return items.stream().collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public String serviceProperties(String query) {
        called("HcsGetServiceProperties");
        return properties;
    }

    @Override
    public void grantAccess(String vmId, Path file) {
        called("HcsGrantVmAccess");
        granted.add(vmId + " " + file);
    }

    @Override
    public void revokeAccess(String vmId, Path file) {
        called("HcsRevokeVmAccess");
        granted.remove(vmId + " " + file);
    }

    @Override
    public String enumerateEndpoints(String query) {
        called("HcnEnumerateEndpoints");
        return array(endpoints.keySet().stream().map(id -> "\"" + id + "\"").toList());
    }

    @Override
    public void createEndpoint(UUID network, UUID id, String settings) {
        called("HcnCreateEndpoint");
        endpoints.put(id, settings);
    }

    @Override
    public String endpointProperties(UUID id, String query) {
        called("HcnQueryEndpointProperties");
        return endpoints.getOrDefault(id, "{}");
    }

    @Override
    public void deleteEndpoint(UUID id) {
        called("HcnDeleteEndpoint");
        endpoints.remove(id);
    }
}
