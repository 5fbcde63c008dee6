package dev.lamina.vmlaunch.hyperv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The properties of Microsoft's schema that documents of ours may have, with the version that brought each. Written by
/// hand after the published "HCS schema reference"; `*` stands for a key that the document makes up.
final class AllowedProperties {
    private static final String TABLE = """
        2.0 Owner
        2.0 SchemaVersion
        2.0 SchemaVersion.Major
        2.0 SchemaVersion.Minor
        2.0 ShouldTerminateOnLastHandleClosed
        2.0 VirtualMachine
        2.0 VirtualMachine.Chipset
        2.2 VirtualMachine.Chipset.LinuxKernelDirect
        2.2 VirtualMachine.Chipset.LinuxKernelDirect.InitRdPath
        2.2 VirtualMachine.Chipset.LinuxKernelDirect.KernelCmdLine
        2.2 VirtualMachine.Chipset.LinuxKernelDirect.KernelFilePath
        2.0 VirtualMachine.Chipset.Uefi
        2.0 VirtualMachine.Chipset.Uefi.BootThis
        2.0 VirtualMachine.Chipset.Uefi.BootThis.DevicePath
        2.0 VirtualMachine.Chipset.Uefi.BootThis.DeviceType
        2.0 VirtualMachine.Chipset.Uefi.BootThis.DiskNumber
        2.0 VirtualMachine.Chipset.Uefi.BootThis.OptionalData
        2.1 VirtualMachine.Chipset.Uefi.BootThis.VmbFsRootPath
        2.0 VirtualMachine.Chipset.Uefi.Console
        2.0 VirtualMachine.Chipset.UseUtc
        2.0 VirtualMachine.ComputeTopology
        2.0 VirtualMachine.ComputeTopology.Memory
        2.0 VirtualMachine.ComputeTopology.Memory.AllowOvercommit
        2.0 VirtualMachine.ComputeTopology.Memory.SizeInMB
        2.0 VirtualMachine.ComputeTopology.Processor
        2.0 VirtualMachine.ComputeTopology.Processor.Count
        2.0 VirtualMachine.Devices
        2.0 VirtualMachine.Devices.ComPorts
        2.0 VirtualMachine.Devices.ComPorts.*
        2.0 VirtualMachine.Devices.ComPorts.*.NamedPipe
        2.0 VirtualMachine.Devices.NetworkAdapters
        2.0 VirtualMachine.Devices.NetworkAdapters.*
        2.0 VirtualMachine.Devices.NetworkAdapters.*.EndpointId
        2.0 VirtualMachine.Devices.NetworkAdapters.*.MacAddress
        2.0 VirtualMachine.Devices.Scsi
        2.0 VirtualMachine.Devices.Scsi.*
        2.0 VirtualMachine.Devices.Scsi.*.Attachments
        2.0 VirtualMachine.Devices.Scsi.*.Attachments.*
        2.0 VirtualMachine.Devices.Scsi.*.Attachments.*.Path
        2.0 VirtualMachine.Devices.Scsi.*.Attachments.*.ReadOnly
        2.0 VirtualMachine.Devices.Scsi.*.Attachments.*.Type
        2.0 VirtualMachine.StopOnReset
        """;

    private final Map<String, SchemaVersion> since;

    private AllowedProperties(Map<String, SchemaVersion> since) {
        this.since = since;
    }

    static AllowedProperties read() {
        Map<String, SchemaVersion> since = new HashMap<>();
        TABLE.lines().map(String::strip).forEach(line -> {
            String[] words = line.split(" ");
            String[] version = words[0].split("\\.");
            since.put(words[1], new SchemaVersion(Integer.parseInt(version[0]), Integer.parseInt(version[1])));
        });
        return new AllowedProperties(since);
    }

    /// The properties that a reader of this version would not know.
    List<String> newerThan(SchemaVersion version, JsonNode document) {
        List<String> found = new ArrayList<>();
        walk("", document, version, found);
        return found;
    }

    private void walk(String parent, JsonNode node, SchemaVersion version, List<String> found) {
        node.propertyStream().forEach(property -> {
            String exact = parent + property.getKey();
            String path = since.containsKey(exact) ? exact : parent + "*";
            if (Optional.ofNullable(since.get(path)).filter(version::knows).isEmpty()) {
                found.add(exact);
            }
            walk(path + ".", property.getValue(), version, found);
        });
    }
}
