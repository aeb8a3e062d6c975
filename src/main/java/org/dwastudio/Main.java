package org.dwastudio;

/** Starts the studio, or a command when arguments are given. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
