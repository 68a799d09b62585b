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

    /** How many things people do in it: an import counts for each of its records, too. */
    public int deeds() {
        return (kind.isDeed() ? 1 : 0) + (kind == Kind.IMPORT ? imported() : 0);
    }

    /** How many records an import makes. */
    int imported() {
        return 100 + b % 300;
    }

    int firstSerial() {
        return number * SERIALS;
    }

    /**
     * An operation as it is printed.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Operation of(String text) {
        String[] words = text.strip().split(" +");
        if (words.length != 5) {
            throw new IllegalArgumentException("'" + text + "' is no operation: a number, a kind and three numbers");
        }
        return new Operation(
                Integer.parseInt(words[0]),
                Kind.valueOf(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]));
    }

    @Override
    public String toString() {
        return number + " " + kind + " " + a + " " + b + " " + c;
    }
}
