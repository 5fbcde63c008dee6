package dev.lamina.model.yaml;

import static dev.lamina.model.yaml.Keys.key;
import static dev.lamina.model.yaml.Keys.list;

import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import java.util.List;

/// The keys of `resources`, with the meaning and units of the OCI runtime specification.
final class ResourcesSchema {
    static final Shape DEVICE_RULE = new Shape(
            "device rule",
            List.of(
                    key("allow", Plain.TRUTH, "Allows the access if true, else forbids it."),
                    key("type", Plain.TEXT, "`c` for characters, `b` for blocks, `a` for both."),
                    key("major", Plain.NUMBER, "The major number; all unless given."),
                    key("minor", Plain.NUMBER, "The minor number; all unless given."),
                    key("access", Plain.TEXT, "Any of `r` read, `w` write, `m` create.")));

    static final Shape MEMORY = new Shape(
            "memory",
            List.of(
                    key("limit", Plain.NUMBER, "The most memory, in bytes."),
                    key("reservation", Plain.NUMBER, "The memory to be kept when memory is short, in bytes."),
                    key("swap", Plain.NUMBER, "The most memory and swap together, in bytes."),
                    key("kernel", Plain.NUMBER, "The most kernel memory, in bytes."),
                    key("kernelTCP", Plain.NUMBER, "The most memory for TCP buffers, in bytes."),
                    key("swappiness", Plain.NUMBER, "How eagerly memory is swapped out, 0 to 100."),
                    key("disableOOMKiller", Plain.TRUTH, "Waits for memory in place of ending processes.")));

    static final Shape CPU = new Shape(
            "cpu",
            List.of(
                    key("shares", Plain.NUMBER, "The share of processor time relative to others; 1024 is usual."),
                    key("quota", Plain.NUMBER, "The most processor time in each period, in microseconds."),
                    key("period", Plain.NUMBER, "The length of a period, in microseconds."),
                    key(
                            "realtimeRuntime",
                            Plain.NUMBER,
                            "The most real-time processor time in each period, in microseconds."),
                    key("realtimePeriod", Plain.NUMBER, "The length of a real-time period, in microseconds."),
                    key("cpus", Plain.TEXT, "The processors to run on, such as `0-2,4`."),
                    key("mems", Plain.TEXT, "The memory nodes to use, such as `0`.")));

    static final Shape PIDS = new Shape("pids", List.of(key("limit", Plain.NUMBER, "The most processes.")));

    static final Shape WEIGHT_DEVICE = new Shape(
            "weight device",
            List.of(
                    key("major", Plain.NUMBER, "The device's major number."),
                    key("minor", Plain.NUMBER, "The device's minor number."),
                    key("weight", Plain.NUMBER, "The share of this device's bandwidth, 10 to 1000."),
                    key("leafWeight", Plain.NUMBER, "The same against child groups.")));

    static final Shape THROTTLE_DEVICE = new Shape(
            "throttle device",
            List.of(
                    key("major", Plain.NUMBER, "The device's major number."),
                    key("minor", Plain.NUMBER, "The device's minor number."),
                    key("rate", Plain.NUMBER, "The most bytes, or operations, in a second.")));

    static final Shape BLOCK_IO = new Shape(
            "blockio",
            List.of(
                    key("weight", Plain.NUMBER, "The share of disk bandwidth, 10 to 1000."),
                    key("leafWeight", Plain.NUMBER, "The same against child groups."),
                    key("weightDevice", list(WEIGHT_DEVICE), "The shares of single devices."),
                    key("throttleReadBpsDevice", list(THROTTLE_DEVICE), "Limits of bytes read in a second."),
                    key("throttleWriteBpsDevice", list(THROTTLE_DEVICE), "Limits of bytes written in a second."),
                    key("throttleReadIOPSDevice", list(THROTTLE_DEVICE), "Limits of reads in a second."),
                    key("throttleWriteIOPSDevice", list(THROTTLE_DEVICE), "Limits of writes in a second.")));

    static final Shape HUGEPAGE_LIMIT = new Shape(
            "hugepage limit",
            List.of(
                    key("pageSize", Plain.NUMBER, "The page size in bytes."),
                    key("limit", Plain.NUMBER, "The most memory in pages of this size, in bytes.")));

    static final Shape NETWORK_PRIORITY = new Shape(
            "network priority",
            List.of(
                    key("name", Plain.TEXT, "The interface's name."),
                    key("priority", Plain.NUMBER, "The priority of what the container sends there.")));

    static final Shape NETWORK = new Shape(
            "network",
            List.of(
                    key("classID", Plain.NUMBER, "The class that marks what the container sends."),
                    key("priorities", list(NETWORK_PRIORITY), "Priorities on single interfaces.")));

    static final Shape RESOURCES = new Shape(
            "resources",
            List.of(
                    key("devices", list(DEVICE_RULE), "Which devices may be used, the later rule winning."),
                    key("memory", MEMORY, "Limits of memory."),
                    key("cpu", CPU, "Limits of processor time."),
                    key("pids", PIDS, "The limit of processes."),
                    key("blockio", BLOCK_IO, "Limits of disk bandwidth."),
                    key("hugepageLimits", list(HUGEPAGE_LIMIT), "Limits of huge pages."),
                    key("network", NETWORK, "Marks and priorities of network packets.")));

    private ResourcesSchema() {}
}
