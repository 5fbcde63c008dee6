package dev.lamina.model.check;

/// How large a system will be, by what is known of its images before it is built.
///
/// @param files bytes of its files, each in whole pages of memory
/// @param initrd what is to be expected of them compressed
/// @param largest the largest single file
/// @param largestPath where that is, in words
public record SystemSizes(long files, long initrd, long largest, String largestPath) {}
