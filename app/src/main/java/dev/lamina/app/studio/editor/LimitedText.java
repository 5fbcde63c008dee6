package dev.lamina.app.studio.editor;

/// A text that a regular expression can look at only so often: what grows without end stops with an exception.
final class LimitedText implements CharSequence {
    private static final long MOST_LOOKS = 200_000_000;

    private final CharSequence text;
    private long looks;

    LimitedText(CharSequence text) {
        this.text = text;
    }

    static final class TooSlowException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new TooSlowException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
