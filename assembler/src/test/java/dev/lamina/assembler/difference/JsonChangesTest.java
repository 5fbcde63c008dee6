package dev.lamina.assembler.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonChangesTest {
    private static List<String> changes(String before, String after) {
        return JsonChanges.between("services web", "config.json", before, after).stream()
                .map(change -> change.path() + ": " + change.before().orElse("") + " -> "
                        + change.after().orElse(""))
                .toList();
    }

    @Test
    void valuesOfObjectsAreToldWithTheirPaths() {
        assertThat(changes("""
            {"process": {"cwd": "/", "user": {"uid": 0}, "terminal": true}, "same": [1]}\
            """, """
            {"process": {"cwd": "/srv", "user": {"uid": 0, "gid": 7}}, "same": [1], "new": {"a": null}}\
            """))
                .containsExactly(
                        "new:  -> {\"a\":null}",
                        "process.cwd: \"/\" -> \"/srv\"",
                        "process.terminal: true -> ",
                        "process.user.gid:  -> 7");
    }

    @Test
    void listsOfEqualLengthAreComparedPlaceByPlace() {
        assertThat(changes("{\"args\":[\"/web\",\"-p\",\"80\"]}", "{\"args\":[\"/web\",\"-p\",\"8080\"]}"))
                .containsExactly("args[2]: \"80\" -> \"8080\"");
    }

    @Test
    void ofListsThatGrewWhatCameIsTold() {
        assertThat(changes("{\"caps\":[\"A\",\"C\",\"C\"]}", "{\"caps\":[\"B\",\"A\",\"C\",\"D\"]}"))
                .containsExactly("caps[]: \"C\" -> ", "caps[]:  -> \"B\"", "caps[]:  -> \"D\"");
    }

    @Test
    void mountsAreKnownByTheirDestinations() {
        assertThat(changes("""
            {"mounts": [{"destination": "/a", "options": ["ro"]}, {"destination": "/b"}]}\
            """, """
            {"mounts": [{"destination": "/b"}, {"destination": "/a", "options": ["rw"]}, {"destination": "/c"}]}\
            """))
                .containsExactly("mounts[/a].options[0]: \"ro\" -> \"rw\"", "mounts[/c]:  -> {\"destination\":\"/c\"}");
    }

    @Test
    void objectsWithoutNamesAreComparedByPosition() {
        assertThat(changes("{\"l\":[{\"x\":1},{\"x\":2}]}", "{\"l\":[{\"x\":1}]}"))
                .containsExactly("l[1]: {\"x\":2} -> ");
    }

    @Test
    void whatIsNoJsonHasNoSettings() {
        assertThat(changes("{", "{}")).isEmpty();
        assertThat(JsonChanges.between("a", "b", "[1]", "{}"))
                .containsExactly(new SettingChange("a", "b", "", Optional.of("[1]"), Optional.of("{}")));
    }
}
