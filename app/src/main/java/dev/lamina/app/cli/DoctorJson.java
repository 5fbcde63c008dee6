package dev.lamina.app.cli;

import dev.lamina.app.doctor.Check;
import dev.lamina.app.doctor.Cure;
import dev.lamina.app.doctor.Diagnosis;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What `lamina doctor --json` prints.
final class DoctorJson {
    private DoctorJson() {}

    static Map<String, Object> of(Diagnosis diagnosis) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("works", diagnosis.works());
        object.put("verdict", diagnosis.verdict());
        object.put("hypervisor", diagnosis.hypervisorId());
        object.put("checks", diagnosis.checks().stream().map(DoctorJson::check).toList());
        return object;
    }

    private static Map<String, Object> check(Check check) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", check.id());
        object.put("group", check.group());
        object.put("title", check.title());
        object.put("outcome", check.outcome());
        object.put("required", check.required());
        object.put("found", check.found());
        object.put("details", Optional.of(check.finding().details()).filter(details -> !details.isEmpty()));
        object.put("why", Optional.of(check.why()).filter(why -> !why.isEmpty()));
        object.put("cure", check.cure().map(DoctorJson::cure));
        return object;
    }

    private static Map<String, Object> cure(Cure cure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", Optional.of(cure.text()).filter(text -> !text.isEmpty()));
        object.put("command", cure.command());
        object.put("link", cure.link());
        object.put("needs", Optional.of(cure.needs().stream().sorted().toList()).filter(needs -> !needs.isEmpty()));
        return object;
    }
}
