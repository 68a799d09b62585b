package io.smarketing.sandbox.portal.store;

/** Somebody to whom records can belong; the id is not the user's id. */
public record Owner(
        long id, String email, String firstName, String lastName, long userId, long createdAt, boolean archived) {

    Owner put(boolean away) {
        return new Owner(id, email, firstName, lastName, userId, createdAt, away);
    }
}
