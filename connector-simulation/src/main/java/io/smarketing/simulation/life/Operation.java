package io.smarketing.simulation.life;

/**
 * One thing that happens. What the numbers mean depends on what there is by then, so that any part of a life is a life,
 * too; and as little as can be on what else has happened, so that what remains of a life goes on as it did.
 *
 * @param number of its own in its life
 */
public record Operation(int number, Kind kind, int a, int b, int c) {

    /** Values typed in one operation are told apart by their serial numbers, which begin here; a prime, so that remainders differ. */
    private static final int SERIALS = 9_973;

    int firstSerial() {
        return number * SERIALS;
    }

    @Override
    public String toString() {
        return number + " " + kind + " " + a + " " + b + " " + c;
    }
}
