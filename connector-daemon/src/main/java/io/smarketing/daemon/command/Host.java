package io.smarketing.daemon.command;

import io.smarketing.core.crm.CrmProvider;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * What a command finds where it runs.
 *
 * @param variables the environment
 * @param providers the kinds of CRM on the class path
 * @param out takes results and nothing else
 * @param err takes everything that is said beside them
 */
public record Host(Map<String, String> variables, List<CrmProvider> providers, PrintWriter out, PrintWriter err) {

    public Host {
        variables = Map.copyOf(variables);
        providers = List.copyOf(providers);
    }

    /** Whether a person watches standard error; the launcher knows, Java alone can only guess. */
    public boolean isWatched() {
        String told = variables.getOrDefault("SMARKETING_TERMINAL", "");
        return told.isEmpty() ? System.console() != null : told.equals("yes");
    }

    /** This process, with every kind of CRM that is on its class path. */
    public static Host process() {
        List<CrmProvider> found = ServiceLoader.load(CrmProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return new Host(System.getenv(), found, new PrintWriter(System.out, true), new PrintWriter(System.err, true));
    }
}
