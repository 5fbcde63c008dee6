package dev.lamina.model.edit;

import java.util.List;

/// Where a section comes to stand that a document does not have yet.
final class BootOrder {
    private static final List<String> SECTIONS =
            List.of("kernel", "init", "onboot", "services", "onshutdown", "volumes", "files");

    private BootOrder() {}

    /// Behind the last one of those that come before it when a system boots; in front of all when there is none of
    /// those but some that come after it; else at the end.
    static int place(List<Slot> sections, String key) {
        int order = SECTIONS.indexOf(key);
        if (order < 0) {
            return sections.size();
        }
        int place = -1;
        boolean later = false;
        for (int i = 0; i < sections.size(); i++) {
            int other = SECTIONS.indexOf(sections.get(i).name());
            if (other >= 0 && other < order) {
                place = i + 1;
            }
            later |= other > order;
        }
        return place >= 0 ? place : later ? 0 : sections.size();
    }
}
