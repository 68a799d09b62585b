package io.smarketing.simulation.life;

/**
 * One thing that happens. The numbers are read modulo whatever there is by then, so that any part of a life is a life,
 * too.
 */
public record Operation(Kind kind, int a, int b, int c) {

    @Override
    public String toString() {
        return kind + " " + a + " " + b + " " + c;
    }
}
