package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.lamina.model.yaml.Comments.Comment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommentsTest {
    @Test
    void whatLooksLikeOneInATextIsNone() {
        assertThat(Comments.of(new SourceText("a.yml", "# one\na: \"# no\" # two\nb: |\n  # no\n")))
                .extracting(Comment::text, Comment::alone)
                .containsExactly(tuple("# one", true), tuple("# two", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\UFFFFFFFF\"", "\"\\U00110000\"", "\"\\xZZ\"", "@", "!<", "\"", "\u0001"})
    void aMistakeEndsThem(String mistake) {
        assertThat(Comments.of(new SourceText("a.yml", "# one\na: b\nc: " + mistake + " \n# two\n")))
                .extracting(Comment::text)
                .isSubsetOf("# one");
    }
}
