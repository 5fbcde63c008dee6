package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lamina.app.studio.editor.Search.Query;
import dev.lamina.app.studio.editor.Search.Range;
import dev.lamina.app.studio.editor.Search.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SearchTest {

    @Test
    void textIsFoundWhateverItsCase() {
        assertThat(find("Web web WEBS", new Query("web", false, false, false)))
                .containsExactly(new Range(0, 3), new Range(4, 7), new Range(8, 11));
        assertThat(find("Web web WEBS", new Query("web", true, false, false))).containsExactly(new Range(4, 7));
        assertThat(find("Web web WEBS", new Query("web", false, true, false)))
                .containsExactly(new Range(0, 3), new Range(4, 7));
        assertThat(find("a.b axb", new Query("a.b", false, false, false))).containsExactly(new Range(0, 3));
    }

    @Test
    void regularExpressionsCountLines() {
        assertThat(find("a: 1\nb: 2", new Query("^\\w+", false, false, true)))
                .containsExactly(new Range(0, 1), new Range(5, 6));
        assertThat(Search.find("a", new Query("(", false, false, true), Search.QUICK))
                .isInstanceOf(Result.Bad.class);
    }

    @Test
    void replacementsFillInGroups() {
        Query query = new Query("(\\w+)=(\\w+)", false, false, true);
        String text = "a=b, c=d";
        assertThat(Search.replace(text, query, find(text, query), "$2\\n$1\\$"))
                .containsExactly(new TextChange(0, 3, "b\na$"), new TextChange(5, 3, "d\nc$"));
        assertThatThrownBy(() -> Search.replace(text, query, find(text, query), "$3"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void patternsThatWouldTakeForEverEnd() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(Search.find("a".repeat(60) + "b", new Query("(a+)+$", false, false, true), Search.PATIENT))
                    .isIn(new Result.TooSlow(), new Result.Found(List.of(), false));
            assertThat(Search.find("a".repeat(1 << 20), new Query("(a|b)*c", false, false, true), Search.PATIENT))
                    .isInstanceOf(Result.TooSlow.class);
        });
    }

    @Test
    void aQuickSearchOfALargeTextEndsInTimeOrSaysThatItDidNot() {
        String text = "name: a b\n".repeat(29_000);
        assertThat(Search.find(text, new Query("nothing", false, true, false), Search.QUICK))
                .isEqualTo(new Result.Found(List.of(), false));
        assertThat(Search.find(text, new Query("(\\w| )*(\\w| )*;", false, false, true), 10_000))
                .isEqualTo(new Result.TooSlow());
    }

    @Test
    void manyMatchesAreCutOff() {
        assertThat(Search.find("a".repeat(20_000), new Query("a", false, false, false), Search.QUICK))
                .isInstanceOfSatisfying(Result.Found.class, found -> {
                    assertThat(found.ranges()).hasSize(Search.MOST);
                    assertThat(found.more()).isTrue();
                });
    }

    private static List<Range> find(String text, Query query) {
        return ((Result.Found) Search.find(text, query, Search.QUICK)).ranges();
    }
}
