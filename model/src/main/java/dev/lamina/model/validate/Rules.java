package dev.lamina.model.validate;

import dev.lamina.model.check.Check;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.device.DeviceChecks;
import dev.lamina.model.check.file.FileChecks;
import dev.lamina.model.check.image.ImageChecks;
import dev.lamina.model.check.kernel.KernelChecks;
import dev.lamina.model.check.mount.MountChecks;
import dev.lamina.model.check.network.NetworkChecks;
import dev.lamina.model.check.order.OrderChecks;
import dev.lamina.model.check.privilege.PrivilegeChecks;
import dev.lamina.model.check.resource.ResourceChecks;
import dev.lamina.model.check.schema.SchemaChecks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All rules there are.
public final class Rules {
    /// By family, as the documentation has them.
    private static final List<Check> CHECKS = Stream.of(
                    SchemaChecks.all(),
                    PrivilegeChecks.all(),
                    MountChecks.all(),
                    DeviceChecks.all(),
                    NetworkChecks.all(),
                    KernelChecks.all(),
                    ImageChecks.all(),
                    FileChecks.all(),
                    OrderChecks.all(),
                    ResourceChecks.all(),
                    List.<Check>of(WaiverCheck.CHECK))
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Rule> BY_CODE = byCode();

    private Rules() {}

    static List<Check> checks() {
        return CHECKS;
    }

    public static List<Rule> all() {
        return List.copyOf(BY_CODE.values());
    }

    /// @param code in any letter case
    public static Optional<Rule> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, Rule> byCode() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Check check : CHECKS) {
            if (rules.put(check.rule().code(), check.rule()) != null) {
                throw new IllegalStateException(
                        "two rules have the code " + check.rule().code());
            }
        }
        return rules;
    }
}
