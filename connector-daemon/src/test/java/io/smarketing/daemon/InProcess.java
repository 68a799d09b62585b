package io.smarketing.daemon;

import io.smarketing.core.crm.CrmProvider;
import io.smarketing.daemon.command.Host;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * One command, run in this process with the real adapters.
 *
 * @param out all of its standard output
 * @param err all of its standard error, but for what is logged
 */
public record InProcess(int exit, String out, String err) {

    private static final List<CrmProvider> PROVIDERS = ServiceLoader.load(CrmProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    public static InProcess run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Host host = new Host(Map.of(), PROVIDERS, new PrintWriter(out, true), new PrintWriter(err, true));
        int exit = Main.run(host, args);
        return new InProcess(exit, out.toString(), err.toString());
    }
}
