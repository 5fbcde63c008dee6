package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.yaml.Schema;
import dev.lamina.model.yaml.Schema.Key;
import dev.lamina.model.yaml.Schema.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FieldSpecsTest {

    @ParameterizedTest
    @EnumSource(
            value = FormKind.class,
            names = {"KERNEL", "CONTAINER", "VOLUME", "FILE"})
    void everyKeyOfTheSchemaIsAField(FormKind kind) {
        assertThat(FieldSpecs.of(kind))
                .map(FieldSpec::path)
                .doesNotHaveDuplicates()
                .containsAll(keys(kind.shape(), "").toList());
    }

    private static Stream<String> keys(Shape shape, String prefix) {
        return shape.keys().stream().flatMap(key -> keys(key, prefix));
    }

    private static Stream<String> keys(Key key, String prefix) {
        return key.type() instanceof Shape inner
                ? keys(inner, prefix + key.name() + ".")
                : Stream.of(prefix + key.name());
    }

    @Test
    void everyFieldHasATitleOfItsOwn() {
        for (FormKind kind : FormKind.values()) {
            assertThat(FieldSpecs.of(kind)).map(FieldSpec::title).doesNotHaveDuplicates();
        }
    }

    @Test
    void theUsualFieldsComeFirst() {
        List<String> general = FieldSpecs.of(FormKind.CONTAINER).stream()
                .filter(spec -> spec.group() == Group.GENERAL)
                .map(FieldSpec::path)
                .toList();
        assertThat(general).containsExactly("name", "image", "command", "env", "cwd", "hostname");
    }

    @Test
    void aFieldIsFoundByItsTitleItsKeyAndWhatItIsFor() {
        FieldSpec readonly = FieldSpecs.of(FormKind.CONTAINER).stream()
                .filter(spec -> spec.path().equals("readonly"))
                .findFirst()
                .orElseThrow();
        assertThat(Stream.of("read-only", "READONLY", "root file system", " root  only "))
                .allMatch(readonly::matches);
        assertThat(readonly.matches("network")).isFalse();
        assertThat(Schema.CONTAINER.keys()).isNotEmpty();
    }
}
