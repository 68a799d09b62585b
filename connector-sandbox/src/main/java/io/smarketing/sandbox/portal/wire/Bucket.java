package io.smarketing.sandbox.portal.wire;

/** The rate limit that a request draws on. */
public enum Bucket {
    /** Ten seconds, per app: most calls. */
    BURST,
    /** One second, per account: every search, whatever the object. */
    SEARCH,
    /** Ten seconds, of their own: association batches and labels. */
    ASSOCIATIONS;

    static Bucket of(Route route) {
        if (route.area().equals("objects") && route.at(1).equals("search")) {
            return SEARCH;
        }
        return route.area().equals("associations") ? ASSOCIATIONS : BURST;
    }
}
