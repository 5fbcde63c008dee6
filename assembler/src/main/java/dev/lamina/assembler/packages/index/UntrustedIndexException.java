package dev.lamina.assembler.packages.index;

/// Why a package index is not believed. Tells a mirror's turn to be over; the user hears of it when no mirror is left.
final class UntrustedIndexException extends Exception {
    UntrustedIndexException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
