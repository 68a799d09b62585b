package io.smarketing.simulation.life;

import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.sandbox.kernel.Post;
import io.smarketing.sandbox.kernel.Posts;
import io.smarketing.simulation.engine.Machine;
import io.smarketing.simulation.world.World;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The portal's calls to the daemon: some come, some come twice, and some are lost. */
final class Hints {

    private static final int MOST = 50;

    private final Machine machine;
    private final CrmId portal;
    private final Posts posts;

    Hints(World world, Machine machine) {
        this.machine = machine;
        this.portal = world.portal().id();
        this.posts = world.portal().crm().posts();
        world.portal().switches().set("webhook-url", "https://daemon.test/hubspot");
        world.portal().switches().set("webhook-disorder", "true");
        world.portal().switches().set("webhook-duplicates", "true");
    }

    /** Delivers what waits, but loses one of so many. */
    void deliver(int lost, int of) {
        Optional<Push> push = machine.push(portal);
        Set<RecordRef> touched = new TreeSet<>();
        for (int i = 0; i < MOST; i++) {
            Optional<Post> post = posts.next();
            if (post.isEmpty()) {
                break;
            }
            boolean arrives = push.isPresent() && i % (2 + of % 5) != lost % 7;
            posts.answered(post.get(), arrives);
            if (arrives) {
                push.flatMap(p -> p.read(
                                lowerCase(post.get().headers()),
                                post.get().body().getBytes(StandardCharsets.UTF_8)))
                        .ifPresent(h -> touched.addAll(h.touched()));
            }
        }
        if (!touched.isEmpty()) {
            machine.follow(portal, touched);
        }
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
