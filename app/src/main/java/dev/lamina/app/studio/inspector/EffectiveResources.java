package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.inspector.Effective.Source;
import dev.lamina.model.ContainerSpec.BlockIo;
import dev.lamina.model.ContainerSpec.Cpu;
import dev.lamina.model.ContainerSpec.DeviceRule;
import dev.lamina.model.ContainerSpec.HugepageLimit;
import dev.lamina.model.ContainerSpec.Memory;
import dev.lamina.model.ContainerSpec.Network;
import dev.lamina.model.ContainerSpec.NetworkPriority;
import dev.lamina.model.ContainerSpec.Resources;
import dev.lamina.model.ContainerSpec.ThrottleDevice;
import dev.lamina.model.ContainerSpec.WeightDevice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/// The limits of a container, by the paths of its fields. They all come from one place: limits of a document take the
/// place of all that the label has.
final class EffectiveResources {
    private final Source source;
    private final Map<String, Effective> values = new HashMap<>();

    private EffectiveResources(Source source) {
        this.source = source;
    }

    static Map<String, Effective> of(Resources resources, Source source) {
        EffectiveResources values = new EffectiveResources(source);
        resources.memory().ifPresent(values::memory);
        resources.cpu().ifPresent(values::cpu);
        values.number("pids.limit", resources.pidsLimit());
        resources.blockIo().ifPresent(values::disks);
        resources.network().ifPresent(values::network);
        values.list("devices", resources.devices(), EffectiveResources::words);
        values.list("hugepageLimits", resources.hugepageLimits(), EffectiveResources::words);
        return values.values;
    }

    private void memory(Memory memory) {
        number("memory.limit", memory.limit());
        number("memory.reservation", memory.reservation());
        number("memory.swap", memory.swap());
        number("memory.kernel", memory.kernel());
        number("memory.kernelTCP", memory.kernelTcp());
        number("memory.swappiness", memory.swappiness());
        memory.disableOomKiller().ifPresent(value -> text("memory.disableOOMKiller", value.toString()));
    }

    private void cpu(Cpu cpu) {
        number("cpu.shares", cpu.shares());
        number("cpu.quota", cpu.quota());
        number("cpu.period", cpu.period());
        number("cpu.realtimeRuntime", cpu.realtimeRuntime());
        number("cpu.realtimePeriod", cpu.realtimePeriod());
        text("cpu.cpus", cpu.cpus());
        text("cpu.mems", cpu.mems());
    }

    private void disks(BlockIo disks) {
        number("blockio.weight", disks.weight());
        number("blockio.leafWeight", disks.leafWeight());
        list("blockio.weightDevice", disks.weightDevice(), EffectiveResources::words);
        list("blockio.throttleReadBpsDevice", disks.throttleReadBps(), EffectiveResources::words);
        list("blockio.throttleWriteBpsDevice", disks.throttleWriteBps(), EffectiveResources::words);
        list("blockio.throttleReadIOPSDevice", disks.throttleReadIops(), EffectiveResources::words);
        list("blockio.throttleWriteIOPSDevice", disks.throttleWriteIops(), EffectiveResources::words);
    }

    private void network(Network network) {
        number("network.classID", network.classId());
        list("network.priorities", network.priorities(), EffectiveResources::words);
    }

    private void number(String path, OptionalLong value) {
        value.ifPresent(number -> text(path, Long.toString(number)));
    }

    private void text(String path, String text) {
        if (!text.isEmpty()) {
            values.put("resources." + path, Effective.of(text, source));
        }
    }

    private <T> void list(String path, List<T> list, Function<T, String> words) {
        if (!list.isEmpty()) {
            List<String> elements = list.stream().map(words).toList();
            values.put("resources." + path, new Effective(String.join(", ", elements), elements, source));
        }
    }

    private static String words(DeviceRule rule) {
        return "%s %s %s:%s %s"
                .formatted(
                        rule.allow() ? "allow" : "deny",
                        rule.type(),
                        number(rule.major()),
                        number(rule.minor()),
                        rule.access())
                .strip();
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "*";
    }

    private static String words(HugepageLimit limit) {
        return limit.pageSize() + ": " + limit.limit();
    }

    private static String words(NetworkPriority priority) {
        return priority.name() + ": " + priority.priority();
    }

    private static String words(ThrottleDevice device) {
        return "%d:%d: %d".formatted(device.major(), device.minor(), device.rate());
    }

    private static String words(WeightDevice device) {
        return "%d:%d: %s".formatted(device.major(), device.minor(), number(device.weight()));
    }
}
