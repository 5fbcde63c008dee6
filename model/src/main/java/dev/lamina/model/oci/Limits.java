package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.ContainerSpec.DeviceRule;
import dev.lamina.model.ContainerSpec.HugepageLimit;
import dev.lamina.model.ContainerSpec.Resources;
import dev.lamina.model.tree.ResourcesTree;
import dev.lamina.model.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The limits that control groups keep a container to.
final class Limits {
    private static final Resources NONE = new Resources(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    private Limits() {}

    /// `resources`, and access to the devices that are listed elsewhere.
    static Tree of(SpecLayers spec, Faults faults) {
        Optional<Given<Resources>> given = spec.traced("resources", ContainerSpec::resources);
        given.ifPresent(each -> checkPageSizes(each, faults));
        Resources resources =
                withRules(given.map(Given::value).orElse(NONE), Devices.rules(spec.list(ContainerSpec::devices)));
        return ResourcesTree.of(resources, "blockIO", Limits::hugepages);
    }

    private static Resources withRules(Resources resources, List<DeviceRule> more) {
        List<DeviceRule> rules = new ArrayList<>(resources.devices());
        rules.addAll(more);
        return new Resources(
                rules,
                resources.memory(),
                resources.cpu(),
                resources.pidsLimit(),
                resources.blockIo(),
                resources.hugepageLimits(),
                resources.network());
    }

    private static void checkPageSizes(Given<Resources> given, Faults faults) {
        List<HugepageLimit> limits = given.value().hugepageLimits();
        for (int i = 0; i < limits.size(); i++) {
            long size = limits.get(i).pageSize();
            if (PageSize.text(size).isEmpty()) {
                faults.add(
                        given.origin().key("hugepageLimits").element(i).key("pageSize"),
                        "the pageSize %d in hugepageLimits of %s is no size of pages"
                                .formatted(size, given.origin().subject()),
                        Optional.of("write it in bytes, for example 2097152 for pages of 2 MB"));
            }
        }
    }

    private static Tree hugepages(HugepageLimit limit) {
        return new Tree()
                .put("pageSize", PageSize.text(limit.pageSize()).orElse(""))
                .put("limit", limit.limit());
    }
}
