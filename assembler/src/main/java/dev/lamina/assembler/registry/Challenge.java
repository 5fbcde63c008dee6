package dev.lamina.assembler.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One way to log in, of those that a server offers with status 401 (RFC 9110, section 11.6.1). One header may offer
/// several, and there may be several headers. What cannot be read is passed over.
///
/// @param scheme in small letters, e.g. `bearer`
/// @param parameters by names in small letters
record Challenge(String scheme, Map<String, String> parameters) {
    private static final String MORE_OF_TOKENS = "!#$%&'*+-.^_`|~";

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /// @param headers values of `WWW-Authenticate`
    static List<Challenge> parse(List<String> headers) {
        List<Challenge> challenges = new ArrayList<>();
        headers.forEach(header -> new Parser(header).run(challenges));
        return challenges;
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        void run(List<Challenge> challenges) {
            String scheme = "";
            Map<String, String> parameters = new LinkedHashMap<>();
            while (skipTo()) {
                String token = token();
                skipBlanks();
                if (at < text.length() && text.charAt(at) == '=') {
                    at++;
                    parameters.putIfAbsent(token, value());
                } else {
                    add(challenges, scheme, parameters);
                    scheme = token;
                    parameters = new LinkedHashMap<>();
                }
            }
            add(challenges, scheme, parameters);
        }

        private static void add(List<Challenge> challenges, String scheme, Map<String, String> parameters) {
            if (!scheme.isEmpty()) {
                challenges.add(new Challenge(scheme, parameters));
            }
        }

        /// To the next token; whatever else stands there does not matter.
        private boolean skipTo() {
            while (at < text.length() && !isToken(text.charAt(at))) {
                at++;
            }
            return at < text.length();
        }

        private void skipBlanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private String token() {
            int from = at;
            while (at < text.length() && isToken(text.charAt(at))) {
                at++;
            }
            return text.substring(from, at).toLowerCase(Locale.ROOT);
        }

        private String value() {
            skipBlanks();
            if (at >= text.length() || text.charAt(at) != '"') {
                int from = at;
                while (at < text.length() && text.charAt(at) != ',' && !Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                return text.substring(from, at);
            }
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at));
            }
            at++;
            return value.toString();
        }

        private static boolean isToken(char c) {
            return c < 128 && (Character.isLetterOrDigit(c) || MORE_OF_TOKENS.indexOf(c) >= 0);
        }
    }
}
