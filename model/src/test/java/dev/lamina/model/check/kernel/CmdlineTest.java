package dev.lamina.model.check.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.edit.Edit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CmdlineTest {

    @Test
    void wordsAreSeparatedBySpacesOutsideOfQuotes() {
        assertThat(Cmdline.parse("  a=1\n\tdyndbg=\"file x.c +p\" b ").words())
                .containsExactly("a=1", "dyndbg=\"file x.c +p\"", "b");
        assertThat(Cmdline.parse("").words()).isEmpty();
        assertThat(Cmdline.parse("a \"b c").words()).containsExactly("a", "\"b c");
    }

    @Test
    void whatIsForTheInitIsKeptAndNotLookedAt() {
        Cmdline cmdline = Cmdline.parse("quiet pti=off -- pti=off");

        assertThat(cmdline.options()).containsExactly("quiet", "pti=off");
        assertThat(cmdline.without(word -> word.equals("pti=off"))).hasToString("quiet -- pti=off");
        assertThat(cmdline.with(List.of("a", "b"))).hasToString("quiet pti=off a b -- pti=off");
        assertThat(Cmdline.parse("quiet -- nokaslr").names("nokaslr")).isFalse();
    }

    @Test
    void hyphensAndUnderscoresAreTheSameInNamesOnly() {
        assertThat(Cmdline.parse("spectre-v2=off").names("spectre_v2=on")).isTrue();
        assertThat(Cmdline.same("spectre-v2=off", "spectre_v2=off")).isTrue();
        assertThat(Cmdline.same("mitigations=auto-x", "mitigations=auto_x")).isFalse();
        assertThat(Cmdline.same("nokaslr", "nokaslr=")).isFalse();
    }

    @Test
    void valuesLoseTheirQuotes() {
        assertThat(Cmdline.value("init=\"/bin/x y\"")).hasValue("/bin/x y");
        assertThat(Cmdline.value("quiet")).isEmpty();
    }

    @Test
    void theEditIsOfTheWholeLine() {
        assertThat(Cmdline.parse("a  b").edit()).isEqualTo(new Edit.Set("kernel.cmdline", "a b"));
    }
}
